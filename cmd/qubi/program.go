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
	"qubi/model/lang"
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
	lang           string // as --lang says; see tongue
	projectFile    string // of people's decisions, or ""
	lexicon        string // file of theme words, or "" for the embedded ones
	encoding       string // of all texts, or "" for the one that their bytes tell
	noCache        bool   // nothing read before is used, nothing is kept

	heads *said // read when it is first needed
}

// errClosed is why what was to be written to standard output is lost.
var errClosed error = lang.Say("fail.closed")

// status says why a run of a command failed, once, and is its exit status.
func (p *program) status(cmd *cobra.Command, err error) int {
	var wrong usageError
	var signal screen.SignalError
	var panicked screen.PanicError
	switch {
	case err == nil, isClosedPipe(err):
		return 0
	case errors.As(err, &wrong):
		shows := "usage.commands"
		if cmd.HasParent() {
			shows = "usage.flags"
		}
		p.tell(p.say(shows, one(lang.Told(err, p.tongue())), cmd.CommandPath()))
		return 2
	case errors.As(err, &signal): // the sender knows why; 128+n is the shells' way
		if n, ok := signal.Signal.(syscall.Signal); ok {
			return 128 + int(n)
		}
		return 1
	case errors.Is(err, os.ErrClosed):
		err = errClosed
	case errors.As(err, &panicked):
		fmt.Fprintf(p.err, "qubi: %v\n", panicked)
		p.tell(p.say("fail.defect"))
		return 1
	}
	p.tell(one(lang.Told(err, p.tongue())))
	return 1
}

// tell writes a sentence on standard error.
func (p *program) tell(sentence string) { fmt.Fprintf(p.err, "qubi: %s\n", sentence) }

// one is a text on one legible line; what no screen holds stands in it by its ends.
func one(text string) string {
	words := strings.Split(legible.Line(strings.ReplaceAll(text, "\n", "; ")), " ")
	for i, w := range words {
		const most, ends = 1000, 100
		if r := []rune(w); len(r) > most {
			words[i] = string(r[:ends]) + "…" + string(r[len(r)-ends:])
		}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// tongue is the language of help and messages: that of --lang where it is one.
func (p *program) tongue() model.Lang {
	for _, word := range []string{p.lang, p.env.lang} {
		for _, l := range []model.Lang{model.Chinese, model.English} {
			if l.String() == word {
				return l
			}
		}
	}
	return model.Chinese
}

// say is the text with the id, in the language.
func (p *program) say(id string, args ...any) string {
	return lang.Say(id, args...).Message(p.tongue())
}

// noteError tells of a problem, unless --quiet.
func (p *program) noteError(err error) {
	if !p.quiet {
		p.tell(one(lang.Told(err, p.tongue())))
	}
}

// note says something on standard error, unless --quiet.
func (p *program) note(id string, args ...any) {
	if !p.quiet {
		p.tell(one(p.say(id, args...)))
	}
}
