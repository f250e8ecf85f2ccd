package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/files"
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
			p.note("%s: %s", p.projectFile, lostWords(l))
		}
	case n > 0:
		p.note("%s: of what it says %d find no place in these reports; qubi project show lists why", p.projectFile, n)
	}
	return a, nil
}

// lostWords says which entry finds no place, and why.
func lostWords(l project.Lost) string {
	why := "its report is not open"
	if l.Open {
		why = "its passage is no longer in the report, or no longer the only one like it"
	}
	what := l.Code
	if what == "" {
		what = l.Was["name"] + l.Set["name"]
	}
	return fmt.Sprintf("%s %s in %s (%s): %s", l.Type, what, l.Place.Report, l.Place.Quote, why)
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
	read, err := p.reader()
	if err != nil {
		return tui.Checks{}, err
	}
	return tui.Checks{
		Read: readPassage(read),
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
		Use:   "project",
		Short: "Look into a project file, bring others into it",
		Long: `A project file keeps what people say of reports: verdicts on facts, corrected
fields, facts that were missed, codes, memos and the codebook. It is text, a line
an entry, and --project names it to every command.`,
		Args: cobra.NoArgs,
	}
	cmd.AddCommand(p.projectImport(), p.projectShow(), p.projectCodebook())
	return cmd
}

// projectImport brings another file into the project.
func (p *program) projectImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE [PATH...]",
		Short: "Bring codes from REFI-QDA (.qdpx) or another project into the project",
		Long: `import brings codes, memos and the codebook of a REFI-QDA project (.qdpx), as
ATLAS.ti, MAXQDA, NVivo and QualCoder write it, to the same passages of the
reports at the paths (the built-in ones without any); or all that another person's
project says. Passages are found by their text and by what stands around them;
what finds no place is told.`,
		Example: `qubi project import coded.qdpx my-reports/ --project my.qubi
qubi project import colleague.qubi --project my.qubi`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.projectFile == "" {
				return misuse("name the project to write to with --project FILE%s", project.Extension)
			}
			s, err := openStore(p.projectFile)
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
				p.note("%s says %s of %s (%s), %s says %s: the later one holds", c.Kept.By, c.Kept.Verdict, c.Kept.Was["name"], c.Kept.Place.Report, c.Overruled.By, c.Overruled.Verdict)
			}
			p.note("%s more in %s", plural(all.Len()-before, "line"), p.projectFile)
			return nil
		},
	}
}

// importCodes reads a REFI-QDA project and finds its passages in the reports.
func (p *program) importCodes(into project.Project, file string, paths []string) (project.Project, error) {
	f, err := os.Open(file)
	if err != nil {
		return into, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return into, err
	}
	if !info.Mode().IsRegular() || info.Size() > projectLimit {
		return into, fmt.Errorf("%q is no regular file of up to %d MB", file, projectLimit>>20)
	}
	other, err := qdpx.Read(f, info.Size())
	if err != nil {
		return into, fmt.Errorf("%q: %w", file, err)
	}
	reports, err := p.load(paths, "")
	if reports.corpus == nil {
		return into, err
	}
	all, lost := project.Import(reports.raw, into, other, p.sign())
	for _, l := range lost {
		p.note("%s: %s", file, lostWords(l))
	}
	return all, nil
}

// projectShow tells what a project holds.
func (p *program) projectShow() *cobra.Command {
	return &cobra.Command{
		Use:     "show [PATH...]",
		Short:   "Say what the project holds, and what of it finds no place in the reports",
		Example: `qubi project show my-reports/ --project my.qubi`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if p.projectFile == "" {
				return misuse("name the project with --project FILE%s", project.Extension)
			}
			reports, err := p.load(paths, "")
			if reports.corpus == nil {
				return err
			}
			return p.after(err, func(w io.Writer) error { return showProject(w, reports.applied) })
		},
	}
}

func showProject(w io.Writer, a *project.Applied) error {
	n := a.Project.Count()
	verdicts := map[project.Verdict]int{}
	for _, e := range a.Project.Of(project.Fact) {
		verdicts[e.Verdict]++
	}
	t := table{head: []string{"what", "entries"}, right: map[int]bool{1: true}}
	for _, line := range []struct {
		what string
		n    int
	}{
		{"facts found right", verdicts[project.Right]}, {"facts corrected", verdicts[project.Mended]}, {"facts rejected", verdicts[project.Wrong]},
		{"facts added", n[project.Added]}, {"codes on passages", n[project.Coding]}, {"memos", n[project.Memo]},
		{"codes defined", n[project.Define]}, {"heads corrected", n[project.Report]}, {"without a place", len(a.Lost)},
	} {
		t.rows = append(t.rows, []string{line.what, strconv.Itoa(line.n)})
	}
	if err := t.write(w); err != nil {
		return err
	}
	for _, l := range a.Lost {
		if _, err := fmt.Fprintln(w, legible.Line(lostWords(l))); err != nil {
			return err
		}
	}
	return nil
}
