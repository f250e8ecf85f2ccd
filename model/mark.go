package model

// Mark is what people did to a fact.
type Mark uint8

// The marks; Unchecked is the zero value.
const (
	Unchecked Mark = iota // nobody looked at it
	Checked               // found right
	Corrected             // right with the fields that a person corrected
	Added                 // found by a person, not by the rules
	Rejected              // found wrong: hidden, counted nowhere
)

// String is the mark's key.
func (m Mark) String() string {
	return [...]string{"", "checked", "corrected", "added", "rejected"}[min(m, Rejected)]
}

// Sign is the mark as it stands beside a fact: ✓, ✎, +, ✗, or nothing.
func (m Mark) Sign() string { return [...]string{"", "✓", "✎", "+", "✗"}[min(m, Rejected)] }

// Word is the mark's word: 已核, checked; empty for Unchecked.
func (m Mark) Word(l Lang) string {
	if m == Unchecked {
		return ""
	}
	return Word("mark", m.String(), l)
}

// Confirmed reports whether a person stands for the fact as it is.
func (m Mark) Confirmed() bool { return m == Checked || m == Corrected || m == Added }
