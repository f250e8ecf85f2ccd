package pdf

import (
	"compress/flate"
	_ "embed"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

//go:embed tables/gb1.bin
var gb1Packed string

// gb1Table leads from the characters of Adobe-GB1 to those of Unicode, zero for
// none. It is packed as the differences of neighbours, all high bytes first.
var gb1Table = sync.OnceValue(func() []rune {
	raw, err := io.ReadAll(flate.NewReader(strings.NewReader(gb1Packed)))
	if err != nil {
		panic("tables/gb1.bin: " + err.Error()) // the file is our own
	}
	all := make([]rune, len(raw)/2)
	last := uint16(0)
	for i := range all {
		last += uint16(raw[i])<<8 | uint16(raw[len(all)+i])
		all[i] = rune(last)
	}
	return all
})

func gb1(code int) rune {
	if table := gb1Table(); code < len(table) {
		return table[code]
	}
	return 0
}

var (
	cmapBlock = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`) })
	cmapToken = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<[0-9A-Fa-f\s]*>|\[|\]`) })
)

// mostTable is the longest table of characters that is read, in bytes.
const mostTable = 8 << 20

// toUnicode reads a font's table from codes to characters, which is text.
func toUnicode(v pdf.Value) map[int]string {
	if v.Kind() != pdf.Stream {
		return nil
	}
	rc := v.Reader()
	defer rc.Close()
	raw, _ := io.ReadAll(io.LimitReader(rc, mostTable)) // what can be read of a broken one is better than none
	table := map[int]string{}
	for _, block := range cmapBlock().FindAllStringSubmatch(string(raw), -1) {
		tokens := cmapToken().FindAllString(block[2], -1)
		if block[1] == "char" {
			for i := 0; i+1 < len(tokens); i += 2 {
				table[number(tokens[i])] = text(tokens[i+1], 0)
			}
		} else {
			ranges(tokens, table)
		}
	}
	return table
}

// ranges reads runs of codes: <first> <last> <character>, or one of each in a
// list.
func ranges(tokens []string, table map[int]string) {
	for i := 0; i+2 < len(tokens); {
		first, last := number(tokens[i]), min(number(tokens[i+1]), mostCodes)
		i += 2
		if tokens[i] != "[" {
			for code := first; code <= last; code++ {
				table[code] = text(tokens[i], code-first)
			}
			i++
			continue
		}
		i++
		for code := first; i < len(tokens) && tokens[i] != "]"; i, code = i+1, code+1 {
			table[code] = text(tokens[i], 0)
		}
		i++
	}
}

// hex is a token's digits.
func hex(token string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '<' || r == '>' {
			return -1
		}
		return r
	}, token)
}

func number(token string) int {
	n, err := strconv.ParseUint(hex(token), 16, 31)
	if err != nil {
		return -1
	}
	return int(n)
}

// text is a token's characters in UTF-16, the last of them moved on by a step.
func text(token string, step int) string {
	digits := hex(token)
	if len(digits) == 2 {
		digits = "00" + digits
	}
	var units []uint16
	for ; len(digits) >= 4; digits = digits[4:] {
		n, _ := strconv.ParseUint(digits[:4], 16, 16)
		units = append(units, uint16(n))
	}
	if len(units) == 0 {
		return ""
	}
	units[len(units)-1] += uint16(step)
	return strings.Trim(string(utf16.Decode(units)), "\x00")
}
