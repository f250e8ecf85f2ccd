package plain

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

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

// frontMatter reads the block between two lines of --- at the top. Its lines are
// kept empty, so that the lines of the text keep their numbers.
func frontMatter(text string) (page.Stated, string) {
	var s page.Stated
	lines := strings.SplitAfter(text, "\n")
	if strings.TrimSpace(lines[0]) != "---" {
		return s, text
	}
	for i, line := range lines[1:] {
		if end := strings.TrimSpace(line); end == "---" || end == "..." {
			return s, strings.Repeat("\n", i+2) + strings.Join(lines[i+2:], "")
		}
		key, value, _ := strings.Cut(line, ":")
		s.Set(key, strings.Trim(strings.TrimSpace(value), `"'`))
	}
	return page.Stated{}, text // a rule, not a block
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
