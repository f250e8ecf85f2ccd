package query

// Forget empties the kept sets, so that a benchmark measures a condition as it
// is typed for the first time.
func (ix *Index) Forget() { ix.terms.sets = nil }
