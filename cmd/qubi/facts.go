package main

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"
)

// facts writes the contract's JSON Lines.
func (p *program) facts() *cobra.Command {
	return &cobra.Command{
		Use:   "facts [PATH...]",
		Short: "Write every fact as JSON Lines, one fact a line",
		RunE: func(cmd *cobra.Command, paths []string) error {
			corpus, problems := p.load(paths)
			if corpus == nil {
				return problems
			}
			err := p.write(func(w io.Writer) error {
				enc := json.NewEncoder(w)
				for _, r := range corpus.Reports {
					for _, f := range r.Facts {
						if err := enc.Encode(map[string]any{"kind": f.Kind.String(), "name": f.Name, "quote": f.Quote()}); err != nil {
							return err
						}
					}
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
