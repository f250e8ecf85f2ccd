package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model/export"
	"qubi/model/notes"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui"
)

// export writes what the browser's x writes: the same view, the same bytes.
func (p *program) export() *cobra.Command {
	var c choices
	var o outputFlags
	cmd := &cobra.Command{
		Use: "export [PATH...]",
		Example: `qubi export --district 济阳区,市中区 > compare.md
qubi export --view indicators --theme 产业,招商 -o indicators.md
qubi export --kind metric --stage target --filter '年:2022 值:>100亿' --format csv -o targets.csv
qubi export --view shared my-reports/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			format, err := c.outputFormat(o.file)
			if err != nil {
				return err
			}
			reports, unread := p.load(paths, "")
			if reports.corpus == nil {
				return unread
			}
			reports = reports.withText()
			if c.kindOfView == string(export.Review) || strings.HasPrefix(c.kindOfView, string(export.Review)+":") { // who checks sees what was rejected
				reports.applied = project.Apply(reports.raw, reports.applied.Project, project.ShowRejected)
				reports.corpus = query.New(reports.applied.Corpus)
			}
			view, err := c.view(confirmed(reports.corpus, c.checked), p.tongue())
			if err != nil {
				return err
			}
			view.Paths, view.Lexicon = paths, p.lexicon
			view.Project, view.File, view.Checked = reports.applied, p.projectFile, c.checked
			view.Notes, _ = p.notes().Settle(view.Corpus.Corpus)
			return p.output(o, reports.corpus.Paths(), unread, func(w io.Writer) error { return export.Write(w, format, view) })
		},
	}
	c.define(cmd, p)
	o.define(cmd.Flags(), p)
	c.defineChecked(cmd, p)
	return cmd
}

// notes are the marks and notes that the browser keeps, so that an export on the
// command line carries what one from the browser does. A file that cannot be read is
// told and counts as none; it is never written here.
func (p *program) notes() notes.Notes {
	if p.env.stateDir == "" {
		return notes.Notes{}
	}
	kept, _, err := tui.ReadNotes(p.env.stateDir)
	if err != nil {
		p.note("note.nonotes", tui.NotesPath(p.env.stateDir), err)
		return notes.Notes{}
	}
	return kept
}
