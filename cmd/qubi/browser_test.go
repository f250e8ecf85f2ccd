//go:build !windows

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestBrowserOpensAndQuits starts the browser by the very command that
// README.md gives, sees the three districts, and leaves by q with status 0.
func TestBrowserOpensAndQuits(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the program")
	}
	root := repository(t)
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	const command = "go run ./cmd/qubi"
	if !bytes.Contains(readme, []byte("\n"+command+"\n")) {
		t.Fatalf("README.md does not say %s", command)
	}
	cmd := exec.Command("go", strings.Fields(command)[1:]...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "XDG_STATE_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	term, _ := start(t, cmd)
	shown := term.until(t, "济阳区", "钢城区", "市中区")
	if !bytes.Contains(shown, []byte("济南市")) {
		t.Error("the first screen does not tell which 市中区 it is")
	}
	term.press("q")
	for range term.arrive { // until the program is gone
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("q ends the browser with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("q does not end the browser")
	}
}

// TestBrowserOverEmptyFilesSaysWhy: there is nothing to open, and no trace of
// a crash either.
func TestBrowserOverEmptyFilesSaysWhy(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "empty.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("qubi", "empty.txt")
	cmd.Dir = home
	cmd.Env = append(os.Environ(), keeping(), "TERM=xterm-256color", "LANG=en_US.UTF-8", "LC_ALL=", "HOME="+home)
	term, _ := start(t, cmd)
	term.until(t, "no text in the files given")
}

// TestBrowserOnADumbTerminal says so, and the way on.
func TestBrowserOnADumbTerminal(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"dumb", "unknown"} {
		cmd := exec.Command("qubi")
		cmd.Env = append(os.Environ(), keeping(), "TERM="+kind, "LANG=en_US.UTF-8", "LC_ALL=", "HOME="+t.TempDir())
		term, _ := start(t, cmd)
		term.until(t, "TERM="+kind, "use qubi export")
	}
}

// TestBrowserExportsWhatTheCommandDoes writes the first screen by x in the
// browser, and the same view by qubi export: the same bytes.
func TestBrowserExportsWhatTheCommandDoes(t *testing.T) {
	t.Parallel()
	dir := workshop(t)
	for _, test := range []struct {
		name, keys, file string
		args             []string
	}{
		{"facts of two themes", "13x", "qubi-facts.md", []string{"--theme", "产业,科创"}},
		{"indicators", "\x1bORx", "qubi-indicators.md", []string{"--view", "indicators"}},
		{"a ranking", "\x1bORvvvx", "qubi-ranking.md", []string{"--view", "ranking:工业投资"}},
		{"over time", "\x1bORvvvvx", "qubi-time.md", []string{"--view", "time"}},
		{"charts", "\x1bORvvvvvx", "qubi-chart.md", []string{"--view", "chart"}},
		{"places found", "/高铁\r\x1bOR\x1b[Zx", "qubi-found.md", []string{"--view", "found:高铁"}},
		{"texts", "\x1bOSx", "qubi-text.md", []string{"--view", "text"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := exec.Command("qubi", "./reports") // not reports, which is a command
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), keeping(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "XDG_STATE_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
			term, _ := start(t, cmd)
			term.until(t, "济阳区", "钢城区", "市中区")
			term.press(test.keys)
			term.until(t, test.file)
			term.press("\r")
			term.until(t, test.file)
			term.press("q")
			for range term.arrive { // until the program is gone
			}
			got, err := os.ReadFile(filepath.Join(dir, test.file))
			if err != nil {
				t.Fatal(err)
			}
			want := exec.Command("qubi", append([]string{"export", "./reports"}, test.args...)...)
			want.Dir, want.Env = dir, cmd.Env
			out, err := want.Output()
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, out) {
				t.Errorf("browser and command differ, %s", firstDifference(string(got), string(out)))
			}
		})
	}
}

// TestBrowserSavesWhenItsWindowCloses closes the window as terminals do, with a
// hangup more than once: the note just written and the session are kept whole.
func TestBrowserSavesWhenItsWindowCloses(t *testing.T) {
	t.Parallel()
	for range 5 {
		state := t.TempDir()
		cmd := exec.Command("qubi", "./reports")
		cmd.Dir = workshop(t)
		cmd.Env = append(os.Environ(), keeping(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "XDG_STATE_HOME="+state, "XDG_CONFIG_HOME="+t.TempDir())
		term, _ := start(t, cmd)
		term.until(t, "济阳区", "钢城区", "市中区")
		term.press(" ")
		term.until(t, "★")
		gone := make(chan error)
		go func() { gone <- cmd.Wait() }()
		for running := true; running; {
			select {
			case <-gone:
				running = false
			case <-term.arrive:
			default:
				cmd.Process.Signal(syscall.SIGHUP)
			}
		}
		files, err := filepath.Glob(filepath.Join(state, "qubi", "*"))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range files {
			names = append(names, filepath.Base(f))
		}
		if got := strings.Join(names, " "); got != "notes.json notes.lock session.json" {
			t.Fatalf("the state folder holds %q, want the notes, their lock and the session", got)
		}
	}
}

// TestBrowserTellsWhatIsWrong opens with a wrong setting and a path that is
// not there: the browser starts all the same, and says both.
func TestBrowserTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	config := t.TempDir()
	file := filepath.Join(config, "qubi", "config.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("ascii = false\nlanguage = \"fr\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("qubi", "nowhere.txt", "./reports")
	cmd.Dir = workshop(t)
	cmd.Env = append(os.Environ(), keeping(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "XDG_STATE_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+config)
	term, _ := start(t, cmd)
	term.until(t, "济阳区", "config.toml:2")
}
