package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// TestMain lets the test binary be qubi itself, so that the tests find it by its
// name, as a shell does.
func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, map[string]func(){"qubi": main})
}

// tidy runs the tests and removes what they built and kept.
type tidy struct{ m *testing.M }

// Run runs the tests.
func (t tidy) Run() int {
	defer os.RemoveAll(builtFolder())
	return t.m.Run()
}

// builtFolder is where the tests build the program.
func builtFolder() string { return filepath.Join(os.TempDir(), fmt.Sprint("qubi-built-", os.Getpid())) }

// keeping is where the program keeps what it has read, as its environment says: what one test
// has had read the others need not read again. Those that ask whether it is read well say
// --no-cache.
func keeping() string { return "XDG_CACHE_HOME=" + filepath.Join(builtFolder(), "cache") }

// TestScript runs testdata/script/*.txtar, one story each. There exec qubi runs
// main in a process of its own, for what concerns processes, and status N qubi runs
// a command line in this one.
func TestScript(t *testing.T) {
	testscript.RunT(inTurn{t}, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_US.UTF-8")
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("REPO", repository(t))
			env.Vars = append(env.Vars, keeping())
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":  status,
			"lines":   lines,
			"head":    head,
			"gb18030": gb18030,
			"unhex":   unhex,
		},
	})
}

// inTurn runs one script after the other: the program knows one working folder.
type inTurn struct{ *testing.T }

// Parallel does nothing.
func (inTurn) Parallel() {}

// Verbose is the testing package's.
func (inTurn) Verbose() bool { return testing.Verbose() }

// Run runs a script.
func (t inTurn) Run(name string, f func(testscript.T)) {
	t.T.Run(name, func(t *testing.T) { f(inTurn{t}) })
}

// status N qubi ARG... runs the program in this process, in the script's folder and
// environment; it must exit with N. Its output can be looked at by stdout and
// stderr, as after exec.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] != "qubi" {
		ts.Fatalf("usage: status N qubi ARG...")
	}
	back, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer os.Chdir(back)
	p := &program{in: strings.NewReader(""), out: ts.Stdout(), err: ts.Stderr(), env: readEnvironment(ts.Getenv)}
	if got := strconv.Itoa(p.run(context.Background(), args[2:])); got != args[0] {
		ts.Fatalf("%s exits with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// lines FILE N checks how many lines a file has; stdout and stderr are files.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: lines FILE N")
	}
	got := strconv.Itoa(strings.Count(ts.ReadFile(args[0]), "\n"))
	if (got == args[1]) == neg {
		ts.Fatalf("%s has %s lines", args[0], got)
	}
}

// head PROGRAM ARG... reads one line of a program's output and closes the
// pipe, as head -1 does. The program must end with status 0 and say nothing.
func head(ts *testscript.TestScript, neg bool, args []string) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir, cmd.Env = ts.MkAbs("."), []string{"PATH=" + ts.Getenv("PATH"), "HOME=" + ts.Getenv("HOME"), keeping()}
	path, err := exec.LookPath(args[0])
	if err == nil {
		cmd.Path = path
	}
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	line, err := bufio.NewReaderSize(out, 16).ReadString('\n')
	out.Close()
	if err != nil {
		ts.Fatalf("no line came: %v", err)
	}
	if err := cmd.Wait(); err != nil || complaints.Len() > 0 {
		ts.Fatalf("after the pipe was closed: %v, stderr %q", err, complaints.String())
	}
	ts.Logf("%s", line)
}

// gb18030 FROM TO writes a UTF-8 file as GB18030.
func gb18030(ts *testscript.TestScript, neg bool, args []string) {
	text, err := simplifiedchinese.GB18030.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// unhex FROM TO writes the bytes that a file gives in hexadecimal.
func unhex(ts *testscript.TestScript, neg bool, args []string) {
	raw, err := hex.DecodeString(strings.Join(strings.Fields(ts.ReadFile(args[0])), ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), raw, 0o644))
}

// result is what one run of the program left.
type result struct {
	status   int
	out, err string
}

// qubi runs a command line in this process, in an environment that is bare but for what
// was kept.
func qubi(in string, args ...string) result {
	var out, complaints bytes.Buffer
	p := &program{in: strings.NewReader(in), out: &out, err: &complaints, env: readEnvironment(kept)}
	status := p.run(context.Background(), args)
	return result{status, out.String(), complaints.String()}
}

// kept is an environment that knows keeping alone.
func kept(name string) string {
	if before, folder, _ := strings.Cut(keeping(), "="); name == before {
		return folder
	}
	return ""
}

// TestClosedPipe: nobody reads any more, and that is no failure, whatever the
// command and however much it has written.
func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{{"facts"}, {"export"}, {"export", "--format", "csv"}, {"reports"}, {"man"}} {
		var complaints bytes.Buffer
		p := &program{in: strings.NewReader(""), out: closed{}, err: &complaints, env: environment{lang: "zh"}}
		if status := p.run(context.Background(), args); status != 0 || complaints.Len() > 0 {
			t.Errorf("qubi %s into a closed pipe: status %d, %s", strings.Join(args, " "), status, complaints.String())
		}
	}
}

// closed is a pipe whose reader has gone.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// A program that throws the output away opens the null device as Go does in the place
// of an output that is closed; for it, all went well.
func TestOutputThrownAway(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	var says bytes.Buffer
	c := exec.Command("qubi", "facts")
	c.Stdout, c.Stderr = null, &says
	if err := c.Run(); err != nil || says.Len() > 0 {
		t.Errorf("%v, saying %q", err, says.String())
	}
}
