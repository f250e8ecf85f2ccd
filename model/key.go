package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Key names a fact by what the report says, not by where the report stands
// among others: hash of its text, place of the quote, kind and name. A mark or
// a note finds its fact again as long as the report's text is the same.
//
//	9f86d081884c7d65.120-146.metric.固定资产投资
type Key string

// Key is the fact's stable key.
func (f *Fact) Key() Key {
	q := f.Place.Quote
	return Key(fmt.Sprintf("%s.%d-%d.%s.%s", f.Report.textSum(), q.Start, q.End, f.Kind, f.Name))
}

// sum is the part of the key that names the report's text.
func (k Key) sum() string {
	s, _, _ := strings.Cut(string(k), ".")
	return s
}

// textSum is the report's text in 16 hexadecimal digits.
func (r *Report) textSum() string {
	if r.sum == nil { // not in a corpus
		return textSum(r.Text)
	}
	return r.sum()
}

func textSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
