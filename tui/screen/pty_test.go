//go:build !windows

package screen

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"qubi/tui/screen/vt"
)

func TestWaysOut(t *testing.T) {
	signal := func(s os.Signal) func(*console) { return func(c *console) { c.cmd.Process.Signal(s) } }
	keys := func(s string) func(*console) { return func(c *console) { c.press(s) } }
	for _, out := range []struct {
		name  string
		leave func(*console)
		code  int
		says  string
	}{
		{"q", keys("q"), 0, "bye"},
		{"Ctrl-C", keys("\x03"), 0, "bye"},
		{"after the mouse was on", keys("Mq"), 0, "bye"},
		{"SIGINT", signal(syscall.SIGINT), 1, "error: ended by signal: interrupt"},
		{"SIGTERM", signal(syscall.SIGTERM), 1, "error: ended by signal: terminated"},
		{"SIGHUP", signal(syscall.SIGHUP), 1, "error: ended by signal: hangup"},
		{"panic", keys("P"), 2, "panic met: in Update"},
		{"panic in a command", keys("C"), 2, "panic met: in a command"},
	} {
		t.Run(out.name, func(t *testing.T) {
			t.Parallel()
			c := openConsole(t, vt.New(100, 20, 1)).start()
			c.status("1 true true")
			out.leave(c)
			if code := c.exit(); code != out.code {
				t.Errorf("exit code %d, want %d", code, out.code)
			}
			c.restored()
			c.await(out.says, func(*vt.Terminal) bool { return strings.Contains(c.raw.String(), "\x1b[?1049l"+out.says) })
		})
	}
}

func TestClosedTerminal(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	c.slave.Close()
	c.hangUp()
	c.exit()
}

// A terminal that reads nothing any more holds up neither keys nor the end.
func TestStoppedReader(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	c.mu.Lock()
	c.paused = true
	c.mu.Unlock()
	for range 400 { // more frames than any queue holds
		c.press("n")
	}
	c.press("q")
	if code := c.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	c.restored()
}

func TestTypedAhead(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1))
	c.slave.WriteString("") // the device is cooked; what is typed now waits in it
	want := []string{"a", "区", "up", "b", "shift+f3", "c", "比"}
	c.press("a区\x1b[Ab\x1b[1;2Rc比\r")
	c.start()
	c.status("1 true true " + strings.Join(want, " ") + " enter")
	c.press("q")
	c.exit()
	c.restored()
}

// Answers may come late, in part, never, split into bytes, among keys.
func TestProbe(t *testing.T) {
	never := func(*vt.Terminal) []byte { return nil }
	for _, p := range []struct {
		name   string
		term   *vt.Terminal
		env    string
		status string
		marks  string
		answer func(*vt.Terminal) []byte
	}{
		{"narrow", vt.New(100, 20, 1), "", "1 true true", boxMarks, nil},
		{"wide", vt.New(100, 20, 2), "", "2 false true", asciiMarks, nil},
		{"silent", vt.New(100, 20, 1), "", "1 true", boxMarks, never},
		{"silent and told", vt.New(100, 20, 2), "DEMO_AMBIGUOUS=2", "2 false", asciiMarks, never},
		{"narrow, told wide", vt.New(100, 20, 1), "DEMO_AMBIGUOUS=2", "2 false true", asciiMarks, nil},
		{"wide, told narrow", vt.New(100, 20, 2), "DEMO_AMBIGUOUS=1", "1 false true", asciiMarks, nil},
		{"ASCII", vt.New(100, 20, 1), "DEMO_ASCII=1", "1 false true", asciiMarks, nil},
		{"two of three answers", vt.New(100, 20, 2), "", "1 true", "│┌┐└┘ ", func(t *vt.Terminal) []byte {
			return bytes.TrimSuffix(bytes.TrimPrefix(t.Answers, []byte("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")), []byte("\x1b[2;5R"))
		}},
	} {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			c := openConsole(t, p.term)
			c.answer = p.answer
			c.start(p.env)
			c.status(p.status)
			c.await("straight borders", func(t *vt.Terminal) bool {
				return p.term.Ambiguous == 2 && p.marks != asciiMarks || straight(t, p.marks)
			})
			c.press("q")
			c.exit()
			c.restored()
		})
	}
}

// An answer that comes after the first frame lays the screen out again.
func TestLateAnswer(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 2))
	var held []byte
	c.answer = func(t *vt.Terminal) []byte { held = append(held, t.Answers...); return nil }
	c.start()
	c.status("1 true")
	c.mu.Lock()
	c.answer = nil
	c.mu.Unlock()
	c.tty.Write(held)
	c.await("ASCII borders", func(t *vt.Terminal) bool { return straight(t, asciiMarks) })
	c.status("2 false true")
}

// One byte at a time, with keys before, between and after the answers.
func TestAnswersAmongKeys(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 2))
	asked := false
	c.answer = func(t *vt.Terminal) []byte {
		if len(t.Answers) > 0 && !asked {
			asked = true
			for _, b := range []byte("x\x1b[2;1Ry\x1b[2;3R区\x1b[1;5R\x1b[2;5Rz") {
				c.tty.Write([]byte{b})
			}
		}
		return nil
	}
	c.start()
	c.status("2 false  x y 区 ctrl+f3 z")
}

// Borders stand in their columns after keys, pages and resizes, whatever the
// terminal claims its widths to be.
func TestBordersStayStraight(t *testing.T) {
	for _, p := range []struct {
		name  string
		term  *vt.Terminal
		env   string
		marks string
	}{
		{"narrow", vt.New(100, 20, 1), "", boxMarks},
		{"wide", vt.New(100, 20, 2), "", asciiMarks},
		{"narrow, measured wide", vt.New(100, 20, 1), "DEMO_AMBIGUOUS=2", asciiMarks},
		{"wide, measured narrow", vt.New(100, 20, 2), "DEMO_AMBIGUOUS=1", asciiMarks},
	} {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			c := openConsole(t, p.term).start(p.env)
			keys := ""
			for i, key := range strings.Split("j j n k n j i n", " ") {
				c.press(key)
				keys += " " + key
				c.await("keys"+keys, func(t *vt.Terminal) bool {
					return strings.Contains(t.Text(t.Height-1), keys) && straight(t, p.marks)
				})
				if i%3 == 2 {
					w, h := 100-7*i, 20+i
					c.mu.Lock()
					c.vt.Resize(w, h)
					c.mu.Unlock()
					c.resizePty(w, h)
					c.await("the new size", func(t *vt.Terminal) bool { return straight(t, p.marks) })
				}
			}
		})
	}
}

func TestResizeStorm(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	for i := range 60 {
		w, h := 1+(i*37)%120, 1+(i*11)%30
		c.mu.Lock()
		c.vt.Resize(w, h)
		c.mu.Unlock()
		c.resizePty(w, h)
	}
	c.mu.Lock()
	c.vt.Resize(90, 17)
	c.mu.Unlock()
	c.resizePty(90, 17)
	c.await("a right frame", func(t *vt.Terminal) bool { return straight(t, boxMarks) })
	c.status("1 true true")
}

// From one cell up the program starts, shows what fits, and ends.
func TestSmallWindows(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {2, 1}, {1, 5}, {7, 2}, {8, 2}, {11, 3}, {12, 4}} {
		c := openConsole(t, vt.New(size[0], size[1], 1)).start()
		c.await("a frame", func(t *vt.Terminal) bool {
			return t.Modes["1049"] && strings.TrimSpace(t.String()) != "" || size[0] == 1
		})
		c.press("q")
		if code := c.exit(); code != 0 {
			t.Errorf("%v: exit code %d", size, code)
		}
		c.restored()
	}
}

func TestFloodEndsInTheLastFrame(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	// Stopped meanwhile, the program finds all the keys at once, however busy the
	// machine is.
	c.cmd.Process.Signal(unix.SIGSTOP)
	c.press(strings.Repeat("i", 999) + "j")
	start := time.Now()
	c.cmd.Process.Signal(unix.SIGCONT)
	c.await("the last key's frame", func(t *vt.Terminal) bool { return t.Modes["25"] })
	c.press("q")
	c.exit()
	worth := int(time.Since(start)/frameTime) + 20 // 20: before and after the flood
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := strings.Count(c.raw.String(), "\x1b[?2026h"); n > worth {
		t.Errorf("%d frames were drawn for a flood of 1000 keys, where %d are worth it", n, worth)
	}
}

// What an editor asked of the terminal and did not take back ends with it: how keys and the
// mouse are told, and the cursor's shape.
func TestEditorThatLeavesTheTerminalChanged(t *testing.T) {
	left := map[string]string{"keys": ">4;2m", "9": "?9h", "1003": "?1003h", "1005": "?1005h", "1016": "?1016h", "cursor": "2 q"}
	script := ""
	for _, sequence := range left {
		script += "\\033[" + sequence
	}
	c := openConsole(t, vt.New(100, 20, 1)).start("DEMO_EDITOR=printf '" + script + "editing '; exit 3")
	c.status("1 true true")
	c.press("E")
	c.status("1 true true E paste:exit status 3")
	c.await("the terminal's own ways", func(t *vt.Terminal) bool {
		for mode := range left {
			if on, told := t.Modes[mode]; on || !told {
				return false
			}
		}
		return true
	})
	c.press("q")
	c.exit()
	c.restored()
}

// The editor finds the terminal as the shell would give it, and afterwards the
// frame is whole again.
func TestEditor(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start("DEMO_EDITOR=printf 'editing '; read line; printf 'got %s ' $line; exit 3")
	c.status("1 true true")
	c.press("E")
	c.await("the editor", func(t *vt.Terminal) bool { return strings.Contains(c.raw.String(), "editing ") && !t.Modes["1049"] })
	if now := c.modes(); now != c.before {
		t.Errorf("the editor's modes are %+v, want %+v", now, c.before)
	}
	c.press("text\r")
	c.status("1 true true E paste:exit status 3")
	c.await("a whole frame", func(t *vt.Terminal) bool { return straight(t, boxMarks) })
	if !strings.Contains(c.raw.String(), "got text") {
		t.Error("the editor did not get its line")
	}
	c.press("jq")
	c.exit()
	c.restored()
}

// Ctrl-Z stops the program with the terminal given back; continued, it draws
// everything again.
func TestSuspend(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no shell with job control")
	}
	c := openConsole(t, vt.New(100, 20, 1)).run(exec.Command(shell, "--norc", "--noediting", "-i"))
	c.vt.Lenient = true // the shell's prompt rings and tabs as it likes
	c.press(os.Args[0] + "; echo stopped\r")
	c.status("1 true true")
	c.press("\x1a")
	c.await("the shell", func(t *vt.Terminal) bool {
		return strings.Contains(c.raw.String(), "Stopped") && !t.Modes["1049"]
	})
	if now := c.modes(); now.Lflag&unix.ICANON == 0 || now.Lflag&unix.ECHO == 0 {
		t.Error("the shell got a raw terminal")
	}
	c.press("fg\r")
	c.await("the frame", func(t *vt.Terminal) bool { return t.Modes["1049"] && straight(t, boxMarks) })
	c.press("q")
	c.await("the end", func(t *vt.Terminal) bool { return strings.Contains(c.raw.String(), "bye") && !t.Modes["1049"] })
	c.press("exit\r")
	c.exit()
}

func TestPasteAndMouse(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	c.press("\x1b[200~粘贴\x1b[201~M")
	c.await("mouse reports on", func(t *vt.Terminal) bool { return t.Modes["1002"] && t.Modes["1006"] })
	c.press("\x1b[<0;5;3M\x1b[<0;5;3m")
	c.status("1 true true paste:粘贴 M click:4,2")
}

func TestCopy(t *testing.T) {
	c := openConsole(t, vt.New(100, 20, 1)).start()
	c.status("1 true true")
	c.press("Y")
	c.await("OSC 52", func(*vt.Terminal) bool { return strings.Contains(c.raw.String(), "\x1b]52;c;5aSN5Yi2\x1b\\") })
}

// What the screen shows does not depend on the locale.
func TestLocale(t *testing.T) {
	var shows []string
	for _, env := range []string{"LC_ALL=C.UTF-8", "LC_ALL=zh_CN.UTF-8", "RUNEWIDTH_EASTASIAN=1"} {
		c := openConsole(t, vt.New(100, 20, 1)).start(env)
		c.status("1 true true")
		c.mu.Lock()
		shows = append(shows, c.vt.String())
		c.mu.Unlock()
		c.press("q")
		c.exit()
	}
	if len(slices.Compact(shows)) != 1 {
		t.Errorf("different frames:\n%s", strings.Join(shows, "\n"))
	}
}
