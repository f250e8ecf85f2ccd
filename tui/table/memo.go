package table

// Memo keeps what was made last, as long as what it is made of stays the same.
type Memo[K comparable, V any] struct {
	of   K
	made bool
	kept V
}

// Of is what is made of a thing: kept, or made now.
func (m *Memo[K, V]) Of(of K, make func() V) V {
	if !m.made || m.of != of {
		m.of, m.made, m.kept = of, true, make()
	}
	return m.kept
}

// Forget has it made anew.
func (m *Memo[K, V]) Forget() { m.made = false }
