package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// scopeFlag is whose number a metric is when it is not the district's, "" when it is: the
// clause begins with 全市, 全省 (of a count they are its name: 全国森林乡村3个), or the sentence speaks of one project or one
// enterprise. A county-level city calls itself 全市, which is then its own.
func scopeFlag(in *lexicon.Features, clause, before, district string, counts bool) model.Flag {
	if !counts && (in.Has(cityWords) || in.Has(wideWords)) {
		if flag := widerScope(clause, district); flag != "" {
			return flag
		}
	}
	if w, i := in.Find(projectWords, before); i >= 0 && !(strings.HasPrefix(w, "项目") && strings.ContainsAny(before[:i], "0123456789")) || in.Has(partWords) && actingPart(clause, district) != "" {
		return model.FlagScopeOther
	}
	return ""
}

// widerScope is the flag of a clause that begins with 全市, 全省; "" for none.
func widerScope(clause, district string) model.Flag {
	clause = strings.TrimLeft(clause, " “")
	clause = strings.TrimLeft(clause[periodWords(clause):], " ，,")
	for _, c := range [...]struct {
		words lexicon.Feature
		flag  model.Flag
	}{{cityWords, model.FlagScopeCity}, {wideWords, model.FlagScopeWide}} {
		w := c.words.Prefix(clause)
		if w != "" && (c.words != cityWords || !strings.HasSuffix(district, "市")) && lexicon.Titled.Suffix(w) == "" && amongWords.Prefix(clause[len(w):]) == "" {
			return c.flag
		}
	}
	return ""
}

// actingPart is the part of the district of which a clause tells what it did,
// such as a town, a park or a company: 其中某经开区完成工业产值260亿元 is not the
// district's output. Of several together (各镇, 乡镇) it is; "" then. A zone needs
// no name of its own, unless the whole report is a zone's.
func actingPart(clause, district string) string {
	for at := 0; at < len(clause) && !strings.HasPrefix(strings.TrimLeft(clause, "，, "), "占"); {
		w, i := partWords.Find(clause[at:])
		if i < 0 {
			return ""
		}
		end := at + i + len(w)
		if p := (phrase{clause[:end], model.Span{End: end}}); actsWords.Prefix(clause[end:]) != "" {
			p.head(district)
			if own := strings.TrimLeft(strings.TrimPrefix(strings.TrimSuffix(p.String(), w), "其中"), "让我全"); own != "" && severalWords.Suffix(own) == "" || own == "" && zoneWords.Has(w) && zoneWords.Suffix(district) == "" {
				return own + w
			}
		}
		at = end
	}
	return ""
}

// scopeOf is the word that narrows or widens what a metric measures, as the name
// or the clause before it says: 规上, 区本级, 全市, 不含农户.
func scopeOf(in *lexicon.Features, name, clause string) string {
	if w, i := lexicon.Scope.Find(name); i >= 0 || !in.Has(lexicon.Scope) {
		return w
	}
	if i := strings.LastIndex(clause, "、"); i >= 0 { // 规上企业98家、高新技术企业76家
		clause = clause[i:]
	}
	w, _ := lexicon.Scope.Find(clause)
	return w
}

// expected reports a result that was only expected on the report's day: 预计全年增长6%.
func (m *miner) expected(f *model.Fact, at int) bool {
	if f.Stage != model.Achieved || m.rule == "former" || !m.s.Words.Has(lexicon.Forecast) || lexicon.Forecast.Inside(f.Name) {
		return false
	}
	sentence := m.text[m.s.Start:at]
	if _, i := lexicon.Forecast.Find(sentence); i >= 0 && i <= len("一、过去一年，全年") {
		return true // it opens the sentence
	}
	return lexicon.Forecast.Inside(sentence[strings.LastIndexAny(sentence, "；;")+1:])
}
