package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"qubi/model"
)

// Every class of words that a rule asks for is in the lexicon, where a misspelt
// one would only fail on the text that needs it, and every class of the lexicon is
// asked for by some rule.
func TestVocabularyHoldsWhatRulesAskFor(t *testing.T) {
	var rules strings.Builder
	asked := regexp.MustCompile(`vocab\["([^"]+)"\]`)
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		rules.Write(code)
		for _, m := range asked.FindAllSubmatch(code, -1) {
			if vocab[string(m[1])] == nil {
				t.Errorf("%s asks for the class %q", file, m[1])
			}
		}
	}
	bound := map[*wordClass]bool{} // these are asked for by their bound
	for _, b := range bounds {
		bound[b.before], bound[b.after] = true, true
	}
	for name, class := range vocab {
		if !bound[class] && !strings.Contains(rules.String(), strconv.Quote(name)) {
			t.Errorf("no rule asks for the class %q", name)
		}
	}
}

// A class stands in one place of its file.
func TestVocabularyTellsAClassOnce(t *testing.T) {
	if got := readVocabulary("verb\t提高\nverb\t到\n# 名\nnoun\t业")["verb"]; !got.has("提高") || !got.has("到") {
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
	if got := c.prefix("提高到5%"); got != "提高到" {
		t.Errorf("prefix %q", got)
	}
	if got := c.suffix("比重提高"); got != "提高" {
		t.Errorf("suffix %q", got)
	}
	if w, i := c.find("由3提高到5"); w != "提高到" || i != len("由3") {
		t.Errorf("find %q at %d", w, i)
	}
	if w, i := c.findLast("提高了,到"); w != "到" || i != len("提高了,") {
		t.Errorf("findLast %q at %d", w, i)
	}
	if c.has("不读") || c.prefix("") != "" || c.suffix("个") != "" {
		t.Error("found what is not there")
	}
}

// Values in the base unit are exact: no floating point, no rounding.
func TestUnitsInTheirBase(t *testing.T) {
	for text, want := range map[string]string{
		"89.1亿元": "8910000000 元", "4.07万人": "40700 人", "1.3万": "13000 ", "2500余公里": "2500000 米", "11.34万亩": "113400 亩", "3公顷": "45 亩",
		"26.6平方公里": "26600000 平方米", "8287万斤": "41435000 千克", "35微克/立方米": "35 微克/立方米", "36.01元/公斤": "36.01 元/公斤", "9‰": "0.9 %", "九成": "90 %",
		"4500万美元": "45000000 美元", "716万千瓦": "7160000 千瓦", "5兆瓦": "5000 千瓦", "20个百分点": "20 个百分点", "5000台(套)": "5000 台",
	} {
		q := quantities("数量达"+text, model.Span{End: len("数量达" + text)})
		if len(q) != 1 {
			t.Errorf("%s: %d quantities", text, len(q))
			continue
		}
		if got := q[0].Base.String() + " " + q[0].BaseUnit; got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// A line broken for its length is read on; a title, a heading and a full
// sentence are not.
func TestSentencesOverLineEnds(t *testing.T) {
	long := "全区生产总值完成三百多亿元,同比增长明显,规模以上固定资产投资完成额增长较快,其中税收收入30.2"
	for text, want := range map[string]int{
		long + "\n亿元,占财政收入的比重提高。": 1,
		long + "。\n亿元也有。":         2,
		long + "\n(二)第二点。":        2,
		"工作报告\n各位代表你们好。":          2,
		"“走吧!”他说。好。":              3,
	} {
		if got := len(sentences(paragraphsOf(text))); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
}
