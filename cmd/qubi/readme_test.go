package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// `go test ./cmd/qubi -run README -update` writes into README.md what the
// program says and draws today. Without -update the test compares.
var update = flag.Bool("update", false, "rewrite the outputs in README.md")

// fence is one fenced block of Markdown: its language, what a comment right
// above it asks for, and its text.
var fence = regexp.MustCompile("(?ms)^(?:<!-- ([a-z0-9 ]+) -->\n)?```([a-z]*)\n(.*?)^```$")

// TestREADME runs every command in README.md and compares what it says.
//
//	```console    "$ command" lines, each followed by its output
//	```sh         commands that must succeed; their output is not shown
//	```text       below <!-- screen 100x30 zh -->: the first screen
//
// A command whose tool is not installed here is skipped, and said to be.
func TestREADME(t *testing.T) {
	path := filepath.Join(repository(t), "README.md")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := workshop(t)
	got := fence.ReplaceAllStringFunc(string(raw), func(block string) string {
		m := fence.FindStringSubmatch(block)
		ask, language, body := m[1], m[2], m[3]
		switch {
		case strings.HasPrefix(ask, "screen "):
			return strings.Replace(block, body, screenshot(t, strings.Fields(ask)[1:]), 1)
		case ask == "not run":
			return block
		case language == "console":
			return strings.Replace(block, body, session(t, dir, body), 1)
		case language == "sh":
			runAll(t, dir, body)
		}
		return block
	})
	switch {
	case got == string(raw):
	case *update:
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md is behind the program; see go test ./cmd/qubi -run README -update; the first difference (README, program) is in %s", firstDifference(string(raw), got))
	}
}

// workshop is a folder like a reader's own: reports/ holds the built-in ones.
func workshop(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "reports"), os.DirFS(filepath.Join(repository(t), "data", "reports"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// session runs the commands of a console block and writes it anew.
func session(t *testing.T, dir, body string) string {
	var b strings.Builder
	for _, part := range strings.Split("\n"+body, "\n$ ")[1:] {
		command, said, _ := strings.Cut(part, "\n")
		for strings.HasSuffix(command, "\\") { // goes on in the next line
			var more string
			more, said, _ = strings.Cut(said, "\n")
			command += "\n" + more
		}
		b.WriteString("$ " + command + "\n")
		out, ran := shell(t, dir, command)
		if !ran {
			out = strings.TrimSuffix(said, "\n")
			if out != "" {
				out += "\n"
			}
		}
		b.WriteString(out)
	}
	return b.String()
}

// runAll runs a block of commands as one script.
func runAll(t *testing.T, dir, body string) { shell(t, dir, body) }

// shell runs commands as a reader would, and is what they print. A tool that
// is missing here leaves the block as it is.
func shell(t *testing.T, dir, commands string) (out string, ran bool) {
	for _, tool := range []string{"sh", "duckdb", "parallel", "python3", "xargs", "jq"} {
		if tool != "sh" && !regexp.MustCompile(`(?m)(^|[|] *)`+tool+`\b`).MatchString(commands) {
			continue
		}
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("not run, %s is not installed here: %s", tool, commands)
			return "", false
		}
	}
	cmd := exec.Command("sh", "-c", commands)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8", "LC_ALL=", "QUBI_AMBIGUOUS=", "HOME="+dir)
	text, err := cmd.CombinedOutput()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() > 2) {
		t.Errorf("%s: %v\n%s", commands, err, text)
	}
	return string(text), true
}

// firstDifference shows the first line in which two texts differ, both ways.
func firstDifference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return "line " + strconv.Itoa(i+1) + "\n\t" + as[i] + "\n\t" + bs[i]
		}
	}
	return "one is longer than the other"
}

// screenshot is the first screen as text.
func screenshot(t *testing.T, ask []string) string { t.Skip("no browser yet"); return "" }
