package main

import (
	"io"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/export"
)

// facts writes the contract's JSON Lines.
func (p *program) facts() *cobra.Command {
	var name string
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
qubi facts - --name report.txt < report.txt
ls my-reports/*.txt | xargs -P8 -I{} sh -c 'qubi facts - --name "$1" < "$1" > "$1.jsonl"' _ {}`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			reports, err := p.load(paths, name)
			if reports.corpus == nil {
				return err
			}
			return p.output(output, err, func(w io.Writer) error {
				var facts []*model.Fact
				for _, r := range reports.corpus.Reports {
					facts = append(facts, r.Facts...)
				}
				return export.Facts(w, facts)
			})
		},
	}
	output.define(cmd.Flags())
	cmd.Flags().StringVar(&name, "name", "", "file `NAME` that the facts from standard input carry")
	return cmd
}
