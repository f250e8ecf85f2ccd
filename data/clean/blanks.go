package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isBlank reports whether r shows nothing: blanks of every width, line ends,
// and marks without width.
func isBlank(r rune) bool {
	switch {
	case r <= ' ':
		return true
	case r < 0x7F:
		return false
	case r >= 0x2010 && r < 0x2028: // dashes and quotation marks, which are many
		return false
	case r > 0x3000:
		return r == 0xFEFF
	}
	return isInvisible(r) || unicode.IsSpace(r)
}

// isInvisible reports a mark without width: joiners, marks that turn the direction
// of writing (with them a quote could show other than it is), and the second
// set of control characters, which terminals obey.
func isInvisible(r rune) bool {
	switch {
	case r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF, r == 0xAD:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r >= 0x7F && r <= 0x9F && r != 0x85
}

// blanks puts the white space in order: one line end between paragraphs, none
// at either end, nothing around a line, one blank where there were several,
// and none between a number and the Chinese beside it.
func blanks(text string) []edit {
	var edits []edit
	running := false // the line is running text
	lineEnd := 0     // end of the line for which running is known
	for at := 0; at < len(text); {
		if c := text[at]; c > ' ' && c < 0x7F || c >= 0xE4 && c <= 0xEE {
			at++ // the common case: no blank begins with this byte, nor with what follows it
			continue
		}
		end, breaks := blankRun(text, at)
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		if !breaks && at >= lineEnd {
			lineEnd, running = lineAt(text, at)
		}
		if with := between(text, at, end, breaks, running); with != text[at:end] {
			edits = append(edits, edit{at, end, with})
		}
		at = end
	}
	return edits
}

// blankRun is the end of the blanks at the start of text[at:], and whether a
// line ends in them.
func blankRun(text string, at int) (end int, breaks bool) {
	for end = at; end < len(text); {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isBlank(r) {
			break
		}
		breaks = breaks || r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029
		end += n
	}
	return end, breaks
}

// lineAt is the end of the line around at, and whether it is running text.
func lineAt(text string, at int) (end int, running bool) {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	end = len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		end = at + n
	}
	return end, strings.ContainsAny(text[start:end], "，。；,;")
}

// between is what stands in place of the blanks text[start:end].
func between(text string, start, end int, breaks, running bool) string {
	switch {
	case start == 0 || end == len(text):
		return ""
	case breaks:
		return "\n"
	case !hasWidth(text[start:end]):
		return ""
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if isDigit(before) && isHan(after) || running && isHan(before) && isDigit(after) && before != '讯' && before != '电' {
		return ""
	}
	return " "
}

// hasWidth reports whether blanks hold one that takes room.
func hasWidth(s string) bool {
	for _, r := range s {
		if !isInvisible(r) && (r >= ' ' || r == '\t' || r == '\f' || r == '\v') {
			return true
		}
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '%' }

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }
