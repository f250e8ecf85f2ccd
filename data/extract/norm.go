package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
)

// Numbers that tell of nothing that is: what a policy grants to whom it suits, the norm by
// which something is reckoned, and how many measures a set of them has.

// grants reports a sentence in which a policy promises money to whom it suits: its sums and
// rates tell of nothing that is. 对投资5亿元以上的项目,按实际投资额的3%给予奖励.
func grants(sentence string) bool {
	sentence = sentence[scan.ListMark(sentence):]
	return lexicon.GrantTo.Prefix(sentence) != "" && lexicon.Grants.Inside(sentence) && !pastWords.Inside(sentence)
}

// norm reports a sum, between a clause and what stands behind it, by which something is only
// reckoned: 按照每人每年2300元的标准.
func norm(clause, behind string) bool {
	return strings.HasPrefix(strings.TrimLeft(clause, " 、"), "按") && strings.Contains(scan.ClauseHead(behind), "标准")
}

// policy reports that a number of 条 is that of a set of measures, whose name it
// belongs to (出台科技创新10条): no noun behind it, a verb of decree before.
func policy(unit, before string, bare bool) bool {
	if unit != "条" || !bare {
		return false
	}
	clause := scan.LastClause(before)
	_, i := decreeWords.Find(clause)
	return i >= 0 && linearWords.Suffix(strings.TrimRight(clause, " ")) == ""
}
