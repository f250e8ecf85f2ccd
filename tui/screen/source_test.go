//go:build !windows

package screen

import (
	"os"
	"strings"
	"testing"
	"time"

	"qubi/tui/screen/vt"
)

// typed is what comes out of a source into which pieces are written, each as
// soon as the source asks for more.
func typed(t *testing.T, slow bool, pieces ...string) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	written := make(chan struct{})
	defer func() { <-written; r.Close() }()
	s := newSource(r, slow, func(error) {})
	s.patience = time.Second // a piece always comes in time
	go func() {
		defer close(written)
		defer w.Close()
		for _, p := range pieces {
			w.WriteString(p)
			for n := 1; n > 0; { // until it was read
				if !waiting(r, 0) {
					n = 0
				}
			}
		}
	}()
	var out strings.Builder
	b := make([]byte, 4096)
	for {
		n, err := s.Read(b)
		out.Write(b[:n])
		if n > 0 {
			out.WriteByte('|')
		}
		if err != nil {
			return strings.TrimRight(out.String(), "|")
		}
	}
}

func TestPiecesAreOneKey(t *testing.T) {
	for _, whole := range []string{"\x1b[B", "\x1bOP", "\x1b[1;5R", "\x1b[<0;12;3M", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "济", "\x1b[[C"} {
		got := typed(t, true, strings.Split(whole, "")...)
		if whole == "济" {
			got = typed(t, true, whole[:1], whole[1:2], whole[2:])
		}
		if want := string(rewrite([]byte(whole), false)); got != want {
			t.Errorf("%q in pieces is %q", whole, got)
		}
	}
}

// A line that brings keys whole lets a lone Esc wait less; one that cuts a key, more.
// What no key and no terminal sends is passed over, ended or not, and what is typed
// behind it is heard: a sequence of 33 parts ended the program, a string that never
// ends kept Ctrl-C from it.
func TestSequencesAreBounded(t *testing.T) {
	endless := strings.Repeat("a", 3*longestSequence)
	for sent, want := range map[string]string{
		"\x1b[" + strings.Repeat("1;", 40) + "A|j":                   "j",
		"\x1b[" + strings.Repeat("1;", 3000) + "|1;1|A|j":            "j",
		"\x1b]11;" + endless + "|" + endless + "|\x03":               "\x03",
		"\x1b]11;" + endless + "|\x1b[99;5u":                         "\x1b[99;5u",
		"\x1bP" + endless + "\x1b\\j":                                "j",
		"\x1b_" + endless + "|aa\a|j":                                "j",
		"k\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[<0;12;3Mj":            "k\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[<0;12;3Mj",
		"\x1b[200~粘\x1b[" + strings.Repeat(":1", 40) + "m贴\x1b[201~": "\x1b[200~粘贴\x1b[201~",
	} {
		if got := strings.ReplaceAll(typed(t, false, strings.Split(sent, "|")...), "|", ""); got != want {
			t.Errorf("%.40q comes as %.80q, not %q", sent, got, want)
		}
	}
}

func TestPatienceIsLearned(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	s := newSource(r, false, func(error) {})
	b := make([]byte, 64)
	press := func(keys string) {
		w.WriteString(keys)
		if _, err := s.Read(b); err != nil {
			t.Fatal(err)
		}
	}
	press("j")
	for range manyKeys - 1 {
		press("\x1b[B")
	}
	if s.patience != localPatience {
		t.Errorf("after few keys Esc waits %v", s.patience)
	}
	press("\x1bOP")
	if s.patience != quickPatience {
		t.Errorf("after many whole keys Esc waits %v", s.patience)
	}
	s.learn([]byte("\x1b"))
	if s.whole != 0 {
		t.Errorf("after a key in pieces %d count as whole", s.whole)
	}
}

// A paste that never ends can be left by Ctrl-C, and is not kept whole.
func TestPasteWithoutEnd(t *testing.T) {
	s := &source{}
	if got := string(s.paste([]byte("\x1b[200~abc"))); got != "\x1b[200~abc" {
		t.Errorf("the beginning is %q", got)
	}
	kept := 0
	for range 4000 {
		kept += len(s.paste([]byte(strings.Repeat("文", 300))))
	}
	if kept > longestPaste {
		t.Errorf("%d bytes are kept", kept)
	}
	if got := string(s.paste([]byte("\x03"))); got != pasteEnd+"\x03" {
		t.Errorf("Ctrl-C gives %q", got)
	}
	if got := string(s.paste([]byte("j"))); got != "j" {
		t.Errorf("the next key is %q", got)
	}
	s.paste([]byte("\x1b[200~abc"))
	if got := string(s.paste([]byte("d\x03e\x1b[201~j"))); got != "d\x03e\x1b[201~j" {
		t.Errorf("a Ctrl-C that was pasted gives %q", got)
	}
}

// In a terminal that speaks kitty's protocol Esc comes whole; what was asked of
// it is taken back at the end.
func TestKittyKeys(t *testing.T) {
	term := vt.New(100, 20, 1)
	term.Kitty = true
	c := openConsole(t, term).start()
	c.status("1 true true")
	c.await("its keys", func(t *vt.Terminal) bool { return t.Modes["kitty"] })
	c.press("\x1b[27u\x1b[105;5u\x1b[109;5u\x1b[57420u")
	c.status("1 true true esc tab enter down")
	c.press("q")
	c.exit()
	c.restored()
}

// A terminal's report of its size, true or not, changes nothing: the device knows.
func TestForgedSize(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	c.press("\x1b[8;0;0t\x1b[8;99999;99999tj")
	c.status("1 true true j")
	c.await("straight borders", func(t *vt.Terminal) bool { return straight(t, boxMarks) })
}
