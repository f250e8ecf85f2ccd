package main

import (
	"context"

	"github.com/spf13/cobra"
)

// run runs one command line and is its exit status.
func (p *program) run(ctx context.Context, args []string) int {
	release := keepBrokenPipes()
	defer release()

	root := p.commands()
	root.SetArgs(args)
	out, check := checked(p.out)
	root.SetOut(out)
	p.drawHelp(ctx, root)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		err = check()
	}
	return p.status(cmd, err)
}

// commands builds the tree. It is built at every start, the browser's too, so
// nothing here may cost: texts are constants, completions are functions.
func (p *program) commands() *cobra.Command {
	root := p.browser()
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().BoolVarP(&p.quiet, "quiet", "q", false, "say nothing on standard error but why the exit status is not 0")
	root.PersistentFlags().BoolVarP(&p.verbose, "verbose", "v", false, "say what was read, and every problem met")
	root.PersistentFlags().StringVar(&p.lang, "lang", p.env.lang, "`LANGUAGE` of the interface and of headings: zh or en")
	root.PersistentFlags().StringVar(&p.lexicon, "lexicon", "", "`FILE` of words that tell a theme, instead of the embedded one")
	root.PersistentFlags().StringVar(&p.encoding, "encoding", "", "`ENCODING` of all texts, instead of the one that their bytes tell: UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE")
	root.PersistentFlags().BoolVar(&p.noCache, "no-cache", false, "read every file anew, and keep nothing of it for the next time")
	root.PersistentFlags().StringVar(&p.projectFile, "project", "", "`FILE` of what people said of the reports: corrected facts, codes")
	root.Version = version()
	root.SetVersionTemplate("qubi {{.Version}}\n")
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(p.facts(), p.export(), p.reports(), p.clean(), p.review(), p.agree(), p.projectCommand(), p.manual())
	return root
}
