package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// Sizes told of industries that were named before, or elsewhere in the sentence:
//
//	甲产业 力争 迈上百亿级台阶
//	甲、乙两个特色产业，均已跨入百亿级

// sizesTold gives the industries without a size the one that a clause of the sentence about
// them says.
func sizesTold(sentence string, industries []*model.Fact) {
	if len(industries) == 0 || !strings.Contains(sentence, "亿级") && !strings.Contains(sentence, "亿元级") {
		return
	}
	var about []*model.Fact // the last clause that named industries
	for _, clause := range strings.FieldsFunc(sentence, isClauseEnd) {
		for next := ""; clause != ""; clause = next {
			clause, next = cutNamed(clause, industries)
			named, rest := spokenOf(clause, industries)
			if len(named) > 0 {
				about = named
			}
			if tier := reachedTier(rest); tier != "" {
				for _, c := range about {
					if c.Tier == "" {
						c.Tier = tier
					}
				}
			}
		}
	}
}

// cutNamed cuts a clause before an industry of which something else is told: 甲产值突破百亿、|乙建成
// 百亿级集群.
func cutNamed(clause string, industries []*model.Fact) (head, tail string) {
	i := strings.LastIndex(clause, "亿")
	if i < 0 {
		return clause, ""
	}
	i = strings.LastIndex(clause[:i], "、")
	if i < 0 || !strings.ContainsAny(clause[:i], "亿%") {
		return clause, ""
	}
	for _, c := range industries {
		if strings.HasPrefix(clause[i+len("、"):], c.Name) {
			return clause[:i], clause[i+len("、"):]
		}
	}
	return clause, ""
}

func isClauseEnd(r rune) bool { return strings.ContainsRune("，,；;。：:", r) }

// spokenOf are the industries whose names open a clause, and what it says of them.
func spokenOf(clause string, industries []*model.Fact) (named []*model.Fact, rest string) {
	const mostBefore = len("力争推动")
	for rest = clause; ; {
		next, first, end := (*model.Fact)(nil), mostBefore, 0
		for _, c := range industries {
			at := strings.Index(rest, c.Name)
			if at >= 0 && (at == 0 || len(named) == 0) && (at < first || at == first && at+len(c.Name) > end) {
				next, first, end = c, at, at+len(c.Name)
			}
		}
		if next == nil {
			return named, rest
		}
		named, rest = append(named, next), strings.TrimPrefix(rest[end:], "产业")
		mark := lexicon.Enumerates.Prefix(rest)
		if rest = rest[len(mark):]; mark == "" {
			return named, rest
		}
	}
}

// reachedTier is the size that a clause says its industry has or will have; "" where it
// speaks of things of that size, or of how many there are: 百亿级项目, 2个百亿级产业.
func reachedTier(s string) string {
	i := strings.Index(s, "亿")
	if i < 0 || lexicon.Runes(s[:i]) > 16 {
		return ""
	}
	tier := tierAt(s, i)
	before := strings.TrimSuffix(s[:i], strings.TrimSuffix(tier, "亿级"))
	after, level := strings.CutPrefix(strings.TrimPrefix(s[i+len("亿"):], "元"), "级")
	if tier == "" || !level || strings.Contains(before, "、") || strings.HasSuffix(before, "个") && !strings.HasSuffix(before, "一个") {
		return ""
	}
	if after != "" && !lexicon.NameTierOf.Has(after) {
		return ""
	}
	return tier
}
