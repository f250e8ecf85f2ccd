package main

import (
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// environment is what the process was started in. It is read here and nowhere
// else; everything below main gets values.
type environment struct {
	ambiguous string            // QUBI_AMBIGUOUS: auto, 1 or 2
	noColor   bool              // NO_COLOR is set to anything
	editor    string            // VISUAL, else EDITOR
	lang      string            // zh or en, for the interface only; never for widths
	user      string            // USER, who decides what a project keeps
	home      string            // HOME, for paths typed with ~
	configDir string            // $XDG_CONFIG_HOME/qubi, or "" where there is no home
	stateDir  string            // $XDG_STATE_HOME/qubi, likewise
	cacheDir  string            // $XDG_CACHE_HOME/qubi, likewise
	far       bool              // the terminal is far away, or another program stands before it
	term      string            // TERM
	inside    string            // tmux or screen, which stand between the program and the terminal, or ""
	clipboard func() *clipboard // looked for when it is wanted
}

// readEnvironment asks getenv for all that qubi heeds.
func readEnvironment(getenv func(string) string) environment {
	return environment{
		ambiguous: getenv("QUBI_AMBIGUOUS"),
		noColor:   getenv("NO_COLOR") != "",
		editor:    first(getenv, "VISUAL", "EDITOR"),
		lang:      language(first(getenv, "LC_ALL", "LC_MESSAGES", "LANG")),
		user:      first(getenv, "USER", "LOGNAME", "USERNAME"),
		home:      first(getenv, "HOME", "USERPROFILE"),
		configDir: home(getenv, "XDG_CONFIG_HOME", ".config"),
		stateDir:  home(getenv, "XDG_STATE_HOME", filepath.Join(".local", "state")),
		cacheDir:  home(getenv, "XDG_CACHE_HOME", ".cache"),
		far:       first(getenv, "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "TMUX", "STY") != "",
		term:      getenv("TERM"),
		inside:    inside(getenv),
		clipboard: func() *clipboard { return findClipboard(getenv, exec.LookPath) },
	}
}

// inside names the program that stands between this one and the terminal.
func inside(getenv func(string) string) string {
	switch {
	case getenv("TMUX") != "":
		return "tmux"
	case getenv("STY") != "":
		return "screen"
	}
	return ""
}

// first is the first of the variables that is set, by POSIX' rule that an
// empty one counts as unset.
func first(getenv func(string) string, names ...string) string {
	for _, name := range names {
		if v := getenv(name); strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

// language is the interface's language under a locale: English in an English
// locale, else Chinese, since the reports are.
func language(locale string) string {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return "en"
	}
	return "zh"
}

// home is qubi's folder below an XDG base folder. A relative base is ignored,
// as the XDG specification asks.
func home(getenv func(string) string, variable, fallback string) string {
	if base := getenv(variable); filepath.IsAbs(base) {
		return filepath.Join(base, "qubi")
	}
	if base := first(getenv, "HOME", "USERPROFILE"); base != "" {
		return filepath.Join(base, fallback, "qubi")
	}
	return ""
}

// screenFlags are the browser's own flags.
type screenFlags struct {
	ambiguous string
	ascii     bool
	resume    bool
}

// define adds the flags, with the environment as their defaults.
func (s *screenFlags) define(f *pflag.FlagSet, p *program) {
	f.StringVar(&s.ambiguous, "ambiguous", p.env.ambiguous, p.say("flag.ambiguous"))
	f.BoolVar(&s.ascii, "ascii", false, p.say("flag.ascii"))
	f.BoolVar(&s.resume, "resume", false, p.say("flag.resume"))
}

// cells is the number of cells that a word asks for; 0 asks the terminal.
func cells(word string) (int, error) {
	switch word {
	case "", "auto":
		return 0, nil
	case "1", "2":
		return int(word[0] - '0'), nil
	}
	return 0, misuse("usage.ambiguous", word)
}

// sorted are a map's keys in order.
func sorted[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
