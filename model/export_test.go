package model

// Forget empties the kept sets, so that a benchmark measures a condition as it
// is typed for the first time.
func (c *Corpus) Forget() { c.index.terms.sets = nil }
