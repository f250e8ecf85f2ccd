package main

import (
	"io"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/query"
)

// facts writes the contract's JSON Lines.
func (p *program) facts() *cobra.Command {
	var name string
	var c choices
	var output outputFlags
	cmd := &cobra.Command{
		Use:   "facts [PATH...]",
		Short: "Write every fact as JSON Lines, one fact a line",
		Long: `facts writes every metric, cluster, park and project with the sentence that
states it, one JSON object a line, report by report in the order of the text.
The same input gives the same bytes.

The one path - is a pure mapper: a report on standard input, its facts on
standard output, so that any number of reports can be read side by side. Name
each with --name, and the lines equal those of one run over all of them.`,
		Example: `qubi facts > facts.jsonl
qubi facts my-reports/ report.txt
qubi facts --district 济阳 --filter '类:指标 年:2022'
qubi facts - --name report.txt < report.txt
ls my-reports/*.txt | xargs -P8 -I{} sh -c 'qubi facts - --name "$1" < "$1" > "$1.jsonl"' _ {}`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			reports, err := p.load(paths, name)
			if reports.corpus == nil {
				return err
			}
			filter, wrong := c.modelFilter(reports.corpus)
			if wrong != nil {
				return wrong
			}
			return p.output(output, err, func(w io.Writer) error { return export.Facts(w, factsOf(reports.corpus, filter)) })
		},
	}
	c.defineFilter(cmd, p.districts)
	output.define(cmd.Flags())
	cmd.Flags().StringVar(&name, "name", "", "file `NAME` that the facts from standard input carry")
	return cmd
}

// factsOf are the facts that the filter lets through, report by report.
func factsOf(corpus *query.Index, filter query.Filter) []*model.Fact {
	var facts []*model.Fact
	for _, r := range corpus.Reports {
		for _, f := range r.Facts {
			if filter.Match(f) {
				facts = append(facts, f)
			}
		}
	}
	return facts
}
