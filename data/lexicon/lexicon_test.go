package lexicon

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A misspelt feature, a word told twice and a word without features are told with
// their lines.
func TestMistakesInTheFileAreTold(t *testing.T) {
	for file, want := range map[string]string{
		"提高\tup risen\n":       `line 1: "risen" is no feature`,
		"提高\tup\n\n提高\tdone\n": `line 3: "提高" stands in two places`,
		"# 注\n提高\n":            `line 2: "提高" has no features`,
	} {
		if _, err := makeIndex(file); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
	if _, err := makeIndex(wordsFile); err != nil {
		t.Error(err)
	}
}

// Every feature has a name, a word, and a rule that asks for it.
func TestFeaturesAreUsed(t *testing.T) {
	asked := map[string]bool{}
	call := regexp.MustCompile(`lexicon\.([A-Z]\w+)`)
	files, _ := filepath.Glob("../*/*.go")
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllSubmatch(code, -1) {
			asked[string(m[1])] = true
		}
	}
	for f, name := range featureNames[1:] {
		constant := ""
		for part := range strings.SplitSeq(name, "-") {
			constant += strings.ToUpper(part[:1]) + part[1:]
		}
		if len(Feature(f+1).Words()) == 0 {
			t.Errorf("no word has the feature %s", name)
		}
		if !asked[constant] && !asked[constant+"s"] && !strings.ContainsAny(name, "<>~=") {
			t.Errorf("no rule asks for the feature %s", name)
		}
	}
}

func TestWordsAreFoundLongestFirst(t *testing.T) {
	if got := Rise.Prefix("提高到5%"); got != "提高到" {
		t.Errorf("prefix %q", got)
	}
	if got := Up.Suffix("比重提高"); got != "提高" {
		t.Errorf("suffix %q", got)
	}
	if w, i := Rise.Find("由3提高到5"); w != "提高到" || i != len("由3") {
		t.Errorf("find %q at %d", w, i)
	}
	if w, i := BeforeAbout.FindLast("约有,约"); w != "约" || i != len("约有,") {
		t.Errorf("findLast %q at %d", w, i)
	}
	if BeforeAbout.Has("个") || Rise.Prefix("") != "" || Rise.Suffix("个") != "" || Rise.ShorterSuffix("提高到", len("提高到")) == "提高到" {
		t.Error("found what is not there")
	}
}

// The index finds what trying every word of a feature finds.
func TestIndexFindsWhatTryingFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := []rune("全区地区生产总值增长9.5%,比上年提高0.3个百分点,固定资产投资突破百亿元,新建改建道路,达到或超过预期目标任务")
	for range 2000 {
		f := Feature(1 + r.IntN(int(features)-1))
		from := r.IntN(len(text))
		s := string(text[from : from+r.IntN(len(text)-from)])
		prefix, suffix := "", ""
		for _, w := range f.Words() {
			if strings.HasPrefix(s, w) && len(w) > len(prefix) {
				prefix = w
			}
			if strings.HasSuffix(s, w) && len(w) > len(suffix) {
				suffix = w
			}
		}
		if f.Prefix(s) != prefix || f.Suffix(s) != suffix {
			t.Fatalf("%s in %q: %q and %q, want %q and %q", featureNames[f], s, f.Prefix(s), f.Suffix(s), prefix, suffix)
		}
	}
}

// A word keeps those within it.
func TestInnerWords(t *testing.T) {
	w := Match("重点项目建设", 0, len("重点项目"))
	if w == NoWord {
		t.Fatal("no word")
	}
	var inner []string
	for _, in := range w.Inner() {
		inner = append(inner, in.Text())
	}
	if w.Text() == "重点项目" && !slices.Equal(inner, []string{"重点", "项目"}) {
		t.Errorf("within %s: %v", w.Text(), inner)
	}
}
