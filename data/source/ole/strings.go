package ole

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"

	"qubi/data/source/page"
)

// shortString reads a string with one byte of length, longString one with two.
func shortString(d stream) string {
	if len(d) < 2 {
		return ""
	}
	return characters(d[2:], int(d[0]), d[1]&1 != 0)
}

func longString(d stream) string {
	if len(d) < 3 {
		return ""
	}
	return characters(d[3:], d.u16(0), d[2]&1 != 0)
}

// characters decodes n characters of two bytes, or of one.
func characters(d stream, n int, wide bool) string {
	var u []uint16
	for i := range n {
		switch {
		case wide && 2*i+1 < len(d):
			u = append(u, binary.LittleEndian.Uint16(d[2*i:]))
		case !wide && i < len(d):
			u = append(u, uint16(d[i]))
		}
	}
	return string(utf16.Decode(u))
}

// sharedStrings reads the table of texts that cells share. Where a record's
// continuation begins within a text, a byte tells anew how wide its characters
// are. What is set in a font that strikes it out is left out.
func sharedStrings(r record, struck []bool) []string {
	t := table{d: r.data, cuts: r.cuts, at: 8, struck: struck}
	var all []string
	for range min(r.data.u32(4), page.MaxCells) {
		if t.at+3 > len(t.d) {
			break
		}
		all = append(all, t.next())
	}
	return all
}

// table is a table of shared texts being read.
type table struct {
	d    stream
	cuts []int
	at   int

	struck []bool // by fonts
}

func (t *table) next() string {
	n, flag := t.d.u16(t.at), t.d[t.at+2]
	t.at += 3
	runs, extra := 0, 0
	if flag&8 != 0 {
		runs = t.d.u16(t.at)
		t.at += 2
	}
	if flag&4 != 0 {
		extra = t.d.u32(t.at)
		t.at += 4
	}
	var u []uint16
	for len(u) < n && t.at < len(t.d) {
		if _, cut := slices.BinarySearch(t.cuts, t.at); cut {
			flag = t.d[t.at]
			t.at++
		}
		if flag&1 != 0 {
			u = append(u, uint16(t.d.u16(t.at)))
			t.at += 2
		} else if t.at < len(t.d) {
			u = append(u, uint16(t.d[t.at]))
			t.at++
		}
	}
	kept := t.kept(u, runs)
	t.at = min(t.at+4*runs+extra, len(t.d))
	return string(utf16.Decode(kept))
}

// kept are the characters without those of runs that are struck out. A run goes from its first
// character to that of the next.
func (t *table) kept(u []uint16, runs int) []uint16 {
	if !slices.Contains(t.struck, true) || t.d.part(t.at, t.at+4*runs) == nil {
		return u
	}
	kept, from, out := []uint16(nil), 0, false
	take := func(to int) {
		if to = min(max(to, from), len(u)); !out {
			kept = append(kept, u[from:to]...)
		}
		from = to
	}
	for i := range runs {
		at, font := t.d.u16(t.at+4*i), t.d.u16(t.at+4*i+2)
		take(at)
		out = font < len(t.struck) && t.struck[font]
	}
	take(len(u))
	return kept
}
