package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"qubi/data/source"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui"
	"qubi/tui/screen"
)

// browser is qubi without a subcommand.
func (p *program) browser() *cobra.Command {
	var flags screenFlags
	var c choices
	var versionOnly bool
	cmd := &cobra.Command{
		Use: "qubi [COMMAND] [PATH...]",
		Example: `qubi
qubi builtin: my-report.txt
qubi my-reports/ --theme 产业 --filter '阶段:目标'
qubi export --view indicators > indicators.md
qubi facts > facts.jsonl`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if versionOnly {
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "qubi %s\n", version())
				return err
			}
			if err := mistyped(cmd, paths); err != nil {
				return err
			}
			options, err := p.options(cmd, flags, c, paths)
			if err != nil {
				return err
			}
			if options.Library != nil {
				defer options.Library.Close()
			}
			return tui.Run(cmd.Context(), options)
		},
	}
	cmd.SuggestionsMinimumDistance = 2
	// The library's own flag writes by a template, whose package keeps all methods of all
	// types in the program: three megabytes.
	cmd.Flags().BoolVar(&versionOnly, "version", false, p.say("help.version"))
	flags.define(cmd.Flags(), p)
	c.defineFilter(cmd, p)
	return cmd
}

// options are all that the browser needs to know: the flags go before the
// environment, and that before the settings file. The terminal is taken and asked
// what it is before the reports are read, so that it answers meanwhile.
func (p *program) options(cmd *cobra.Command, flags screenFlags, c choices, paths []string) (_ tui.Options, err error) {
	var none tui.Options
	saved, wrong := p.settings(cmd)
	width, err := cells(cmp.Or(flags.ambiguous, saved.Ambiguous))
	if err != nil {
		return none, err
	}
	if err := p.needsTerminal(); err != nil {
		return none, err
	}
	terminal, err := tui.Terminal(screen.Options{Ambiguous: width, ASCII: flags.ascii || saved.ASCII, Inside: p.env.inside, Term: p.env.term, Slow: p.env.far})
	if err != nil {
		return none, err
	}
	defer func() {
		if err != nil {
			terminal.Close()
		}
	}()
	o := tui.Options{
		Language: p.tongue(), NoColor: p.env.noColor, Ambiguous: width, ASCII: flags.ascii || saved.ASCII,
		Keys: saved.Keys, Colours: saved.Colours, Terminal: terminal, State: p.env.stateDir, Home: p.env.home, Paths: paths, Lexicon: p.lexicon, Cite: saved.Cite, Editor: p.env.editor,
		Start: tui.Start{Resume: flags.resume}, Places: places,
	}
	if slices.Equal(paths, []string{"-"}) {
		err = p.openInput(&o, c)
	} else {
		err = p.openPaths(&o, paths, c)
	}
	if err != nil {
		return none, err
	}
	o.Begin = p.checks
	if c := p.env.clipboard(); c != nil {
		o.Clipboard, o.ClipboardName = c.write, c.name()
	}
	for _, err := range wrong {
		o.Problems = append(o.Problems, lang.Told(err, o.Language))
	}
	return o, nil
}

// settings are what the settings file says, taken where no flag says otherwise, and
// what is wrong in it.
func (p *program) settings(cmd *cobra.Command) (saved settings, wrong []error) {
	saved, wrong = readSettings(p.settingsPath())
	if saved.Language != "" && !cmd.Flags().Changed("lang") {
		p.lang = saved.Language
	}
	if p.lexicon == "" && saved.Themes != "" {
		p.lexicon = saved.Themes
		if _, err := p.reading(); err != nil { // the program starts all the same
			p.lexicon, wrong = "", append(wrong, p.themesWrong(err))
		}
	}
	return saved, wrong
}

// cursorless are the terminals of which nothing is known but that lines can be written to them.
var cursorless = []string{"dumb", "unknown", "network", "dialup"}

// needsTerminal is the error where the browser has no terminal to draw on.
func (p *program) needsTerminal() error {
	switch {
	case !isTerminal(p.out):
		return misuse("usage.terminal")
	case slices.Contains(cursorless, p.env.term):
		return misuse("usage.dumb", p.env.term)
	}
	return nil
}

// openPaths gives the browser the reports at the paths, as far as they are read
// before its first frame.
func (p *program) openPaths(o *tui.Options, paths []string, c choices) error {
	library, first, err := p.library(paths, o.Language)
	if err != nil {
		return err
	}
	o.Library, o.Heads, o.Loading, o.Found = library, p.said().all(), first, first.Found
	if first.Err != nil {
		return first.Err
	}
	asked := c.districts
	c.districts = nil
	if o.Start.Filter, err = c.modelFilter(first.Corpus); err != nil {
		return err
	}
	districts := func(corpus *query.Index) ([]model.DistrictID, error) {
		only := choices{districts: asked}
		f, err := only.modelFilter(corpus)
		return f.Districts, err
	}
	if first.Reading {
		o.Start.Later = districts
	} else if o.Start.Filter.Districts, err = districts(first.Corpus); err != nil {
		return err
	}
	return p.openCorpus(o, first.Corpus)
}

// openInput gives the browser the report on standard input.
func (p *program) openInput(o *tui.Options, c choices) error {
	reports, unread := p.load(o.Paths, "")
	if reports.corpus == nil {
		return unread
	}
	if reports.raw.Reports[0].Text == "" {
		return cmp.Or(unread, errNoText)
	}
	o.Found = reports.findings.told(o.Language)
	var err error
	if o.Start.Filter, err = c.modelFilter(reports.corpus); err != nil {
		return err
	}
	return p.openCorpus(o, query.New(reports.raw))
}

// openCorpus gives the browser a corpus, under the project if there is one.
func (p *program) openCorpus(o *tui.Options, corpus *query.Index) (err error) {
	o.Corpus = corpus
	if p.projectFile == "" {
		return nil
	}
	if o.Checks, err = p.checks(p.projectFile, corpus.Corpus); err != nil {
		return err
	}
	o.Corpus = query.New(project.Apply(corpus.Corpus, o.Checks.Project, project.HideRejected).Corpus)
	return nil
}

// errNoText is that there is nothing to be read in any file.
var errNoText error = lang.Say("fail.notext")

// themesWrong tells of a file of theme words that the settings name and that
// cannot be used.
func (p *program) themesWrong(err error) error {
	path := p.settingsPath()
	raw, _ := files.Read(path, files.ConfigLimit)
	text, _ := source.Text(raw)
	return &wrongLine{path, lineOf(text, "", "themes"), lang.Say("settings.nothemes", err)}
}

// settingsPath is where config.toml lies, or "" where there is no home.
func (p *program) settingsPath() string {
	if p.env.configDir == "" {
		return ""
	}
	return filepath.Join(p.env.configDir, "config.toml")
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// mistyped catches the name of a command with a wrong letter, which would
// otherwise be taken for a path.
func mistyped(cmd *cobra.Command, paths []string) error {
	for _, path := range paths {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if near := cmd.SuggestionsFor(path); len(near) > 0 {
			return misuse("usage.mistyped", path, near[0])
		}
	}
	return nil
}
