package plain

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/source/page"
)

// ReadNotes reads Markdown: its text as it is, its tables as tables, and what
// its front matter states of title, date, district, city, source and author.
func ReadNotes(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		raw, err := page.Bytes(r, size)
		if err != nil {
			return page.Page{}, err
		}
		p := Decode(raw, encoding)
		if p.Text == "" {
			return p, nil
		}
		problems, enc := p.Problems, p.Encoding
		stated, body := frontMatter(p.Text)
		p = notes(body)
		p.Encoding, p.Stated, p.Problems = enc, stated, append(problems, p.Problems...)
		return p, nil
	}
}

// frontMatter reads what the block at the top states, between two lines of --- or,
// as some tools write it, of +++ with equals signs. The block is blanked, so that
// all that follows keeps its place; one that states nothing known is none.
func frontMatter(text string) (page.Stated, string) {
	var s page.Stated
	first, _, _ := strings.Cut(text, "\n")
	fence := strings.TrimSpace(first)
	sign := map[string]string{"---": ":：", "+++": "="}[fence]
	if sign == "" {
		return s, text
	}
	at := min(len(first)+1, len(text))
	for line := range strings.Lines(text[at:]) {
		at += len(line)
		if end := strings.TrimSpace(line); end == fence || end == "..." {
			break
		}
		if i := strings.IndexAny(line, sign); i > 0 && !strings.ContainsAny(line[:1], " \t-") { // no part of another key
			_, size := utf8.DecodeRuneInString(line[i:])
			s.Set(bare(line[:i]), bare(line[i+size:]))
		}
	}
	if end := strings.TrimSpace(text[strings.LastIndexByte(text[:at-1], '\n')+1 : at]); s == (page.Stated{}) || end != fence && end != "..." {
		return page.Stated{}, text
	}
	return s, blanked(text[:at]) + text[at:]
}

// blanked is blanks and line ends of the same size in bytes.
func blanked(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c != '\n' {
			b[i] = ' '
		}
	}
	return string(b)
}

// bare is a value without its quotes, or without the remark behind it. The signs of a
// text on the lines below are no value.
func bare(value string) string {
	value = strings.TrimSpace(value)
	if value != "" && strings.ContainsAny(value[:1], `"'`) {
		value, _, _ = strings.Cut(value[1:], value[:1])
		return value
	}
	value, _, _ = strings.Cut(value, " #")
	if strings.Trim(value, "|>-+ ") == "" {
		return ""
	}
	return value
}

// notes reads the text line by line: what is drawn with bars is a table, with or
// without bars at its edges.
func notes(text string) page.Page {
	var out page.Writer
	lines := slices.Collect(strings.Lines(text))
	for at := 0; at < len(lines); {
		if size := tableSize(lines[at:]); size > 0 {
			out.Table(drawn(lines[at : at+size]))
			at += size
			continue
		}
		line := lines[at]
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			line = strings.TrimLeft(strings.TrimLeft(strings.TrimSpace(line), "#"), " ") + "\n" // a heading
		}
		out.Text(unmarked(line))
		at++
	}
	return out.Page("md")
}

// tableSize is how many of the lines are those of a table, 0 where none begins with
// the first. One without bars at its edges is told by the rule below its head.
func tableSize(lines []string) int {
	edges := hasEdges(lines[0])
	if !edges && (len(lines) < 2 || !strings.Contains(lines[0], "|") || !isRule(lines[1])) {
		return 0
	}
	n := 1
	for n < len(lines) && (edges && hasEdges(lines[n]) || !edges && strings.Contains(lines[n], "|")) {
		n++
	}
	return n
}

// hasEdges reports whether a line is a row between bars.
func hasEdges(line string) bool {
	bare := strings.TrimSpace(line)
	return strings.HasPrefix(bare, "|") && strings.Count(bare, "|") > 2
}

// isRule reports whether a line parts the head of a table from its rows.
func isRule(line string) bool {
	bare := strings.TrimSpace(line)
	return strings.Trim(bare, "|-: ") == "" && strings.Contains(bare, "-") && strings.Contains(bare, "|")
}

// drawn is a table drawn with bars. A bar behind a stroke is a character.
func drawn(lines []string) *page.Grid {
	grid := &page.Grid{}
	for _, line := range lines {
		if isRule(line) {
			continue // between head and rows
		}
		bare := strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00")
		bare = strings.TrimSuffix(strings.TrimPrefix(bare, "|"), "|")
		for cell := range strings.SplitSeq(bare, "|") {
			grid.Cell(unmarked(strings.ReplaceAll(cell, "\x00", "|")), 1, 1)
		}
		grid.NextRow(1)
	}
	return grid
}

// mark is one of Markdown's that would stand within a sentence, and what is read for it.
type mark struct {
	pattern *regexp.Regexp
	with    string
}

// marks are taken out in their order: pictures, links, notes, code and stress, then the
// strokes before signs that are meant as they stand.
var marks = sync.OnceValue(func() []mark {
	return []mark{
		{regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`), ""},
		{regexp.MustCompile(`\[([^\]^]+)\]\([^)]*\)`), "$1"},
		{regexp.MustCompile(`\[\^[^\]\s]+\]:?`), ""},
		{regexp.MustCompile("`|~~|__|\\*\\*"), ""},
		{regexp.MustCompile(`(^|[^\\*0-9])\*([^*\s\\]|[^*\s][^*]*[^*\s\\])\*`), "$1$2"},
		{regexp.MustCompile(`\\([!-/:-@\[-_{-~])`), "$1"},
	}
})

// unmarked is a line without the marks within it.
func unmarked(line string) string {
	if !strings.ContainsAny(line, "*_`~[\\") {
		return line
	}
	for _, m := range marks() {
		line = m.pattern.ReplaceAllString(line, m.with)
	}
	return line
}
