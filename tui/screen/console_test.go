//go:build !windows

package screen

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"qubi/tui/screen/vt"
)

// console is the demo in a pseudo terminal, with a terminal model at the other
// end that shows what it writes and answers what it asks.
type console struct {
	t      testing.TB
	cmd    *exec.Cmd
	tty    *os.File // our end
	slave  *os.File // the program's end, kept to look at its modes
	before unix.Termios

	mu      sync.Mutex
	vt      *vt.Terminal
	raw     bytes.Buffer // all that was written
	changed chan struct{}
	paused  bool // read nothing
	exited  chan struct{}
	answer  func(*vt.Terminal) []byte // instead of the model's own answers
}

// limit is how long a test waits for what must happen.
const limit = 20 * time.Second

// openConsole starts the demo in a window of 100 by 20 cells.
func openConsole(t testing.TB, term *vt.Terminal) *console {
	t.Helper()
	tty, slave, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo terminal here: %v", err)
	}
	c := &console{t: t, tty: tty, slave: slave, vt: term, changed: make(chan struct{}, 1), exited: make(chan struct{})}
	c.resizePty(term.Width, term.Height)
	c.before = c.modes()
	return c
}

// start runs the demo.
func (c *console) start(env ...string) *console {
	c.t.Helper()
	return c.run(exec.Command(os.Args[0]), env...)
}

// run runs a command that runs the demo.
func (c *console) run(cmd *exec.Cmd, env ...string) *console {
	c.t.Helper()
	c.cmd = cmd
	c.cmd.Env = append(os.Environ(), append([]string{"SCREEN_DEMO=1", "TERM=xterm-256color"}, env...)...)
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = c.slave, c.slave, c.slave
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	go func() { c.cmd.Wait(); close(c.exited) }()
	go c.listen()
	c.t.Cleanup(func() {
		c.cmd.Process.Kill()
		<-c.exited
		c.tty.Close()
		c.slave.Close()
	})
	return c
}

// listen shows what the program writes and sends the answers back.
func (c *console) listen() {
	b := make([]byte, 32<<10)
	for {
		c.mu.Lock()
		paused := c.paused
		c.mu.Unlock()
		if paused {
			<-c.exited
			c.mu.Lock()
			c.paused = false
			c.mu.Unlock()
		}
		n, err := c.tty.Read(b)
		c.mu.Lock()
		c.raw.Write(b[:n])
		c.vt.Write(b[:n])
		reply := c.vt.Answers
		if c.answer != nil {
			reply = c.answer(c.vt)
		}
		c.vt.Answers = nil
		c.mu.Unlock()
		if len(reply) > 0 {
			c.tty.Write(reply)
		}
		select {
		case c.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// await waits until the window shows what is asked for.
func (c *console) await(what string, ok func(*vt.Terminal) bool) {
	c.t.Helper()
	deadline := time.After(limit)
	for {
		c.mu.Lock()
		fine := ok(c.vt)
		shows, errs := c.vt.String(), c.vt.Errors
		c.mu.Unlock()
		if len(errs) > 0 {
			c.t.Fatalf("the terminal does not know: %q", errs)
		}
		if fine {
			return
		}
		select {
		case <-c.changed:
		case <-deadline:
			c.t.Fatalf("waited for %s; the window shows\n%s", what, shows)
		}
	}
}

// status waits until the last row starts so (spaces at the end aside).
func (c *console) status(want string) {
	c.t.Helper()
	c.await("status "+want, func(t *vt.Terminal) bool {
		return strings.TrimRight(t.Text(t.Height-1), " ") == want
	})
}

// press types.
func (c *console) press(keys string) { c.tty.WriteString(keys) }

// exit waits until the program is gone, and is its exit code.
func (c *console) exit() int {
	c.t.Helper()
	select {
	case <-c.exited:
		return c.cmd.ProcessState.ExitCode()
	case <-time.After(limit):
		c.t.Fatal("the program does not end")
		return -1
	}
}

// hangUp closes our end although a read of it may be under way, as a terminal that is
// killed does. Such a read keeps our end open until it returns, so the program gets a
// key, and what it draws wakes the read: after our end is another file, or the next read
// would be under way before it is.
func (c *console) hangUp() {
	null, err := os.Open(os.DevNull)
	if err != nil {
		c.t.Fatal(err)
	}
	defer null.Close()
	end, err := unix.Dup(int(c.tty.Fd()))
	if err != nil {
		c.t.Fatal(err)
	}
	defer unix.Close(end)
	unix.Dup2(int(null.Fd()), int(c.tty.Fd()))
	unix.Write(end, []byte("\x1b[A"))
}

// modes are those of the device.
func (c *console) modes() unix.Termios {
	c.t.Helper()
	m, err := unix.IoctlGetTermios(int(c.slave.Fd()), termiosRequest)
	if err != nil {
		c.t.Fatal(err)
	}
	return *m
}

// resizePty changes the size the device knows and tells the program.
func (c *console) resizePty(w, h int) {
	pty.Setsize(c.tty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
}

// restored checks that everything is as it was before the program came.
func (c *console) restored() {
	c.t.Helper()
	if now := c.modes(); now != c.before {
		c.t.Errorf("the device's modes are %+v, were %+v", now, c.before)
	}
	c.await("the modes as they were", func(t *vt.Terminal) bool {
		for mode, on := range t.Modes {
			if usual := mode == "7" || mode == "25"; on != usual {
				return false
			}
		}
		return true
	})
}

// straight checks that every border of the demo stands in its column.
func straight(t *vt.Terminal, marks string) bool {
	d := demo{w: t.Width, h: t.Height}
	for y := range t.Height - 1 {
		for _, x := range d.borders() {
			if cell := t.Cell(x, y); cell == "" || !strings.Contains(marks, cell) {
				return false
			}
		}
	}
	return true
}

const boxMarks, asciiMarks = "│┌┐└┘", "|+"
