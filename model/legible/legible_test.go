package legible

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"济阳区 2023年，“十四五”…":                       "济阳区 2023年，“十四五”…",
		"\x1b]0;x\aa.txt":                        "?]0;x?a.txt",
		"政府\u202e反\u009b31m":                     "政府反?31m",
		"b\nc\td\x7f\xff":                        "b c d?\uFFFD",
		"a\u200bb\ufeff":                         "ab",
		"e\u0301\u0302\u0303\u0304\u0305\u0306x": "e\u0301\u0302\u0303\u0304x",
		"":                                       "",
	} {
		if got := Line(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := Text("a\tb\nc\x1b"); got != "a\tb\nc?" {
		t.Errorf("a table becomes %q", got)
	}
}

// Whatever the text: a legible one has nothing hidden in it, and stays; JSON
// means the same.
func FuzzLegible(f *testing.F) {
	f.Add("政府\u202e反\u009b31m\x1b[0m\U000e0041")
	f.Fuzz(func(t *testing.T, s string) {
		line := Line(s)
		if !utf8.ValidString(line) || strings.ContainsFunc(line, hidden) {
			t.Fatalf("%q becomes %q", s, line)
		}
		if again := Line(line); again != line {
			t.Fatalf("%q becomes %q", line, again)
		}
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back, want string
		escaped := JSON(raw)
		if err := json.Unmarshal(escaped, &back); err != nil {
			t.Fatalf("%s: %v", escaped, err)
		}
		if json.Unmarshal(raw, &want) != nil || back != want || strings.ContainsFunc(string(escaped), hidden) {
			t.Fatalf("%q is written as %s", s, escaped)
		}
	})
}
