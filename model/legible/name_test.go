package legible_test

import (
	"testing"

	"qubi/model/legible"
)

// Archives from Windows leave names in GBK; each stays told from the others.
func TestNamesInOtherBytes(t *testing.T) {
	for name, want := range map[string]string{
		"济阳区.txt":                        "济阳区.txt",
		"\xbc\xc3\xd1\xf4\xc7\xf8.txt":   "济阳区.txt",
		"a\xff.txt":                      "a\uFFFD.txt",
		"\xbc\xc3\xd1\xf4\xc7\xf8\x1b[m": "济阳区?[m",
	} {
		if got := legible.Line(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
