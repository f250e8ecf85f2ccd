// Package model holds what qubi knows of district government reports: the
// documents, the facts read out of them, and the corpus that gathers them. It
// knows neither bytes nor screens and imports the standard library only. What a
// researcher asks of a corpus is in the packages above it: model/query (filter,
// search, order), model/compare, model/notes and model/export.
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
//	contract   约定   the keys and words by which facts leave the program, told by
//	                  `qubi help format`; none is ever renamed
//
// A report's way in is Document -> Report -> Corpus. Everything is immutable
// once a Corpus is built, so it may be read from any goroutine.
//
// A fact is one flat struct, not an interface over four kinds: the contract,
// every table, every filter and every export treat facts as rows, and a flat
// row needs no type switch at each column.
package model
