package screen

import (
	"encoding/base64"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// SetMouse is a command that turns reports of clicks and the wheel on or off.
func SetMouse(on bool) tea.Cmd { return func() tea.Msg { return mouseMsg(on) } }

// Copy is a command that hands the text to the terminal's clipboard (OSC 52).
// Many terminals ignore it, and none says so.
func Copy(text string) tea.Cmd { return func() tea.Msg { return copyMsg(text) } }

// Exec is a command that lends the terminal to another program, say an editor,
// and then sends what done makes of its error; done may be nil.
func Exec(cmd *exec.Cmd, done func(error) tea.Msg) tea.Cmd {
	return func() tea.Msg { return execMsg{cmd, done} }
}

// execMsg asks for the terminal to be lent.
type execMsg struct {
	cmd  *exec.Cmd
	done func(error) tea.Msg
}

// command carries out a message that one of the commands above sent.
func (s *session) command(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case suspendMsg:
		return s.suspend(), true
	case mouseMsg:
		s.mouse = bool(msg)
		s.out.Write([]byte(mouseMode(s.mouse)))
		return nil, true
	case copyMsg:
		s.out.Write([]byte(copying(string(msg), s.opts.Inside)))
		return nil, true
	case execMsg:
		msg.cmd.Stdin, msg.cmd.Stdout, msg.cmd.Stderr = s.term.in, s.term.out, s.term.out
		done := func(err error) tea.Msg {
			if msg.done == nil {
				return continued{}
			}
			return msg.done(err)
		}
		return s.lend(msg.cmd.Run, done), true
	}
	return nil, false
}

// screenChunk is how many bytes GNU screen hands on at a time.
const screenChunk = 76

// copying is the sequence that hands a text to the terminal's clipboard. tmux
// takes it for itself if it is set to, and else hands on what is wrapped for it
// where it is allowed to; screen only hands on, a little at a time.
func copying(text, inside string) string {
	code := base64.StdEncoding.EncodeToString([]byte(text))
	plain := "\x1b]52;c;" + code + "\x1b\\"
	switch inside {
	case "tmux":
		return plain + "\x1bPtmux;\x1b\x1b]52;c;" + code + "\a\x1b\\"
	case "screen":
		var b strings.Builder
		whole := "\x1b]52;c;" + code + "\a"
		for at := 0; at < len(whole); at += screenChunk {
			b.WriteString("\x1bP" + whole[at:min(at+screenChunk, len(whole))] + "\x1b\\")
		}
		return b.String()
	}
	return plain
}

// suspend stops the process until it is continued.
func (s *session) suspend() tea.Cmd {
	return s.lend(func() error { stopProcess(); return nil }, func(error) tea.Msg { return continued{} })
}
