package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// reports lists what was read.
func (p *program) reports() *cobra.Command {
	return &cobra.Command{
		Use:   "reports [PATH...]",
		Short: "List the reports",
		RunE: func(cmd *cobra.Command, paths []string) error {
			corpus, problems := p.load(paths)
			if corpus == nil {
				return problems
			}
			err := p.write(func(w io.Writer) error {
				for _, r := range corpus.Reports {
					fmt.Fprintln(w, r.File, r.Head.District, len(r.Facts))
				}
				return nil
			})
			if err != nil {
				return err
			}
			return problems
		},
	}
}
