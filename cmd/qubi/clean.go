package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/legible"
)

// clean prints a report's clean text, or the repairs that led to it.
func (p *program) clean() *cobra.Command {
	var repairs bool
	var name string
	cmd := &cobra.Command{
		Use: "clean FILE",
		Example: `qubi clean report.txt
qubi clean --repairs report.txt
curl -s https://example.org/report.txt | qubi clean -`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misuse("usage.clean", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			found, err := p.load(paths, name)
			if err != nil {
				return err
			}
			report := found.corpus.Reports[0]
			return p.after(nil, func(w io.Writer) error {
				if repairs {
					return writeRepairs(w, report.Repairs)
				}
				text := strings.TrimSuffix(report.Text, "\n")
				if isTerminal(p.out) { // elsewhere the facts' places in it must hold
					text = legible.Text(text)
				}
				_, err := fmt.Fprintln(w, text)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&repairs, "repairs", false, p.say("flag.repairs"))
	cmd.Flags().StringVar(&name, "name", "", p.say("flag.name"))
	return cmd
}

// writeRepairs lists repairs, one a line, tab separated under a head. What
// would break a line is written as Go and JSON write it (\n, \t).
func writeRepairs(w io.Writer, repairs []model.Repair) error {
	if _, err := fmt.Fprintln(w, "original\trepaired\treason\tconfidence\tline\tproved"); err != nil {
		return err
	}
	for _, r := range repairs {
		_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%.2f\t%d\t%t\n",
			cellOf(r.Original), cellOf(r.Repaired), cellOf(r.Reason), r.Confidence, r.Line, r.Proved)
		if err != nil {
			return err
		}
	}
	return nil
}

// cellOf is a text legible inside its cell.
func cellOf(s string) string { return legible.Line(oneLine.Replace(s)) }

// oneLine keeps text inside its cell.
var oneLine = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
