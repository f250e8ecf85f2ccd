package project

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Type is what an entry is about; the values are the words of the file.
type Type string

// The types of entries.
const (
	Report Type = "report" // Set: what is wrong in the report's head
	Fact   Type = "fact"   // a verdict on a fact that the rules read
	Added  Type = "added"  // a fact that the rules missed
	Coding Type = "code"   // a code on a passage
	Memo   Type = "memo"   // a thought on a passage
	Define Type = "define" // a code of the codebook
)

// Verdict is what a person says of a fact; the values are the words of the file.
type Verdict string

// The verdicts. NoVerdict is also that of every entry that is none.
const (
	NoVerdict Verdict = ""
	Right     Verdict = "right"
	Wrong     Verdict = "wrong"
	Mended    Verdict = "mended" // right but for the fields in Set
)

// Sign is who says something, and when.
type Sign struct {
	By   string `json:"by,omitempty"`
	When string `json:"when,omitempty"` // RFC 3339, UTC, so that later is greater
}

// Opinion is what one person says.
type Opinion struct {
	Verdict Verdict `json:"verdict,omitempty"`
	Set     Fields  `json:"set,omitempty"`
	Text    string  `json:"text,omitempty"` // memo, reason, or what a code means
	Sign
}

// Entry is one thing that a person said: a line of the file. The ID follows
// from what it is about, so that two people who judge one fact write entries
// of the same ID.
type Entry struct {
	ID    string `json:"id"`
	Type  Type   `json:"type"`
	Code  string `json:"code,omitempty"` // of a coding and of a definition
	Place Anchor `json:"place,omitzero"`
	Was   Fields `json:"was,omitempty"` // the fact as the rules read it then
	Opinion
	Other []Opinion `json:"other,omitempty"` // overruled by a later one, newest first

	extra map[string]json.RawMessage // keys that this version does not know
}

// same reports whether two entries are the same opinions.
func (e Entry) same(f Entry) bool {
	return later(e.Opinion, f.Opinion) == 0 && slices.EqualFunc(e.Other, f.Other, func(a, b Opinion) bool { return later(a, b) == 0 })
}

// agrees reports whether two opinions say the same, whoever says it and when.
func (o Opinion) agrees(p Opinion) bool {
	return o.Verdict == p.Verdict && o.Text == p.Text && maps.Equal(o.Set, p.Set)
}

// Project is all entries. The zero Project is empty and ready to use.
type Project struct {
	entries map[string]Entry
	strange []string // lines that this version does not know, as they were
}

// Len is the number of entries.
func (p Project) Len() int { return len(p.entries) }

// Entry is the entry of an ID.
func (p Project) Entry(id string) (Entry, bool) {
	e, ok := p.entries[id]
	return e, ok
}

// Entries are all entries, report by report in the order of the text.
func (p Project) Entries() []Entry { return slices.SortedFunc(maps.Values(p.entries), compare) }

// Of are the entries of a type, in that order.
func (p Project) Of(t Type) []Entry {
	return slices.DeleteFunc(p.Entries(), func(e Entry) bool { return e.Type != t })
}

// Count is how many entries there are of each type.
func (p Project) Count() map[Type]int {
	n := map[Type]int{}
	for _, e := range p.entries {
		n[e.Type]++
	}
	return n
}

// compare is the order of the file: the codebook, then by place, so that two
// people who work in different places change different lines.
func compare(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(a.Place.District, b.Place.District),
		cmp.Compare(a.Place.Report, b.Place.Report),
		cmp.Compare(a.Place.Start, b.Place.Start),
		cmp.Compare(a.Type, b.Type),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.ID, b.ID))
}

// With is the project with an entry, in place of the one with its ID.
func (p Project) With(e Entry) Project {
	entries := map[string]Entry{}
	maps.Copy(entries, p.entries)
	p.entries = entries
	if e.ID == "" {
		e.ID = e.identity()
	}
	p.entries[e.ID] = e
	return p
}

// Without is the project without the entry of the ID.
func (p Project) Without(id string) Project {
	if _, ok := p.entries[id]; ok {
		p.entries = maps.Clone(p.entries)
		delete(p.entries, id)
	}
	return p
}

// identity names what the entry is about: the passage, and there the fact or
// the code. A fact's value is part of it, since one quote may state two of a
// name.
func (e Entry) identity() string {
	parts := []string{string(e.Type), e.Place.Text, strconv.Itoa(e.Place.Start), strconv.Itoa(e.Place.End), e.Code}
	switch e.Type {
	case Fact:
		parts = append(parts, e.Was["kind"], e.Was["name"], e.Was["value"], e.Was["unit"])
	case Added:
		parts = append(parts, e.Set["kind"], e.Set["name"], e.Set["value"], e.Set["unit"])
	case Memo: // several people may think several things of a passage
		parts = append(parts, e.By, e.Text)
	case Report, Define:
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}
