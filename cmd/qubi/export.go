package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model/export"
	"qubi/model/project"
	"qubi/model/query"
)

// export writes what the browser's x writes: the same view, the same bytes.
func (p *program) export() *cobra.Command {
	var c choices
	var o outputFlags
	cmd := &cobra.Command{
		Use:   "export [PATH...]",
		Short: "Write a view as Markdown, HTML, a workbook, CSV, SQL, JSON and more",
		Long: `export writes what the browser shows, byte for byte as its x does: the facts
district by district, one of the comparisons, or one of its lists: ranking:工业投资
(ranking:主题:产业 by what is counted), time, chart, found:高铁 and review. Choices of one flag are
alternatives, choices of several flags must all hold. The order of --district is
the order of the columns.`,
		Example: `qubi export --district 济阳区,市中区 > compare.md
qubi export --view indicators --theme 产业,招商 -o indicators.md
qubi export --kind metric --stage target --filter '年:2022 值:>100亿' --format csv -o targets.csv
qubi export --view shared my-reports/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			lang, err := p.language()
			if err != nil {
				return err
			}
			format, err := c.outputFormat(o.file)
			if err != nil {
				return err
			}
			reports, unread := p.load(paths, "")
			if reports.corpus == nil {
				return unread
			}
			if c.kindOfView == string(export.Review) || strings.HasPrefix(c.kindOfView, string(export.Review)+":") { // who checks sees what was rejected
				reports.applied = project.Apply(reports.raw, reports.applied.Project, project.ShowRejected)
				reports.corpus = query.New(reports.applied.Corpus)
			}
			view, err := c.view(confirmed(reports.corpus, c.checked), lang)
			if err != nil {
				return err
			}
			view.Paths, view.Lexicon = paths, p.lexicon
			view.Project, view.File, view.Checked = reports.applied, p.projectFile, c.checked
			view.Notes, _ = p.notes().Settle(view.Corpus.Corpus)
			return p.output(o, reports.corpus.Paths(), unread, func(w io.Writer) error { return export.Write(w, format, view) })
		},
	}
	c.define(cmd, p.districts)
	o.define(cmd.Flags())
	c.defineChecked(cmd, p)
	return cmd
}
