package extract

import (
	"strings"

	"qubi/model"
)

// scopeFlag is whose number a metric is when it is not the district's: the
// clause begins with 全市, 全省 (of a count they are its name: 全国森林乡村3个), or the sentence speaks of one project or one
// enterprise. A county-level city calls itself 全市, which is then its own.
func scopeFlag(clause, before, district string, counts bool) (model.Flag, bool) {
	for _, c := range [...]struct {
		class string
		flag  model.Flag
	}{{"city", model.FlagScopeCity}, {"wide", model.FlagScopeWide}} {
		clause := strings.TrimLeft(clause, " “")
		clause = strings.TrimLeft(clause[periodWords(clause):], " ，,")
		w := vocab[c.class].prefix(clause)
		if w == "" || counts || c.class == "city" && strings.HasSuffix(district, "市") {
			continue
		}
		if rest := clause[strings.Index(clause, w)+len(w):]; !named(w) && vocab["among"].prefix(rest) == "" {
			return c.flag, true
		}
	}
	if _, i := vocab["project"].find(before); i >= 0 {
		return model.FlagScopeOther, true
	}
	return "", false
}
