package query_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	. "qubi/model"
	"qubi/model/modeltest"
	"qubi/model/pinyin"
	. "qubi/model/query"
)

// lit marks the found spans of a text with brackets.
func lit(s string, spans []Span) string {
	var b strings.Builder
	at := 0
	for _, p := range spans {
		b.WriteString(s[at:p.Start] + "[" + s[p.Start:p.End] + "]")
		at = p.End
	}
	return b.String() + s[at:]
}

func TestPatternLightsWhatMatched(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"重点项目", "签约[重点项目]超100个"},
		{"zdxm", "签约[重点项目]超100个"},
		{"zhdxm", "签约[重点项目]超100个"},
		{"zhongdianxiangmu", "签约[重点项目]超100个"},
		{"zhongdianxia", "签约[重点项]目超100个"}, // while it is being typed
		{"重dxm", "签约[重点项目]超100个"},
		{"重點項目", "签约[重点项目]超100个"},
		{"zdxm１００", ""},
		{"chao100", "签约重点项目[超100]个"},
		{"ＧＤＰ", "[GDP]增长8.6%，[gdp]总量"},
		{"8.6％", "GDP增长[8.6%]，gdp总量"},
		{"增长 gdp", "[GDP增长]8.6%，[gdp]总量"},
		{"增長", "２０２０年，經濟[增長]"},
		{"2020年", "[２０２０年]，經濟增長"},
		{"jingji", "２０２０年，[經濟]增長"},
		{"lvse", "建成[绿色]车间"},
		{"lüse", "建成[绿色]车间"},
		{"绿se", "建成[绿色]车间"},
		{"zhanlve", "新[战略]合作"},
		{"zhanlue", "新[战略]合作"},
		{"a", "签约A区"[:6] + "[A]区"},
		{"z", ""},
		{"", ""},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.want)
		if text == "" {
			text = "签约重点项目超100个"
		}
		got := NewPattern(c.query).Find(text)
		if c.want == "" {
			if got != nil {
				t.Errorf("%q in %s: found %s", c.query, text, lit(text, got))
			}
			continue
		}
		if s := lit(text, got); s != c.want {
			t.Errorf("%q: %s, want %s", c.query, s, c.want)
		}
	}
}

func TestTwoLettersDoNotLightALongText(t *testing.T) {
	long := strings.Repeat("签约重点项目超100个，", 6)
	if got := NewPattern("xm").Find(long); got != nil {
		t.Errorf("xm lights %s", lit(long, got))
	}
	if got := NewPattern("dxm").Find(long); len(got) != 6 {
		t.Errorf("dxm is found %d times, want 6", len(got))
	}
}

// A character to hold on to makes up for few letters.
func TestMixedWordsLightALongText(t *testing.T) {
	long := strings.Repeat("签约重点项目超100个，", 6)
	if got := NewPattern("项m").Find(long); len(got) != 6 {
		t.Errorf("项m is found %d times, want 6", len(got))
	}
}

func TestSearch(t *testing.T) {
	c := modeltest.Corpus()
	if hits := c.Search(Filter{}, NewPattern("xian")); len(hits) == 0 {
		t.Error("xian is not found by pinyin")
	}
	if hits := c.Search(Filter{Kinds: []Kind{Cluster}}, NewPattern("新能源")); len(hits) != 3 {
		t.Errorf("新能源 among the clusters: %d", len(hits))
	}
	if hits := c.Search(Filter{}, NewPattern("  ")); hits != nil {
		t.Error("nothing typed, something found")
	}
}

// slowFind is the matcher without its set of places: every way to spell every
// character is tried.
func slowPinyin(query, text []rune) (end int) {
	if len(query) == 0 {
		return 0
	}
	if len(text) == 0 {
		return -1
	}
	best := -1
	try := func(n int) {
		if rest := slowPinyin(query[n:], text[1:]); rest >= 0 && (best < 0 || rest+1 < best) {
			best = rest + 1
		}
	}
	if query[0] == text[0] {
		try(1)
	}
	all := readings(text[0])
	for _, s := range all[:min(3, len(all))] {
		for n := 1; n <= min(len(s), len(query)); n++ {
			whole, initial := n == len(s), n == 1 || n == 2 && strings.HasPrefix(s, "zh") || n == 2 && (strings.HasPrefix(s, "ch") || strings.HasPrefix(s, "sh"))
			if strings.HasPrefix(s, string(query[:n])) && (whole || initial || n == len(query)) && letters(query[:n]) {
				try(n)
			}
		}
	}
	return best
}

func letters(r []rune) bool {
	return !slices.ContainsFunc(r, func(r rune) bool { return r < 'a' || r > 'z' })
}

// Found spans lie in the text on whole characters, in order; and what is found
// is what trying everything finds.
func FuzzPattern(f *testing.F) {
	for _, c := range [][2]string{{"zdxm", "签约重点项目"}, {"重點", "重点"}, {"１a", "1A"}, {"zhongdian xm", "重点项目"}, {"xian", "西安县先"}, {"aaaa", "啊啊啊"}, {"\xff", "a\xffb"}, {"d\x90", "盘" + strings.Repeat("\xc0", 40)}, {"İ", "i̇"}} {
		f.Add(c[0], c[1])
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		if len(query) > 12 || len(text) > 60 {
			return
		}
		p := NewPattern(query)
		spans := p.Find(text)
		at := 0
		for _, s := range spans {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q in %q: %v", query, text, spans)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%q in %q: %v cuts a character", query, text, spans)
			}
			at = s.End
		}
		if hit := p.Match(text); hit != (spans != nil) {
			t.Fatalf("%q in %q: Match says %v, Find %v", query, text, hit, spans)
		}
		words := strings.Fields(Fold(query))
		if len(words) != 1 || !utf8.ValidString(query) || !utf8.ValidString(text) { // texts and queries are cleaned before
			return
		}
		key := []rune(Fold(text))
		slow := strings.Contains(string(key), words[0])
		hasLetter := strings.ContainsFunc(words[0], func(r rune) bool { return r >= 'a' && r <= 'z' })
		long := len(string(key)) >= 120
		for i := range key {
			slow = slow || hasLetter && len(words[0]) > 1 && !long && slowPinyin([]rune(words[0]), key[i:]) >= 0
		}
		if slow != (spans != nil) {
			t.Fatalf("%q in %q: found %v, trying everything says %v", query, text, spans, slow)
		}
	})
}

func TestFoldKeepsOneRuneForOne(t *testing.T) {
	for _, s := range []string{"發展２０２０％　ＡＢｃ", "㎡①…“”", "𠮷野家", "Ⅲ Ⅷ", ""} {
		if utf8.RuneCountInString(Fold(s)) != utf8.RuneCountInString(s) {
			t.Errorf("%q folds to %q", s, Fold(s))
		}
		if Fold(Fold(s)) != Fold(s) {
			t.Errorf("%q folds twice to %q", s, Fold(Fold(s)))
		}
	}
	if got := Fold("發展２０２０％　ＡＢｃ"); got != "发展2020% abc" {
		t.Errorf("got %q", got)
	}
}

// Beyond Chinese every rune folds to its small, narrow form.
func TestFoldOfEveryRune(t *testing.T) {
	for r := rune(0); r < 0x11000; r++ {
		if unicode.Is(unicode.Han, r) || r == utf8.RuneError || !utf8.ValidRune(r) {
			continue
		}
		want := r
		switch {
		case r == 'ü' || r == 'Ü':
			want = 'v'
		case r == '\u3000' || r == '\u00a0':
			want = ' '
		case r >= '！' && r <= '～':
			want = r - '！' + '!'
		}
		if r < 0x10000 {
			want = unicode.ToLower(want)
		}
		if got := Fold(string(r)); got != string(want) {
			t.Errorf("%U folds to %q, want %q", r, got, want)
		}
	}
}

// A character that folds to one of another reading is found by its own reading
// as well, by the index and without it, and lit.
func TestPinyinBeforeAndAfterFolding(t *testing.T) {
	for typed, want := range map[string]bool{"qianling": true, "ql": true, "ganling": true, "干陵": true, "乾陵": true, "qianbu": false} {
		p := NewPattern(typed)
		if found := p.Match("乾陵文化产业园"); found != want {
			t.Errorf("%q finds it: %t", typed, found)
		}
		if lit := len(p.Find("乾陵文化产业园")) > 0; lit != want {
			t.Errorf("%q is lit: %t", typed, lit)
		}
	}
	if NewPattern("qianbu").Match("干部") {
		t.Error("干部 is found by the reading of 乾")
	}
}

// readings are those of a character without tones, each once.
func readings(r rune) (all []string) {
	for _, toned := range pinyin.Toned(r) {
		if plain := pinyin.Plain(toned); !slices.Contains(all, plain) {
			all = append(all, plain)
		}
	}
	return all
}
