package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"qubi/data/extract"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/model/project"
	"qubi/model/qdpx"
	"qubi/model/query"
	"qubi/tui"
)

// projectLimit is how large an exchange file may be: it holds reports.
const projectLimit = 4 * files.ReportLimit

// applyProject brings the project that --project names to the reports.
func (p *program) applyProject(corpus *model.Corpus, show project.Show) (*project.Applied, error) {
	kept := project.Project{}
	if p.projectFile != "" {
		s, err := openStore(p.projectFile)
		if err != nil {
			return nil, err
		}
		kept = s.project()
	}
	a := project.Apply(corpus, kept, show)
	switch n := len(a.Lost); {
	case p.verbose:
		for _, l := range a.Lost {
			p.note("note.lostone", p.projectFile, lostWords(l))
		}
	case n > 0:
		p.note("note.lost", p.projectFile, n)
	}
	return a, nil
}

// lostWords says which entry finds no place, and why.
func lostWords(l project.Lost) error {
	why := "lost.closed"
	if l.Open {
		why = "lost.gone"
	}
	what := l.Code
	if what == "" {
		what = l.Was["name"] + l.Set["name"]
	}
	return lang.Say("lost.entry", l.Type, what, l.Place.Report, l.Place.Quote, lang.Say(why))
}

// confirmed is the index of what a person stands for, where --checked asks for
// that.
func confirmed(corpus *query.Index, only bool) *query.Index {
	if !only {
		return corpus
	}
	return query.New(project.Confirmed(corpus.Corpus))
}

// sign is who decides, now.
func (p *program) sign() project.Sign {
	return project.Sign{By: p.env.user, When: time.Now().UTC().Format(time.RFC3339)}
}

// checks are what the browser needs to decide on facts and keep it in a file.
func (p *program) checks(file string, raw *model.Corpus) (tui.Checks, error) {
	s, err := openStore(file)
	if err != nil {
		return tui.Checks{}, err
	}
	reading, err := p.reading()
	if err != nil {
		return tui.Checks{}, err
	}
	return tui.Checks{
		Read: readPassage(extract.Options{Themes: reading.Themes}.Report), // by the themes that the user names
		Raw:  raw, Project: s.project(), File: file, Sign: p.sign,
		Keep: func(all project.Project) (project.Project, error) {
			kept, _, err := s.Save(all)
			return kept, err
		},
	}, nil
}

// projectCommand looks after project files.
func (p *program) projectCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "project",
		Args: noArgs,
	}
	cmd.AddCommand(p.projectImport(), p.projectShow(), p.projectCodebook())
	return cmd
}

// projectImport brings another file into the project.
func (p *program) projectImport() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE [PATH...]",
		Example: `qubi project import coded.qdpx my-reports/ --project my.qubi
qubi project import colleague.qubi --project my.qubi`,
		Args: takes(1, 1<<30, "usage.filearg"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := p.store()
			if err != nil {
				return err
			}
			var all project.Project
			var conflicts []project.Conflict
			if strings.EqualFold(filepath.Ext(args[0]), project.Extension) {
				other, err := readProject(args[0])
				if err != nil {
					return err
				}
				all, conflicts = s.project().Join(other)
			} else if all, err = p.importCodes(s.project(), args[0], args[1:]); err != nil {
				return err
			}
			before := s.project().Len()
			all, more, err := s.Save(all)
			if err != nil {
				return err
			}
			for _, c := range append(conflicts, more...) {
				p.note("note.conflict", c.Kept.By, c.Kept.Verdict, c.Kept.Was["name"], c.Kept.Place.Report, c.Overruled.By, c.Overruled.Verdict)
			}
			p.note("note.lines", lang.Many(all.Len()-before, "line"), p.projectFile)
			return nil
		},
	}
}

// importCodes reads a REFI-QDA project and finds its passages in the reports.
func (p *program) importCodes(into project.Project, file string, paths []string) (project.Project, error) {
	raw, err := files.Read(file, projectLimit)
	if err != nil {
		return into, err
	}
	other, err := qdpx.Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return into, lang.Say("fail.file", file, err)
	}
	reports, err := p.load(paths, "")
	if reports.corpus == nil {
		return into, err
	}
	all, lost := project.Import(reports.raw, into, other, p.sign())
	for _, l := range lost {
		p.note("note.lostone", file, lostWords(l))
	}
	return all, nil
}

// projectShow tells what a project holds.
func (p *program) projectShow() *cobra.Command {
	return &cobra.Command{
		Use:     "show [PATH...]",
		Example: `qubi project show my-reports/ --project my.qubi`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if p.projectFile == "" {
				return misuse("usage.project", project.Extension)
			}
			reports, err := p.load(paths, "")
			if reports.corpus == nil {
				return err
			}
			return p.after(err, func(w io.Writer) error { return showProject(w, reports.applied, p.tongue()) })
		},
	}
}

func showProject(w io.Writer, a *project.Applied, l model.Lang) error {
	n := a.Project.Count()
	verdicts := map[project.Verdict]int{}
	for _, e := range a.Project.Of(project.Fact) {
		verdicts[e.Verdict]++
	}
	t := table{head: heads("table.project", l), right: map[int]bool{1: true}}
	for i, n := range []int{verdicts[project.Right], verdicts[project.Mended], verdicts[project.Wrong], n[project.Added], n[project.Coding],
		n[project.Memo], n[project.Define], n[project.Report], len(a.Lost)} {
		t.rows = append(t.rows, []string{heads("table.project.rows", l)[i], strconv.Itoa(n)})
	}
	if err := t.write(w); err != nil {
		return err
	}
	for _, lost := range a.Lost {
		if _, err := fmt.Fprintln(w, legible.Line(lang.Told(lostWords(lost), l))); err != nil {
			return err
		}
	}
	return nil
}
