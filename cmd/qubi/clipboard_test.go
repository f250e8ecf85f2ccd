//go:build !windows

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Which command is used depends on what is installed and where the program
// runs; none is a fair answer.
func TestClipboardIsFound(t *testing.T) {
	for _, test := range []struct{ installed, set, want string }{
		{"wl-copy xclip", "WAYLAND_DISPLAY DISPLAY", "wl-copy"},
		{"wl-copy xclip", "DISPLAY", "xclip"},
		{"xsel", "DISPLAY", "xsel"},
		{"xclip", "", ""}, // no display to write to
		{"pbcopy", "", "pbcopy"},
		{"clip.exe", "", "clip.exe"},
		{"tmux", "TMUX", "tmux"},
		{"tmux", "", ""},
		{"tmux xclip", "TMUX DISPLAY", "xclip"},
		{"", "TMUX DISPLAY WAYLAND_DISPLAY", ""},
	} {
		has := func(list, word string) bool { return strings.Contains(" "+list+" ", " "+word+" ") }
		c := findClipboard(func(name string) string {
			if has(test.set, name) {
				return "x"
			}
			return ""
		}, func(name string) (string, error) {
			if has(test.installed, name) {
				return name, nil
			}
			return "", errors.New("not found")
		})
		got := ""
		if c != nil {
			got = c.name()
		}
		if got != test.want {
			t.Errorf("with %q and %q set: %q, want %q", test.installed, test.set, got, test.want)
		}
	}
}

// What the command reads is the text, byte for byte, or what clip.exe needs
// for Chinese; a command that fails says why.
func TestClipboardWrites(t *testing.T) {
	folder := t.TempDir()
	script := func(name, body string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		return path
	}
	out := filepath.Join(folder, "out")
	text := strings.Repeat("济阳区“固定资产投资”\n", 10_000)
	ok := clipboard{words: []string{script("ok", "cat > "+out)}}
	if err := ok.write(text); err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(out); string(raw) != text {
		t.Errorf("%d bytes came of %d", len(raw), len(text))
	}
	ok.wide = true
	if err := ok.write("区a𠮷"); err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(out); string(raw) != "\x3a\x53a\x00\x42\xd8\xb7\xdf" {
		t.Errorf("in UTF-16: %x", raw)
	}
	broken := clipboard{words: []string{script("broken", "echo cannot open display >&2; exit 1")}}
	if err := broken.write("x"); err == nil || !strings.Contains(err.Error(), "cannot open display") {
		t.Errorf("a failing command says %v", err)
	}
	stays := clipboard{words: []string{script("stays", "cat > /dev/null; sleep 60 &")}}
	if err := stays.write("x"); err != nil { // it serves the clipboard, and is not waited for
		t.Error(err)
	}
}
