package style

import "testing"

// BenchmarkNew makes the sheet of a palette, as every start does.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Dark())
	}
}
