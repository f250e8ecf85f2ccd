package tui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/mattn/go-shellwords"

	"qubi/model/lang"
	"qubi/tui/screen"
)

// edit opens the report's file in the user's editor, at the line in which the
// fact under the cursor begins. The corpus stays as it was read.
func (a *App) edit() {
	f := a.selected()
	failed := func(err error) tea.Msg {
		if err == nil {
			return nil
		}
		return doneMsg{err: lang.Say("edit.failed", a.options.Editor, err)}
	}
	cmd, err := editorAt(a.options.Editor, f.Report.Path, f.Line())
	if err != nil {
		a.Run(func() tea.Msg { return failed(err) })
		return
	}
	a.Run(screen.Exec(cmd, failed))
}

// editorAt is the call of an editor: its own arguments as a shell would part
// them, then +line, which vi, nano, emacs and their kin take, then the file.
func editorAt(editor, path string, line int) (*exec.Cmd, error) {
	if filepath.Separator == '\\' {
		editor = strings.ReplaceAll(editor, `\`, `\\`) // there it parts folders
	}
	shell := shellwords.NewParser()
	shell.ParseEnv = true // $HOME/bin/ed
	set, words, err := shell.ParseWithEnvs(editor)
	if whole, found := exec.LookPath(strings.TrimSpace(editor)); found == nil { // a path with blanks, as desktops set it
		set, words, err = nil, []string{whole}, nil
	}
	if err != nil {
		return nil, lang.Say("filter.quote")
	}
	if len(words) == 0 {
		return nil, lang.Say("cause.command")
	}
	if rest, ok := strings.CutPrefix(words[0], "~/"); ok {
		home, _ := os.UserHomeDir()
		words[0] = filepath.Join(home, rest)
	}
	cmd := exec.Command(words[0], append(words[1:], "+"+strconv.Itoa(line), rooted(path))...)
	if len(set) > 0 { // LANG=C vi
		cmd.Env = append(os.Environ(), set...)
	}
	return cmd, nil
}

// rooted is a file's path as other programs are given it: it begins with a
// slash, so that no name can be taken for an option (-c) or a command (+!).
func rooted(path string) string {
	full, err := filepath.Abs(path)
	if err != nil && !filepath.IsAbs(path) { // there is no working folder any more
		return "." + string(filepath.Separator) + path
	}
	return full
}

// fileHere reports whether the report under the cursor is a file: built-in reports
// may stand beside the user's own, and a file may have gone since it was read.
func fileHere(a *App) bool {
	_, err := os.Stat(a.selected().Report.Path)
	return err == nil
}
