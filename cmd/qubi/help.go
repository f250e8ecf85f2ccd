package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// drawHelp lets fang draw the help pages. It is called only once help is
// asked for: fang asks the terminal for its colours, and neither the browser's
// start nor an error's sentence should wait for that answer. Since fang draws
// only what it executes itself, it executes the same command line again.
func (p *program) drawHelp(ctx context.Context, root *cobra.Command) {
	root.SetHelpFunc(func(*cobra.Command, []string) {
		unquote(root)
		plain := func(w io.Writer, _ fang.Styles, err error) { fmt.Fprintln(w, err) }
		fang.Execute(ctx, root, fang.WithoutManpage(), fang.WithVersion(root.Version), fang.WithErrorHandler(plain))
	})
}

// unquote takes the backquotes from the flags' texts: they mark a value's name
// for the manual page and for cobra, and fang would print them.
func unquote(cmd *cobra.Command) {
	strip := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	cmd.LocalFlags().VisitAll(strip)
	for _, c := range cmd.Commands() {
		unquote(c)
	}
}

// noArgs is cobra.NoArgs as a usage error.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("%s takes no arguments, but was given %q", cmd.CommandPath(), args[0])
	}
	return nil
}
