package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"qubi/model/export"
)

// hostileText is what no terminal, table or reader should be handed: escape
// sequences of seven and of eight bits, DEL, a turned order, what nobody sees,
// a pile of marks, a code that is no character.
const hostileText = "\x1b]0;x\a\x1b[31m\u009b2J\x7f\u202e\u200be\u0301\u0302\u0303\u0304\u0305\u0306\u0307\U000e0041\ufffe"

// unseen is the first rune of an output that is not one to see, or -1: line ends
// and tabs lay it out, and a byte order mark may begin it.
func unseen(output string) rune {
	marks := 0
	for _, r := range strings.TrimPrefix(output, "\ufeff") {
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Noncharacter_Code_Point, r) || marks > 6 {
			return r
		}
	}
	return -1
}

// Whatever a report and its name hold, every output of the program is legible:
// tables, messages, every format of every view.
func TestEveryOutputIsLegible(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "报告"+strings.ReplaceAll(hostileText, "/", "")+".txt")
	text := "济阳区报告" + hostileText + "\n\n发布日期:2023-01-10\n信息来源:政府" + hostileText + "\n\n" +
		"2022年,地区生产总值" + hostileText + "完成300亿元,增长5%。建设智能" + hostileText + "制造产业园。\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Skipf("this system takes no such name: %v", err)
	}
	empty := filepath.Join(folder, "空"+hostileText+".txt")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	runs := [][]string{
		{"reports", folder}, {"reports", "-v", folder}, {"reports", "--format", "json", folder}, {"reports", "--lang", "en", folder},
		{"facts", "-v", folder}, {"facts", "--why", folder}, {"clean", "--repairs", name}, {"facts", name + hostileText}, {"facts", "--x" + hostileText}, {"x" + hostileText},
		{"export", "--district", hostileText, folder}, {"export", "--filter", "值:" + hostileText, folder}, {"export", "--lexicon", name, folder},
		{"export", "-o", name + ".md", name}, {"export", "-o", name + ".md", name}, {"facts", "--force", "-o", name, name}, {"__complete", "export", folder, "--district", ""},
	}
	for _, f := range export.Formats() {
		for _, k := range export.Kinds() {
			for _, lang := range []string{"zh", "en"} {
				runs = append(runs, []string{"export", "--format", string(f), "--view", string(k), "--lang", lang, folder})
			}
		}
	}
	binary := []string{"xlsx", "qdpx"}
	for _, args := range runs {
		var out, complaints bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &complaints, env: readEnvironment(func(string) string { return "" })}
		p.run(context.Background(), args)
		if r := unseen(complaints.String()); r >= 0 {
			t.Errorf("%.60q complains with %U: %q", args, r, complaints.String())
		}
		if slices.ContainsFunc(args, func(a string) bool { return slices.Contains(binary, a) }) {
			continue
		}
		if r := unseen(out.String()); r >= 0 {
			at := strings.IndexRune(out.String(), r)
			t.Errorf("%.60q writes %U: %q", args, r, out.String()[max(0, at-60):min(out.Len(), at+20)])
		}
	}
}

// Whatever is typed where a word is wanted, one short legible sentence comes back: a
// pasted text is told by its ends, and no help shows it as a default.
func TestAWrongWordIsToldInAShortSentence(t *testing.T) {
	for _, word := range []string{strings.Repeat("名", 90_000), hostileText} {
		for _, args := range [][]string{{"export", "--view=" + word}, {"facts", "--theme", word}, {"review", "--sample=" + word}, {"--ascii=" + word},
			{"reports", "--lang=" + word}, {"reports", word}, {"help", word}, {"nosuch" + word}} {
			r := qubi("", args...)
			if c := unseen(r.err); c >= 0 || r.status == 0 || len(r.err) > 2000 || strings.Count(r.err, "\n") != 1 {
				t.Errorf("%.30q: status %d, %U in %d bytes of %.300q", args, r.status, c, len(r.err), r.err)
			}
		}
	}
	for _, args := range [][]string{{"project", "--lang=" + hostileText}, {"--help", "--lang", hostileText}} {
		if c := unseen(qubi("", args...).out); c >= 0 {
			t.Errorf("%.30q shows %U", args, c)
		}
	}
}
