package lexicon

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every class that a rule asks for is in the lexicon, where a misspelt one would
// only fail on the text that needs it, and every class is asked for by some rule.
func TestVocabularyHoldsWhatRulesAskFor(t *testing.T) {
	asked := map[string]bool{}
	var rules strings.Builder
	call := regexp.MustCompile(`lexicon\.Of\("([^"]+)"\)`)
	files, _ := filepath.Glob("../*/*.go")
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rules.Write(code)
		for _, m := range call.FindAllSubmatch(code, -1) {
			if asked[string(m[1])] = true; vocab()[string(m[1])] == nil {
				t.Errorf("%s asks for the class %q", file, m[1])
			}
		}
	}
	for name := range vocab() {
		if !asked[name] && !strings.HasPrefix(name, "before") && !strings.HasPrefix(name, "after") && // bounds are asked for by their sign
			!strings.Contains(rules.String(), strconv.Quote(name)) {
			t.Errorf("no rule asks for the class %q", name)
		}
	}
}

// A class stands in one place of its file.
func TestVocabularyTellsAClassOnce(t *testing.T) {
	if got := readVocabulary("verb\t提高\nverb\t到\n# 名\nnoun\t业")["verb"]; !got.Has("提高") || !got.Has("到") {
		t.Error("the lines of a class do not join")
	}
	defer func() {
		if recover() == nil {
			t.Error("a class in two places was taken")
		}
	}()
	readVocabulary("verb\t提高\nnoun\t业\nverb\t到")
}

func TestWordsAreFoundLongestFirst(t *testing.T) {
	c := readVocabulary("verb\t提高 提高到\n# verb\t不读\nverb\t到")["verb"]
	if got := c.Prefix("提高到5%"); got != "提高到" {
		t.Errorf("prefix %q", got)
	}
	if got := c.Suffix("比重提高"); got != "提高" {
		t.Errorf("suffix %q", got)
	}
	if w, i := c.Find("由3提高到5"); w != "提高到" || i != len("由3") {
		t.Errorf("find %q at %d", w, i)
	}
	if w, i := c.FindLast("提高了,到"); w != "到" || i != len("提高了,") {
		t.Errorf("findLast %q at %d", w, i)
	}
	if c.Has("不读") || c.Prefix("") != "" || c.Suffix("个") != "" {
		t.Error("found what is not there")
	}
}
