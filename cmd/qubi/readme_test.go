package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/data"
	"qubi/model"
	"qubi/model/query"
	"qubi/tui"
	"qubi/tui/cell"
	"qubi/tui/screen"
)

// `go test ./cmd/qubi -run README -update` writes into README.md what the
// program says and draws today. Without -update the test compares.
var update = flag.Bool("update", false, "rewrite the outputs in README.md")

// fence is one fenced block of Markdown: its language, what a comment right
// above it asks for, and its text.
var fence = regexp.MustCompile("(?ms)^(?:<!-- ([a-zA-Z0-9 ,.:]+) -->\n)?```([a-z]*)\n(.*?)^```$")

// complained is a line in which the program says why it could not.
var complained = regexp.MustCompile(`(?m)^qubi: .*: (cannot|no) .*$`)

// keysMark is where a table of keys stands, up to the mark that ends it.
var keysMark = regexp.MustCompile("(?ms)^<!-- keys (zh|en) -->\n.*?^<!-- end -->$")

// TestREADME runs every command in README.md and in the help topics and compares
// what it says.
//
//	```console    "$ command" lines, each followed by its output
//	```sh         commands that must succeed; their output is not shown
//	```diff       a change that must fit the files as they are
//	```text       below <!-- screen 100x30 zh -->: the first screen
//
// A block below any other comment is run elsewhere, as the comment says.
// A command whose tool is not installed here is skipped, and said to be.
func TestREADME(t *testing.T) {
	if testing.Short() {
		t.Skip("-short is for the race detector, which has nothing to find here")
	}
	files := []string{filepath.Join(repository(t), "README.md")}
	for _, lang := range []string{"en", "zh"} {
		found, err := filepath.Glob(filepath.Join(repository(t), "cmd", "qubi", "topics", lang, "*.md"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no help topics in %s: %v", lang, err)
		}
		files = append(files, found...)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), ".md"), func(t *testing.T) { testPage(t, path) })
	}
}

// testPage runs what a page tells to run.
func testPage(t *testing.T, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := workshop(t)
	got := fence.ReplaceAllStringFunc(string(raw), func(block string) string {
		at := fence.FindStringSubmatchIndex(block)
		m := fence.FindStringSubmatch(block)
		ask, language, body := m[1], m[2], m[3]
		switch {
		case strings.HasPrefix(ask, "screen "):
			body = screenshot(t, strings.Fields(ask)[1:])
		case ask != "":
		case language == "console":
			body = session(t, dir, body)
		case language == "sh":
			shell(t, dir, body)
		case language == "diff":
			applies(t, body)
		}
		return block[:at[6]] + body + block[at[7]:]
	})
	got = keysMark.ReplaceAllStringFunc(got, func(block string) string {
		lang := keysMark.FindStringSubmatch(block)[1]
		return "<!-- keys " + lang + " -->\n" + keyTable(lang) + "<!-- end -->"
	})
	compare(t, path, string(raw), got)
}

// compare holds a file against what the program makes of it today, or rewrites it.
func compare(t *testing.T, path, old, made string) {
	t.Helper()
	switch {
	case made == old:
	case *update:
		if err := os.WriteFile(path, []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is behind the program; see go test ./cmd/qubi -run 'README|Picture' -update; the first difference (file, program) is in %s", filepath.Base(path), firstDifference(old, made))
	}
}

// TestTopics: every topic that the help lists has a page in both languages, and
// every page is listed.
func TestTopics(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		files, _ := filepath.Glob(filepath.Join("topics", lang, "*.md"))
		for _, f := range files {
			if !slices.Contains(topics, strings.TrimSuffix(filepath.Base(f), ".md")) {
				t.Errorf("%s is no topic", f)
			}
		}
	}
	for _, name := range topics {
		for _, l := range []model.Lang{model.Chinese, model.English} {
			if !strings.HasPrefix(topic(name, l), "# ") {
				t.Errorf("topic %s has no page in %s", name, l)
			}
		}
	}
}

// workshop is a folder like a reader's own: reports/ holds the built-in ones, as
// data/reports/ does in a clone.
func workshop(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"reports", filepath.Join("data", "reports")} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(repository(t), "data", "reports"))); err != nil {
			t.Fatal(err)
		}
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
		if complaint := complained.FindString(out); complaint != "" { // at the head of a pipe it does not fail the pipe
			t.Errorf("%s: it is shown with %q as its output", command, complaint)
		}
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

// applies checks that a change shown in README.md fits the files as they are.
func applies(t *testing.T, diff string) {
	cmd := exec.Command("git", "apply", "--check", "-")
	cmd.Dir, cmd.Stdin = repository(t), strings.NewReader(diff)
	if out, err := cmd.CombinedOutput(); errors.Is(err, exec.ErrNotFound) {
		t.Log("not checked, git is not installed here:", diff)
	} else if err != nil {
		t.Errorf("a change in README.md does not fit: %s\n%s", out, diff)
	}
}

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
	cmd := exec.Command("sh", "-ec", commands)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), keeping(), "LANG=C.UTF-8", "LC_ALL=", "QUBI_AMBIGUOUS=", "HOME="+dir)
	text, err := cmd.CombinedOutput()
	if err != nil {
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

// screenshot is the first screen as text, for a window such as 120x36 in a
// language. It is drawn by the browser itself.
func screenshot(t *testing.T, ask []string) string {
	t.Helper()
	var width, height int
	if _, err := fmt.Sscanf(ask[0], "%dx%d", &width, &height); err != nil || len(ask) != 2 {
		t.Fatalf("a screen is asked for as 120x36 en, not %q", ask)
	}
	app := firstScreen(t, width, height, tongue(ask[1]))
	var b strings.Builder
	for _, row := range app.Frame().Rows {
		line := ""
		for _, segment := range row {
			line += segment.Line.String()
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// firstScreen is the browser on the built-in reports, in a usual terminal:
// ambiguous characters one cell wide, box drawing.
func firstScreen(t *testing.T, width, height int, lang model.Lang) *tui.App {
	t.Helper()
	corpus, err := data.Load(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	app := tui.New(tui.Options{Corpus: query.New(corpus), Language: lang})
	app.Update(screen.MeasureMsg{Measure: cell.Measure{Ambiguous: 1}, Boxes: true})
	app.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return app
}

// keyTable is a Markdown table of every command and its keys.
func keyTable(lang string) string {
	var b strings.Builder
	english := tongue(lang) == model.English
	if english {
		b.WriteString("| Keys | Does | In config.toml |\n| --- | --- | --- |\n")
	} else {
		b.WriteString("| 键 | 作用 | 配置名 |\n| --- | --- | --- |\n")
	}
	group := ""
	for _, k := range tui.Guide(tongue(lang)) {
		if n, ok := strings.CutPrefix(k.ID, "theme-"); ok && n != "all" && n != "1" {
			continue // the eleven themes are one row
		}
		if k.Group != group {
			group = k.Group
			b.WriteString("| **" + group + "** | | |\n")
		}
		if k.ID == "theme-1" {
			k.Keys, k.ID, k.Text = []string{"1", "…", "9", "a", "b"}, "theme-1", map[bool]string{true: "a theme on or off, in the order of the bar", false: "按主题栏次序，选或不选某一主题"}[english]
		}
		keys := ""
		for _, key := range k.Keys {
			keys += "`" + strings.ReplaceAll(key, "|", "\\|") + "` "
		}
		b.WriteString("| " + keys + "| " + k.Text + " | `" + k.ID + "` |\n")
	}
	return b.String()
}

// tongue is a language by its tag.
func tongue(tag string) model.Lang {
	if tag == "en" {
		return model.English
	}
	return model.Chinese
}
