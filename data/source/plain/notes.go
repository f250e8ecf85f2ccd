package plain

import (
	"io"
	"regexp"
	"strings"

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

// notes reads the text line by line: what is drawn with bars is a table.
func notes(text string) page.Page {
	var out page.Writer
	var grid *page.Grid
	end := func() {
		if grid != nil {
			out.Table(grid)
			grid = nil
		}
	}
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		if !strings.HasPrefix(bare, "|") || strings.Count(bare, "|") < 3 {
			end()
			if strings.HasPrefix(bare, "#") {
				line = strings.TrimLeft(strings.TrimLeft(line, "#"), " ") // a heading
			}
			out.Text(unmarked(line))
			continue
		}
		if grid == nil {
			grid = &page.Grid{}
		}
		if strings.Trim(bare, "|-: ") == "" {
			continue // between head and rows
		}
		for _, cell := range strings.Split(strings.Trim(bare, "|"), "|") {
			grid.Cell(unmarked(cell), 1, 1)
		}
		grid.NextRow(1)
	}
	end()
	return out.Page("md")
}

// mark is one of Markdown's that would stand within a sentence, and what is read for it.
type mark struct {
	pattern *regexp.Regexp
	with    string
}

// marks are taken out in their order: pictures, links, notes, code and stress, then the
// strokes before signs that are meant as they stand.
var marks = []mark{
	{regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`), ""},
	{regexp.MustCompile(`\[([^\]^]+)\]\([^)]*\)`), "$1"},
	{regexp.MustCompile(`\[\^[^\]\s]+\]:?`), ""},
	{regexp.MustCompile("`|~~|__|\\*\\*"), ""},
	{regexp.MustCompile(`(^|[^\\*0-9])\*([^*\s\\]|[^*\s][^*]*[^*\s\\])\*`), "$1$2"},
	{regexp.MustCompile(`\\([!-/:-@\[-_{-~])`), "$1"},
}

// unmarked is a line without the marks within it.
func unmarked(line string) string {
	if !strings.ContainsAny(line, "*_`~[\\") {
		return line
	}
	for _, m := range marks {
		line = m.pattern.ReplaceAllString(line, m.with)
	}
	return line
}
