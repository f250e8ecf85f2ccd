// Package query asks a corpus: which facts are on view ([Filter], and the typed
// [Expr]), in which a word occurs ([Pattern], literally or by pinyin), in what
// order they stand ([Sort]), and what to give up when nothing is found
// ([Index.Suggest]).
//
//	ix := query.New(corpus)
//	expr, err := query.ParseExpr("主题:招商 值:>=46")
//	facts := ix.Select(query.Filter{Expr: expr})
//
// A filter is answered by sets of bits, one bit a fact (bits.go, index.go), and
// words by one run over the folded texts (search.go), so that a million facts
// answer a key at once.
package query
