package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"qubi/data"
	"qubi/model"
	"qubi/model/lang"
)

// Every text that a command says, and each of its own, is there in both languages;
// none is left that nothing says.
func TestTextsOfCommands(t *testing.T) {
	sources := ""
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") {
			sources += string(raw)
		}
	}
	zh, en := lang.Load(model.Chinese), lang.Load(model.English)
	raw, err := os.ReadFile(filepath.Join(repository(t), "model", "lang", "command.en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var own []string
	for _, m := range regexp.MustCompile(`(?m)^([a-z.-]+) =`).FindAllStringSubmatch(string(raw), -1) {
		own = append(own, m[1])
		family, _, _ := strings.Cut(m[1], ".")
		if !strings.Contains(sources, `"`+m[1]+`"`) && !slices.Contains([]string{"topic", "count", "advice", "cause", "fault", "agree"}, family) {
			t.Errorf("nothing says %s", m[1])
		}
	}
	said := regexp.MustCompile(`(?:say|misuse|failure|note|heads)\("([a-z.-]+)"|"(usage\.[a-z.-]+)"`)
	for _, m := range said.FindAllStringSubmatch(sources, -1) {
		if id := m[1] + m[2]; !strings.HasSuffix(id, ".") && !slices.Contains(own, id) {
			t.Errorf("there is no text %s", id)
		}
	}
	for _, id := range own {
		if !zh.Has(id) || zh.Text(id) == "" || en.Text(id) == "" {
			t.Errorf("%s is not told in both languages", id)
		}
	}
	for _, id := range []string{"table.reports", "table.review", "table.agree", "table.project", "table.project.rows"} {
		if len(heads(id, model.Chinese)) != len(heads(id, model.English)) {
			t.Errorf("%s has other columns in Chinese than in English", id)
		}
	}
}

// The help of every command and flag is in the language that is asked for: under a
// Chinese one each has Chinese characters, under an English one each has words.
func TestHelpInBothLanguages(t *testing.T) {
	for _, l := range []model.Lang{model.Chinese, model.English} {
		p := &program{env: environment{lang: l.String()}, lang: l.String()}
		var walk func(c *cobra.Command)
		walk = func(c *cobra.Command) {
			page := p.helpPage(c)
			for _, row := range append(flagRows(c.LocalFlags()), [2]string{c.CommandPath(), c.Short}, [2]string{c.CommandPath() + " in full", c.Long}) {
				if strings.ContainsFunc(row[1], func(r rune) bool { return unicode.Is(unicode.Han, r) }) != (l == model.Chinese) && !strings.Contains(row[1], "济阳") && !strings.Contains(row[1], "词") && !strings.Contains(row[1], "产业") && !strings.Contains(row[1], "目标") {
					t.Errorf("%s, %s: %q", l, row[0], row[1])
				}
			}
			if c.Name() != "help" && strings.Contains(page, "<") && strings.Contains(page, ".short>") {
				t.Errorf("%s: a text is missing in\n%s", c.CommandPath(), page)
			}
			for _, sub := range c.Commands() {
				walk(sub)
			}
		}
		walk(p.commands())
	}
}

// Every way to go on has its text.
func TestAdviceIsTold(t *testing.T) {
	for _, err := range []error{os.ErrNotExist, os.ErrPermission, data.ErrStopped, &data.SameTextError{}, &data.TableError{}, &data.SkippedError{}, &data.FaultError{}, os.ErrInvalid} {
		for _, l := range []model.Lang{model.Chinese, model.English} {
			if text := advised(err).Message(l); strings.Contains(text, "<advice") || strings.Contains(text, "<cause") {
				t.Errorf("%v in %s: %s", err, l, text)
			}
		}
	}
}
