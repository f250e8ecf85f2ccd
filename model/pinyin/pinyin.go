// Package pinyin knows how Chinese characters are read.
//
// It serves two needs: telling whether a bracket holds a reading of the
// character before it (發(fā)), which wants tones, and finding 重点项目 by
// typing zhongdian or zdxm, which wants none:
//
//	pinyin.Is('長', "zhǎng")  // true
//	pinyin.Plain("zhǎng")     // zhang
//
// The table covers U+3400 to U+9FFF and is read where it lies embedded:
// index.bin holds for each character two bytes, big-endian, the number of its
// line in readings.txt, from 1; 0 is a character without a known reading. A
// line holds the toned readings, commonest first. Both files are made from
// github.com/mozillazg/go-pinyin (MIT) by `go test ./model/pinyin -update`;
// the program itself does not link that module, whose map costs 2 ms at every
// start.
package pinyin

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

const (
	first = 0x3400
	last  = 0x9FFF
)

//go:embed index.bin
var index string

//go:embed readings.txt
var readings string

var lines = sync.OnceValue(func() []string { return strings.Split(readings, "\n") })

// line is the comma-separated toned readings of r, or "".
func line(r rune) string {
	if n := numberOf(r); n > 0 {
		return lines()[n-1]
	}
	return ""
}

// numberOf is the number of a character's line, from 1; 0 for none.
func numberOf(r rune) int {
	if r < first || r > last {
		return 0
	}
	at := int(r-first) * 2
	return int(index[at])<<8 | int(index[at+1])
}

// Toned lists the readings of r with tone marks (cháng, zhǎng), commonest
// first; nil when r is no Chinese character or its reading is unknown.
func Toned(r rune) []string {
	l := line(r)
	if l == "" {
		return nil
	}
	return strings.Split(l, ",")
}

// Is reports whether toned, a syllable with its tone mark (zhǎng), is one of
// the readings of r.
func Is(r rune, toned string) bool {
	if toned == "" {
		return false
	}
	for l := line(r); len(l) >= len(toned); {
		if strings.HasPrefix(l, toned) && (len(l) == len(toned) || l[len(toned)] == ',') {
			return true
		}
		next := strings.IndexByte(l, ',')
		if next < 0 {
			break
		}
		l = l[next+1:]
	}
	return false
}

// Reading is Is for many characters: it reports of each whether toned is one of its
// readings.
func Reading(toned string) func(r rune) bool {
	has := make([]bool, len(lines())+1)
	n := 1 // the line's number
	for rest := readings; toned != ""; {
		at := strings.Index(rest, toned)
		if at < 0 {
			break
		}
		n += strings.Count(rest[:at], "\n")
		whole := at == 0 || !letter(rest[at-1])
		rest = rest[at+len(toned):]
		if whole && (rest == "" || !letter(rest[0])) {
			has[n] = true
		}
	}
	return func(r rune) bool { return has[numberOf(r)] }
}

// letter reports whether a byte of readings.txt is of a syllable.
func letter(b byte) bool { return b != ',' && b != '\n' }

// toneless appends the readings of a line without tones, each once.
func toneless(to []string, line string, plain func(toned string) string) []string {
	if line == "" {
		return to
	}
	from := len(to)
	for toned := range strings.SplitSeq(line, ",") {
		if one := plain(toned); !slices.Contains(to[from:], one) {
			to = append(to, one)
		}
	}
	return to
}

// All gives the readings of every line of the table without tones (chang, zhang),
// commonest first and each once, ü as v; the list is good until the next is given. A
// character has those of the line of its number, counted from 1.
func All(give func(readings []string)) (number func(r rune) int) {
	known := map[string]string{} // a thousand syllables make all readings
	plain := func(toned string) string {
		if known[toned] == "" {
			known[toned] = Plain(toned)
		}
		return known[toned]
	}
	var room []string
	for line := range strings.SplitSeq(readings, "\n") {
		room = toneless(room[:0], line, plain)
		give(room)
	}
	return numberOf
}

// Plain takes the tone mark off a syllable and writes ü as v: lǜ is lv.
func Plain(toned string) string {
	ascii := true
	for i := range len(toned) {
		ascii = ascii && toned[i] < 0x80
	}
	if ascii {
		return toned
	}
	var b strings.Builder
	for _, r := range toned {
		if r < 0x0300 || r > 0x036F { // a combining mark, as over the m of 呣
			b.WriteRune(bare(r))
		}
	}
	return b.String()
}

// marked lists each vowel (and the nasals of 嗯 and 呣) with its marks.
const marked = "aāáǎàɑ|eēéěèêếềẽ|iīíǐì|oōóǒò|uūúǔù|vüǖǘǚǜ|nńňǹ|mḿ"

// bare is the letter without its mark.
func bare(r rune) rune {
	at := strings.IndexRune(marked, r)
	if r < 0x80 || at < 0 {
		return r
	}
	group := marked[strings.LastIndexByte(marked[:at], '|')+1:]
	return rune(group[0])
}
