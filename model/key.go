package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Key names a fact by what the report says, not by where the report stands
// among others: hash of its text, place of the quote, kind and name. A mark or
// a note finds its fact again as long as the report's text is the same.
//
//	9f86d081884c7d65.120-146.metric.固定资产投资
type Key string

// Key is the fact's stable key.
// A correction does not change it.
func (f *Fact) Key() Key {
	f = f.AsRead()
	q := f.Place.Quote
	b := append(make([]byte, 0, 64+len(f.Name)), f.Report.TextSum()...)
	b = strconv.AppendInt(append(b, '.'), int64(q.Start), 10)
	b = strconv.AppendInt(append(b, '-'), int64(q.End), 10)
	b = append(append(append(b, '.'), f.Kind.String()...), '.')
	return Key(append(b, f.Name...))
}

// AsRead is the fact as the rules read it, whatever a person corrected of it.
func (f *Fact) AsRead() *Fact {
	if f.Read != nil {
		return f.Read
	}
	return f
}

// Sum is the part of the key that names the report's text.
func (k Key) Sum() string {
	s, _, _ := strings.Cut(string(k), ".")
	return s
}

// TextSum is a hash of the report's text in 16 hexadecimal digits.
func (r *Report) TextSum() string {
	if r.sum == nil { // not in a corpus
		return textSum(r.Text)
	}
	return r.sum()
}

// textSum hashes a text piece by piece, so that it is not copied as a whole.
func textSum(text string) string {
	h := sha256.New()
	var piece [1 << 10]byte
	for len(text) > 0 {
		n := copy(piece[:], text)
		h.Write(piece[:n])
		text = text[n:]
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Parts are the place of the quote, the kind and the name that the key is made
// of; zero for what is no key.
func (k Key) Parts() (place Span, kind, name string) {
	fields := strings.SplitN(string(k), ".", 4)
	if len(fields) < 4 {
		return Span{}, "", ""
	}
	start, end, _ := strings.Cut(fields[1], "-")
	place.Start, _ = strconv.Atoi(start)
	place.End, _ = strconv.Atoi(end)
	return place, fields[2], fields[3]
}
