// Package model holds what qubi knows of district government reports: the
// documents, the facts read out of them, and the questions a researcher asks
// (filter, search, compare, order). It knows neither bytes nor screens and
// imports the standard library only, and the readings of characters in
// model/pinyin.
//
// The field's terms, as the interface and this code use them:
//
//	indicator  指标   a canonical quantity that districts share (固定资产投资)
//	metric     指标值 one number of an indicator, with unit, period and stage
//	period     时期   what span of time a number is about; never guessed
//	scope      口径   whose number it is and how it is counted (规上, 全市)
//	cluster    产业集群 an industry the district names as built or to be built
//	park       园区   a named place that carries industry
//	project    项目   a named thing signed, planned, built or opened
//	theme      主题   one of eleven topics, see Theme
//	stage      阶段   achieved or target; existing or target; planned … done
//	provenance 出处   the place in the text, and in the file, that states a fact
//
// A report's way in is Document -> Report -> Corpus. Everything is immutable
// once a Corpus is built, so it may be read from any goroutine.
//
// The questions, all asked of a Corpus with one [Filter]:
//
//	Select, Count, Counts   the facts on view, and what each choice would show
//	Suggest                 what to give up when nothing is
//	Search                  the facts in which a [Pattern] occurs
//	Compare                 districts side by side: see [Comparison] and [Row]
//
// A filter is answered by sets of bits, one bit a fact (bits.go, index.go), and
// words by one run over the folded texts (search.go), so that a million facts
// answer a key at once. What a single fact answers (Filter.Match) is the same
// rule told slowly, and tests hold one against the other.
//
// A fact is one flat struct, not an interface over four kinds: the contract,
// every table, every filter and every export treat facts as rows, and a flat
// row needs no type switch at each column.
package model
