package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"qubi/data"
	"qubi/data/extract"
	"qubi/data/source"
	"qubi/model"
	"qubi/model/export"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/model/query"
)

// facts writes the contract's JSON Lines.
func (p *program) facts() *cobra.Command {
	var name, from string
	var why bool
	var c choices
	var output outputFlags
	cmd := &cobra.Command{
		Use: "facts [PATH...]",
		Example: `qubi facts > facts.jsonl
qubi facts my-reports/ report.txt
qubi facts --district 济阳 --filter '类:指标 年:2022'
qubi facts --why --filter '类:指标' report.txt
qubi facts - --name report.txt < report.txt
find my-reports -name '*.pdf' | qubi facts --paths-from - > facts.jsonl
ls my-reports/*.txt | xargs -P8 -I{} sh -c 'qubi facts - --name "$1" < "$1" > "$1.jsonl"' _ {}`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			switch {
			case from != "" && why:
				return misuse("usage.why")
			case from != "":
				return p.listed(from, paths, c, output)
			case !why && p.streams(paths, name, c):
				return p.stream(paths, c, output)
			}
			reading, err := p.reading()
			if err != nil {
				return err
			}
			reports, err := p.load(paths, name)
			if reports.corpus == nil {
				return err
			}
			filter, wrong := c.modelFilter(reports.corpus)
			if wrong != nil {
				return wrong
			}
			return p.output(output, reports.corpus.Paths(), err, func(w io.Writer) error {
				facts := confirmed(reports.corpus, c.checked).InText(filter)
				if why {
					return explain(w, reading, facts)
				}
				return export.Facts(w, facts)
			})
		},
	}
	c.defineFilter(cmd, p)
	c.defineChecked(cmd, p)
	output.define(cmd.Flags(), p)
	cmd.Flags().StringVar(&name, "name", "", p.say("flag.name"))
	cmd.Flags().BoolVar(&why, "why", false, p.say("flag.why"))
	cmd.Flags().StringVar(&from, "paths-from", "", p.say("flag.paths-from"))
	return cmd
}

// explain writes how facts were read, which come report by report.
func explain(w io.Writer, reading data.Options, facts []*model.Fact) error {
	var of *model.Report
	var whyOf func(*model.Fact) (extract.Why, bool)
	for _, f := range facts {
		if f.Report != of {
			of, whyOf = f.Report, reading.Explain(f.Report)
		}
		value := ""
		if f.HasValue {
			value = " " + f.Stated().Words(model.English)
		}
		_, err := fmt.Fprintf(w, "%s:%d %s %s%s\n  %-10s  %s\n", legible.Line(of.File), f.Line(), f.Kind, legible.Line(f.Name), value, "quote", legible.Line(f.Quote()))
		if why, ok := whyOf(f); err == nil && ok {
			_, err = io.WriteString(w, legible.Text(why.Text(f)))
		} else if err == nil {
			_, err = fmt.Fprintf(w, "  %-10s  %s\n", "rule", "none: a cell of a table, or a reader's correction")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// listed writes the facts of the reports whose paths a file lists.
func (p *program) listed(from string, paths []string, c choices, output outputFlags) error {
	if len(paths) > 0 {
		return misuse("usage.listed.paths")
	}
	if p.projectFile != "" || c.checked {
		return misuse("usage.listed.project")
	}
	if len(c.districts) > 0 {
		return misuse("usage.listed.district")
	}
	in := p.in
	if from != "-" {
		list, err := files.Read(from, files.ReportLimit)
		if err != nil {
			return lang.Say("fail.listing", err)
		}
		in = bytes.NewReader(list)
	}
	var listing error
	each := func(r data.Result) error {
		for _, e := range r.Problems {
			if !readable(e) || errors.Is(e, source.ErrOwn) || p.verbose {
				p.tell(one(lang.Told(e, p.tongue())))
			}
		}
		if r.Report == nil {
			return nil
		}
		return output.spares([]string{r.Report.Path})
	}
	return p.oneByOne(data.Named(linesOf(in, &listing)), c, output, []string{from}, each, func() error { return listing })
}

// streams reports whether facts can be written as soon as their report is read:
// nothing that is asked for needs the others.
func (p *program) streams(paths []string, name string, c choices) bool {
	return len(paths) > 0 && name == "" && !slices.Contains(paths, "-") && p.projectFile == "" && !c.checked && len(c.districts) == 0 && !p.verbose
}

// stream writes the facts of the reports at the paths while others are read.
func (p *program) stream(paths []string, c choices, output outputFlags) error {
	list := data.List(paths)
	found, read := data.ErrorList(nil), model.Map(list.Files, func(f data.File) string { return f.Path })
	each := func(r data.Result) error {
		found = append(found, r.Problems...)
		return nil
	}
	if err := p.oneByOne(slices.Values(list.Files), c, output, read, each, func() error { return nil }); err != nil {
		return err
	}
	problems := findingsOf(append(list.Trouble(), found...).Sorted())
	p.tellBeside(problems)
	if len(list.Files) == 0 && len(problems.unread) == 0 {
		return noDocument(paths)
	}
	return problems.failure()
}

// oneByOne writes the facts of one file after another; each may say of a result why
// to go no further, and end why what was written is not to stand.
func (p *program) oneByOne(list iter.Seq[data.File], c choices, output outputFlags, read []string, each func(data.Result) error, end func() error) error {
	reading, err := p.reading()
	if err != nil {
		return err
	}
	reading.Cache = p.cache()
	debug.SetGCPercent(builtinGC) // a few reports are held at a time
	filter, err := c.modelFilter(query.New(model.NewCorpus(nil)))
	if err != nil {
		return err
	}
	return p.output(output, read, nil, func(w io.Writer) error {
		for r := range reading.Stream(list) {
			if err := each(r); err != nil {
				return err
			}
			if r.Report == nil {
				continue
			}
			if err := export.Facts(w, query.Of(r.Shares).InText(filter)); err != nil {
				return err
			}
		}
		return end()
	})
}

// linesOf are the lines that are not empty. What keeps them from being read is
// in problem at the end.
func linesOf(in io.Reader, problem *error) iter.Seq[string] {
	return func(yield func(string) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if path := strings.TrimRight(lines.Text(), "\r"); path != "" && !yield(path) {
				return
			}
		}
		*problem = lines.Err()
	}
}
