package main

import (
	"errors"
	"fmt"
	"io"
	"os"
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

// errClosed is why what was to be written to standard output is lost.
var errClosed = errors.New("standard output is closed; leave it open, or give a file with -o")

// misuse is a usage error with its sentence.
func misuse(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
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
	case errors.Is(err, os.ErrClosed):
		err = errClosed
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
