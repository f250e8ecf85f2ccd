package mirror

import (
	"strings"
	"unicode/utf8"
)

// annotated is a mirror's text in the making: bytes of GBK, and the brackets
// written between them.
type annotated struct {
	bytes []byte
	after map[int]string // readings by the index of the byte they stand behind
}

// Marks at which mirrors cut, in their order, as bytes.
var cuts = [...]struct{ lead, trail byte }{{0xA3, 0xA1}, {0xA3, 0xBF}, {0xA3, 0xBB}, {0xA1, 0xA3}}

// cutsSeen is a bit for each mark at which a page shows that it was cut: a byte is
// left over before it.
func cutsSeen(page string) int {
	seen := 0
	for k, mark := range []rune("！？；。") {
		if mark == '？' {
			continue // ?? is also what unreadable blanks become
		}
		if strings.Contains(page, "?"+string(mark)) || strings.Contains(page, "?"+string(fold(mark))) {
			seen |= 1 << k
		}
	}
	return seen
}

// encode is a text as bytes of GBK; ok is false when it holds other characters.
func encode(text string) (b []byte, ok bool) {
	c := gbk()
	for _, r := range text {
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
			continue
		}
		lead, trail, ok := c.encode(r)
		if !ok {
			return nil, false
		}
		b = append(b, lead, trail)
	}
	return b, true
}

// annotate is pass A: it writes the readings behind every pair of bytes that is
// a character of the list, in step or not. Where two hits share a byte both
// stand when the later one was written first (later), else only the earlier.
func annotate(b []byte, reading map[rune]string, later bool) annotated {
	a := annotated{b, map[int]string{}}
	for i := 0; i+1 < len(b); i++ {
		syllable, hit := reading[gbk().decode(b[i], b[i+1])]
		if !hit {
			continue
		}
		if _, taken := a.after[i]; taken && !later {
			continue // the bracket behind byte i parts this pair
		}
		a.after[i+1] = syllable
	}
	return a
}

// cutAndRead is pass B: it cuts at the marks in use, wherever their bytes
// stand, and reads the pieces. A byte left over at a cut shows as lone.
func (a annotated) cutAndRead(inUse [len(cuts)]bool, lone string) string {
	mark := make([]bool, len(a.bytes)+1) // a mark begins here
	for k, cut := range cuts {
		if !inUse[k] {
			continue
		}
		for i := 0; i+1 < len(a.bytes); i++ {
			if a.bytes[i] != cut.lead || a.bytes[i+1] != cut.trail || mark[i] || mark[i+1] || i > 0 && mark[i-1] {
				continue
			}
			if _, parted := a.after[i]; !parted {
				mark[i] = true
			}
		}
	}
	var out strings.Builder
	for i := 0; i < len(a.bytes); {
		i += a.read(&out, i, mark, lone)
	}
	return out.String()
}

// read reads the character that begins with byte i and tells its length.
func (a annotated) read(out *strings.Builder, i int, mark []bool, lone string) int {
	b := a.bytes
	switch {
	case b[i] < 0x80:
		out.WriteByte(b[i])
		a.bracket(out, i, "(")
		return 1
	case i+1 == len(b) || mark[i+1] && !mark[i]:
		if _, behind := a.after[i]; behind {
			out.WriteByte('?')
			a.bracket(out, i, "")
		} else {
			out.WriteString(lone)
		}
		return 1
	}
	if _, behind := a.after[i]; behind { // the bracket's ( is read as the trail byte
		out.WriteByte('?')
		a.bracket(out, i, "")
		return 1
	}
	if b[i+1] < 0x40 && lone == "" {
		return 1
	}
	if b[i+1] < 0x40 {
		out.WriteByte('?')
		a.bracket(out, i+1, "(")
		return 2
	}
	if r := gbk().decode(b[i], b[i+1]); r != 0 {
		out.WriteRune(fold(r))
	} else if b[i] == noLead {
		out.WriteByte('?')
	}
	a.bracket(out, i+1, "(")
	return 2
}

// bracket writes the reading behind byte i, if there is one.
func (a annotated) bracket(out *strings.Builder, i int, open string) {
	if syllable, ok := a.after[i]; ok {
		out.WriteString(open + syllable + ")")
	}
}

// fold is the half-width form of a full-width sign, as the mirrors show it.
func fold(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}
