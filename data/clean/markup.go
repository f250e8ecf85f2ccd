package clean

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
)

// markup takes out what is left of HTML: entities become their character, tags
// go, br and p end the line. A < that opens no tag known to HTML is text. What
// a terminal wrote between the words for its colours goes too, whole: of
// ESC[31m there would else remain 31m, a number.
func markup(text string, _ lines) []piece.Edit {
	if strings.IndexByte(text, '&') < 0 && strings.IndexByte(text, '<') < 0 && strings.IndexByte(text, '\x1b') < 0 {
		return nil // as mostly
	}
	var edits []piece.Edit
	for at := 0; at < len(text); at++ {
		c, end, with := text[at], 0, ""
		if c != '&' && c != '<' && c != '\x1b' {
			continue
		}
		switch c {
		case '&':
			end, with = entity(text[at:])
		case '<':
			if end = raised(text, at); end == 0 {
				end, with = tag(text[at:])
			}
		default:
			end = escape(text[at:])
		}
		if end > 0 {
			edits = append(edits, piece.Put(at, at+end, with))
			at += end - 1
		}
	}
	return edits
}

// escape is the end of a terminal's control sequence at the start of s: ESC [ up
// to its letter, ESC ] up to BEL or ESC \ (ECMA-48). A sequence that does not end
// in its line is its ESC alone.
func escape(s string) int {
	s = s[:min(len(s), 256)]
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		s = s[:n]
	}
	if strings.HasPrefix(s, "\x1b[") {
		n := 2
		for n < len(s) && s[n] >= ' ' && s[n] <= '?' {
			n++
		}
		if n < len(s) && s[n] >= '@' && s[n] <= '~' {
			return n + 1
		}
	}
	if strings.HasPrefix(s, "\x1b]") {
		if n := strings.IndexByte(s, '\a'); n >= 0 {
			return n + 1
		}
		if n := strings.Index(s, "\x1b\\"); n >= 0 {
			return n + 2
		}
	}
	return 1
}

// entities are the named characters that Chinese pages use.
var entities = map[string]string{
	"nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": `"`,
	"ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "middot": "·", "mdash": "—", "ndash": "–",
	"hellip": "…", "times": "×", "permil": "‰", "bull": "•", "deg": "°", "zwnj": "", "zwj": "",
}

// entity reads a character entity at the start of s. It may hold one line end,
// where a fixed width broke it: &l\ndquo;.
func entity(s string) (end int, with string) {
	s = s[:min(len(s), 12)]
	end = strings.IndexByte(s, ';') + 1
	if end < 3 {
		return 0, ""
	}
	name := strings.Replace(s[1:end-1], "\n", "", 1)
	if with, ok := entities[name]; ok {
		return end, with
	}
	if r := numbered(name); r > 0 {
		return end, string(r)
	}
	return 0, ""
}

// numbered is the character of #8220 or #x201C, 0 when it is none to print.
func numbered(name string) rune {
	if len(name) < 2 || name[0] != '#' {
		return 0
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil {
		return 0
	}
	r := rune(n)
	if r < ' ' || !utf8.ValidRune(r) || r >= 0x7F && r < 0xA0 {
		return 0
	}
	if r == 0xA0 {
		return ' '
	}
	return r
}

// tags are HTML's that text pages hold; true ends the line.
var tags = map[string]bool{
	"a": false, "b": false, "em": false, "font": false, "i": false, "img": false, "span": false, "strong": false,
	"u": false, "sup": false, "sub": false, "o:p": false, "br": true, "p": true, "div": true, "td": true, "tr": true,
	"table": true, "tbody": true, "li": true, "ul": true, "h1": true, "h2": true, "h3": true, "center": true,
	"h4": true, "h5": true, "h6": true, "dl": true, "dt": true, "dd": true, "ol": true, "th": true, "thead": true, "hr": true, "section": true, "article": true,
	"script": true, "style": true, "html": true, "body": true, "head": true, "title": true,
}

// raised is the length of <sup>3</sup> behind Chinese: a note's mark. The figures of
// m<sup>2</sup> are the unit's.
func raised(text string, at int) int {
	rest, ok := strings.CutPrefix(text[at:], "<sup>")
	inner := strings.TrimLeft(rest, "0123456789[]")
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	if !ok || len(inner) == len(rest) || !strings.HasPrefix(inner, "</sup>") || !script.IsHan(before) || before == '米' {
		return 0
	}
	return len(text) - at - len(inner) + len("</sup>")
}

// tag reads a tag at the start of s.
func tag(s string) (end int, with string) {
	s = s[:min(len(s), 400)]
	end = strings.IndexByte(s, '>') + 1
	if end < 3 || strings.IndexByte(s[1:end], '<') >= 0 {
		return 0, ""
	}
	name := strings.TrimPrefix(s[1:end-1], "/")
	if n := strings.IndexAny(name, " \t\n/"); n >= 0 {
		name = name[:n]
	}
	breaks, ok := tags[strings.ToLower(name)]
	if !ok && !strings.Contains(s[:end], `="`) { // what has attributes is a tag, whatever its name
		return 0, ""
	}
	if breaks {
		return end, "\n"
	}
	return end, ""
}
