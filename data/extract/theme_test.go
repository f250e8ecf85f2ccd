package extract

import (
	"slices"
	"strings"
	"testing"

	"qubi/data/scan"
	"qubi/model"
)

// The words nearest to a fact tell its theme; the lead and the heading speak
// where the fact's own words are silent. The quote stands between [ and ].
func TestThemes(t *testing.T) {
	for _, c := range []struct {
		text string
		want model.Theme
	}{
		{"全年[新增学位5000个]，医疗条件改善。", model.ThemeLivelihood},
		{"[合同投资额400亿元]。", model.ThemeInvestment},
		{"乡村产业加快发展。[建设高标准农田1万亩]。", model.ThemeRural},
		{"生态环境持续改善。全年[达到300天]。", model.ThemeEcology},
		{"（三）强化科技创新\n全年[新增36家]。", model.ThemeScience},
		{"[甲乙快速路建成通车]。", model.ThemeTransport},
		{"[共有3个]。", model.ThemeIndustry},
	} {
		start := strings.Index(c.text, "[")
		end := strings.Index(c.text, "]") - 1
		doc := document(strings.NewReplacer("[", "", "]", "").Replace(c.text))
		x := &reading{doc: doc, sentences: scan.Read(doc).Sentences}
		i := slices.IndexFunc(x.sentences, func(s scan.Sentence) bool { return s.Start <= start && start < s.End })
		got := themes(x, &x.sentences[i], model.Span{Start: start, End: end}, "")
		if got[0] != c.want || len(got) > maxThemes {
			t.Errorf("%s: %v, want %v first", c.text, got, c.want)
		}
	}
}
