package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
)

// Names without what belongs to the sentence they were read from.

// compact is a name without the 的 before its measure: 民生项目的支出.
func compact(name string) string {
	i := strings.LastIndex(name, "的")
	if i <= 0 || strings.Contains(name[:i], "占") {
		return name
	}
	if of := name[i+len("的"):]; massWords.Has(of) || flowWords.Has(of) || bareWords.Has(of) {
		return name[:i] + of
	}
	return name
}

// withoutYear is a name without 全年 in its middle.
func withoutYear(name string) string {
	if w, i := lexicon.WholeYear.Find(name); i > 0 && i+len(w) < len(name) {
		return name[:i] + name[i+len(w):]
	}
	return name
}

// withoutIncluded is a name without a bracket that says what it holds too:
// 外资项目(含增资项目).
func withoutIncluded(name string) string {
	i := strings.LastIndexAny(name, "(（")
	if i <= 0 || !scan.EndsAny(name, ")", "）") {
		return name
	}
	_, w := utf8.DecodeRuneInString(name[i:])
	if includedWords.Prefix(name[i+w:]) == "" {
		return name
	}
	return name[:i]
}

// withoutVerb takes the verb out between an owner and its measure (第一产业|完成|增
// 加值), which makes another name of the same thing.
func withoutVerb(name string) string {
	for _, verb := range fulfilWords.Words() {
		owner, measure, ok := strings.Cut(name, verb)
		if ok && ownerWords.Suffix(owner) != "" && (massWords.Prefix(measure) != "" || lexicon.Indicator.Prefix(measure) != "") {
			return owner + measure
		}
	}
	return name
}
