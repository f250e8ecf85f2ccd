package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
	"unicode/utf16"
)

// clipboard is a command that takes a text from its standard input to the
// system's clipboard.
type clipboard struct {
	words []string // the command and its arguments
	env   string   // added to the environment, or ""
	wide  bool     // wants UTF-16: clip.exe would read Chinese in the system's code page
}

// patience is how long a clipboard command may take: one that waits for a
// display that does not answer must not wait for ever.
const patience = 5 * time.Second

// findClipboard is the first command that is there to be used; nil when there
// is none. A command needs its display: xclip without one only fails.
func findClipboard(getenv func(string) string, lookPath func(string) (string, error)) *clipboard {
	for _, c := range []struct {
		needs string // a variable that must be set, or ""
		clipboard
	}{
		{"WAYLAND_DISPLAY", clipboard{words: []string{"wl-copy"}}},
		{"DISPLAY", clipboard{words: []string{"xclip", "-in", "-selection", "clipboard"}}},
		{"DISPLAY", clipboard{words: []string{"xsel", "--input", "--clipboard"}}},
		{"", clipboard{words: []string{"pbcopy"}, env: "LC_CTYPE=UTF-8"}},
		{"", clipboard{words: []string{"clip.exe"}, wide: true}},
		{"", clipboard{words: []string{"termux-clipboard-set"}}},
		// tmux keeps OSC 52 of its programs to itself unless told otherwise,
		// and hands on what its own command is given.
		{"TMUX", clipboard{words: []string{"tmux", "load-buffer", "-w", "-"}}},
	} {
		if c.needs != "" && getenv(c.needs) == "" {
			continue
		}
		if _, err := lookPath(c.words[0]); err == nil {
			return &c.clipboard
		}
	}
	return nil
}

// name is what the user knows the command by.
func (c *clipboard) name() string { return c.words[0] }

// write hands the text to the clipboard.
func (c *clipboard) write(text string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.words[0], c.words[1:]...)
	cmd.Stdin = bytes.NewReader(c.bytes(text))
	if c.env != "" {
		cmd.Env = append(os.Environ(), c.env)
	}
	// What it says matters only when it fails. A file and not a pipe: some stay
	// behind to serve the clipboard, and a pipe would wait for their end.
	said, err := os.CreateTemp("", "qubi-clipboard-")
	if err != nil {
		return err
	}
	os.Remove(said.Name()) // open it stays, and is not left behind however this ends
	defer os.Remove(said.Name())
	defer said.Close()
	cmd.Stderr = said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return errors.New("no answer")
		}
		raw := make([]byte, 4<<10)
		n, _ := said.ReadAt(raw, 0)
		raw = raw[:n]
		if first, _, _ := strings.Cut(strings.TrimSpace(string(raw)), "\n"); first != "" {
			return fmt.Errorf("%w: %s", err, first)
		}
		return err
	}
	return nil
}

// bytes is the text as the command reads it.
func (c *clipboard) bytes(text string) []byte {
	if !c.wide {
		return []byte(text)
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
