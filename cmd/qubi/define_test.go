package main

import (
	"slices"
	"testing"

	"qubi/data/lexicon"
	comparison "qubi/model/compare"
)

// Every indicator that reports are read for is defined, with the rules by which
// it is counted, and nothing else is; there are ninety at least.
func TestKnownIndicatorsAreDefined(t *testing.T) {
	var names []string
	for name := range lexicon.Rows(lexicon.Indicators) {
		names = append(names, name)
		if d, known := comparison.Define(name + "增速"); !known || d.Text(0) == "" || d.Text(1) == "" || len(d.Source) < 3 {
			t.Errorf("%s is not defined: %v", name, d)
		}
	}
	if len(names) < 90 {
		t.Errorf("only %d indicators", len(names))
	}
	for _, name := range comparison.Defined() {
		if !slices.Contains(names, name) {
			t.Errorf("%s is defined, and not read", name)
		}
	}
}
