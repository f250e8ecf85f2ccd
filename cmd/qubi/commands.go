package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"qubi/model"
)

// run runs one command line and is its exit status.
func (p *program) run(ctx context.Context, args []string) int {
	release := keepBrokenPipes()
	defer release()

	p.lang = languageOf(args, p.env.lang)
	root := p.commands(args)
	root.SetArgs(args)
	out := &checked{Writer: p.out}
	root.SetOut(out)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		err = out.err
	}
	return p.status(cmd, err)
}

// languageOf is what --lang says on a command line, else the other: the texts of the
// commands are made before the line is read.
func languageOf(args []string, other string) string {
	known := func(word string) string {
		if word == model.Chinese.String() || word == model.English.String() {
			return word
		}
		return other // the help tells it; its flag says what is wrong
	}
	for i, arg := range args {
		switch value, ok := strings.CutPrefix(arg, "--lang="); {
		case arg == "--":
			return other
		case ok:
			other = known(value)
		case arg == "--lang" && i+1 < len(args):
			other = known(args[i+1])
		}
	}
	return other
}

// checked is a stream that remembers the first error of writing to it: what writes
// the help and the version looks at none.
type checked struct {
	io.Writer
	err error
}

// Write writes to the stream.
func (c *checked) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// commands builds the tree as far as a command line needs it: who opens the browser
// alone needs no command, and who names one no other.
func (p *program) commands(args []string) *cobra.Command {
	root := p.tree(args)
	p.tellOf(root)
	return root
}

// tree is the tree without what its commands say of themselves.
func (p *program) tree(args []string) *cobra.Command {
	root := p.root()
	if len(args) == 0 || slices.Equal(args, []string{"--version"}) {
		return root
	}
	all := map[string]func() *cobra.Command{"facts": p.facts, "export": p.export, "reports": p.reports, "clean": p.clean, "review": p.review, "agree": p.agree, "project": p.projectCommand}
	if named := all[args[0]]; named != nil {
		root.AddCommand(named())
		return root
	}
	for _, one := range all {
		root.AddCommand(one())
	}
	root.AddCommand(p.manual(), p.completion())
	root.SetHelpCommand(p.helpCommand())
	return root
}

// tellOf has a command and those below it say what they do, in the texts of their names.
func (p *program) tellOf(cmd *cobra.Command) {
	cmd.Short, cmd.Long = p.say(cmd.Name()+".short"), p.say(cmd.Name()+".long")
	for _, below := range cmd.Commands() {
		p.tellOf(below)
	}
}

// root is the tree's root. It is built at every start, the browser's too, so
// little here may cost: completions are functions.
func (p *program) root() *cobra.Command {
	root := p.browser()
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{wrongFlag(err)} })
	root.PersistentFlags().BoolVarP(&p.quiet, "quiet", "q", false, p.say("flag.quiet"))
	root.PersistentFlags().BoolVarP(&p.verbose, "verbose", "v", false, p.say("flag.verbose"))
	root.PersistentFlags().StringVar(&p.lang, "lang", p.lang, p.say("flag.lang"))
	root.PersistentFlags().StringVar(&p.lexicon, "lexicon", "", p.say("flag.lexicon"))
	root.PersistentFlags().StringVar(&p.encoding, "encoding", "", p.say("flag.encoding"))
	root.PersistentFlags().BoolVar(&p.noCache, "no-cache", false, p.say("flag.no-cache"))
	root.PersistentFlags().StringVar(&p.projectFile, "project", "", p.say("flag.project"))
	root.PersistentPreRunE = p.check
	p.drawHelp(root)
	return root
}

// check is an error where --lang is no language, or a path is empty, as that of a variable
// of a shell is which was never set: who gives one means some file, and not the built-in
// reports or no file at all.
func (p *program) check(cmd *cobra.Command, paths []string) (err error) {
	switch {
	case cmd.Hidden:
		return nil // a shell asks how words go on, of which nothing is typed yet
	case p.lang != p.tongue().String():
		return misuse("usage.lang", p.lang)
	case slices.Contains(paths, ""):
		return misuse("usage.empty")
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if slices.Contains([]string{"output", "paths-from", "lexicon", "project"}, f.Name) && f.Value.String() == "" {
			err = misuse("usage.emptyflag", f.Name)
		}
	})
	return err
}
