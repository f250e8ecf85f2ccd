package main

import (
	"github.com/spf13/cobra"
)

// browser is qubi without a subcommand.
func (p *program) browser() *cobra.Command {
	var screen screenFlags
	cmd := &cobra.Command{
		Use:   "qubi [PATH...]",
		Short: "Compare Chinese districts from their government reports",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if _, err := cells(screen.ambiguous); err != nil {
				return err
			}
			if _, err := p.language(); err != nil {
				return err
			}
			return misuse("the browser is not there yet; try qubi facts")
		},
	}
	screen.define(cmd.Flags(), p.env)
	return cmd
}
