package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// code is the format of a number, taken apart.
type code struct {
	bare          string  // in small letters, without texts, colours and padding
	before, after string  // texts around the number: 0.0"亿元" shows a unit; signs of money are none
	divisor       float64 // 1000 for each comma behind the digits
	point         int     // digits behind a point that is a text: 0!.0, shows ten thousands
	odd           bool    // other texts stand between the digits
}

// condition is what a section of a format is for: [>=10000].
var condition = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]`) })

// section is the part of a format that is for a number: the first whose condition it
// meets, else the last; without conditions the one for positive numbers, for the others
// differ in looks.
func section(format string, n float64) string {
	all := sections(format)
	if !condition().MatchString(format) {
		return all[0]
	}
	for _, s := range all {
		m := condition().FindStringSubmatch(s)
		if m == nil {
			return s
		}
		if limit, err := strconv.ParseFloat(m[2], 64); err == nil && meets(n, m[1], limit) {
			return s
		}
	}
	return all[len(all)-1]
}

func meets(n float64, sign string, limit float64) bool {
	return n < limit && strings.Contains(sign, "<") || n > limit && strings.Contains(sign, ">") || n == limit && strings.Contains(sign, "=")
}

// sections parts a format at the semicolons outside of texts.
func sections(format string) (all []string) {
	quoted, from := false, 0
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '"':
			quoted = !quoted
		case ';':
			if !quoted {
				all, from = append(all, format[from:i]), i+1
			}
		}
	}
	return append(all, format[from:])
}

// money are signs before a number that say no more than its unit does.
const money = "¥￥$€£ "

// parse takes a section apart.
func parse(section string) code {
	c := code{divisor: 1}
	var bare strings.Builder
	digits := false // were seen
	text := func(s string) {
		if digits {
			c.after += s
		} else {
			c.before += s
		}
	}
	for i := 0; i < len(section); i++ {
		switch b := section[i]; {
		case b == '\\' || b == '!':
			i++
			text(section[min(i, len(section)):min(i+1, len(section))])
		case b == '_' || b == '*':
			i++
		case b == '"' || b == '[':
			inner, size := enclosed(section[i:])
			if b == '"' {
				text(inner)
			}
			i += size - 1
		case b >= 0x80:
			text(section[i : i+1])
		default:
			if strings.IndexByte("0#?gG", b) >= 0 {
				c.between(section[i:])
				digits = true
			}
			bare.WriteByte(b)
		}
	}
	c.bare = strings.ToLower(bare.String())
	for trimmed := strings.TrimRight(c.bare, " )%"); strings.HasSuffix(trimmed, ","); trimmed = trimmed[:len(trimmed)-1] {
		c.divisor *= 1000
	}
	c.before = strings.Trim(c.before, money)
	return c
}

// between takes in that a digit stands behind a text that came after others.
func (c *code) between(rest string) {
	switch {
	case c.after == "." && c.point == 0:
		c.point = strings.Count(rest, "0") + strings.Count(rest, "#")
		c.after = ""
	case strings.TrimSpace(c.after) != "":
		c.odd = true
	}
}

// enclosed is the text in quotes or brackets that s begins with, and the size of all.
func enclosed(s string) (inner string, size int) {
	end := "\""
	if s[0] == '[' {
		end = "]"
	}
	n := strings.Index(s[1:], end)
	if n < 0 {
		return "", len(s)
	}
	return s[1 : 1+n], n + 2
}

// isDate reports whether a code shows a day or a month.
func (c code) isDate() bool {
	if strings.ContainsAny(c.bare, "0#") || strings.Contains(c.bare, "general") {
		return false
	}
	return strings.ContainsAny(c.bare, "yd") || strings.Contains(c.bare, "m") && !strings.ContainsAny(c.bare, "hs")
}
