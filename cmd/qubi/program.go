package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/legible"
	"qubi/tui/screen"
)

// program is one run of qubi: its standard files, its environment, and the
// flags that every command shares.
type program struct {
	in       io.Reader
	out, err io.Writer
	env      environment

	quiet, verbose bool
	lang           string // as --lang says; see language
	projectFile    string // of people's decisions, or ""
	lexicon        string // file of theme words, or "" for the embedded ones
	encoding       string // of all texts, or "" for the one that their bytes tell
	noCache        bool   // nothing read before is used, nothing is kept

	heads *said // read when it is first needed
}

// usageError is a wrong command line: exit status 2.
type usageError struct{ error }

// misuse is a usage error with its sentence.
func misuse(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

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

// status says why a run of a command failed, once, and is its exit status.
func (p *program) status(cmd *cobra.Command, err error) int {
	var wrong usageError
	var signal screen.SignalError
	var panicked screen.PanicError
	switch {
	case err == nil, isClosedPipe(err):
		return 0
	case errors.As(err, &wrong):
		shows := "the commands"
		if cmd.HasParent() {
			shows = "its flags"
		}
		fmt.Fprintf(p.err, "qubi: %s (%s --help shows %s)\n", sentence(err), cmd.CommandPath(), shows)
		return 2
	case errors.As(err, &signal): // the sender knows why; 128+n is the shells' way
		if n, ok := signal.Signal.(syscall.Signal); ok {
			return 128 + int(n)
		}
		return 1
	case errors.As(err, &panicked):
		fmt.Fprintf(p.err, "qubi: %v\nqubi: this is a defect; please report it with the lines above\n", panicked)
		return 1
	}
	fmt.Fprintf(p.err, "qubi: %s\n", sentence(err))
	return 1
}

// sentence is the error on one line.
func sentence(err error) string {
	return strings.TrimSpace(legible.Line(strings.ReplaceAll(err.Error(), "\n", "; ")))
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

// language checks --lang.
func (p *program) language() (model.Lang, error) {
	for _, l := range []model.Lang{model.Chinese, model.English} {
		if l.String() == p.lang {
			return l, nil
		}
	}
	return 0, misuse("--lang is %q; it can be zh or en", p.lang)
}

// note says something on standard error, unless --quiet.
func (p *program) note(format string, args ...any) {
	if !p.quiet {
		fmt.Fprintf(p.err, "qubi: %s\n", legible.Line(fmt.Sprintf(format, args...)))
	}
}
