// Package pdf reads the text layer of PDF files: characters with their places,
// by whatever font they are written in, put together to lines, columns and
// paragraphs; running heads and page numbers are left out.
//
//	objects (ledongthuc/pdf) ─fonts→ characters ─lines→ ─columns→ ─paragraphs→ text
//
// A file without a text layer is a scan, which ErrScan tells. Scripts, links and
// embedded files are never looked at.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sync"

	"github.com/ledongthuc/pdf"

	"qubi/data/source/page"
	"qubi/model/lang"
)

// What can be wrong with a PDF.
var (
	ErrScan  = lang.Say("source.scan")
	errLarge = lang.Say("source.burst")
)

// How much of a file is looked at: documents have thousands of pages at most.
const (
	mostPages   = 20_000
	mostNodes   = 40_000
	mostDepth   = 64
	readBase    = 64 << 20 // bytes read from the file, again and again, …
	readRate    = 400      // … by its size
	mostContent = 1 << 28  // bytes of all contents, unpacked
	mostChars   = 16 << 20
)

// Read reads a PDF.
func Read(r io.ReaderAt, size int64) (page.Page, error) {
	raw, err := page.Bytes(r, size)
	if err != nil {
		return page.Page{}, err
	}
	if raw, err = tidy(raw); err != nil {
		return page.Page{}, err
	}
	file, err := pdf.NewReader(&meter{raw: raw, left: readBase + readRate*int64(len(raw))}, int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return page.Page{}, page.ErrEncrypted
	case err != nil:
		return page.Page{}, fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	d := &document{fonts: map[string]*font{}, left: mostContent}
	d.tree(file.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0)
	return d.page()
}

// meter is the file, and counts what is read of it: a file whose parts lead in a
// circle is read for ever.
type meter struct {
	raw  []byte
	left int64
}

// ReadAt reads from the file in memory.
func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		return 0, errLarge
	}
	if at < 0 || at >= int64(len(m.raw)) {
		return 0, io.EOF
	}
	n := copy(p, m.raw[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// excess finds the tables of objects that claim to have millions, for which
// memory would be set aside before they are read.
var excess = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/Size\s*[1-9]\d{6}|/(?:W|Index)\s*\[[\d\s]*[1-9]\d{6}|(?m:^[1-9]\d{6,} \d+[ \r]*$)`)
})

// tidy brings a file's ends in order: what stands before its mark and behind its
// end goes.
func tidy(raw []byte) ([]byte, error) {
	begin := bytes.Index(raw[:min(len(raw), 4096)], []byte("%PDF-"))
	if begin < 0 || len(raw) < begin+200 {
		return nil, page.ErrDamaged
	}
	raw = bytes.Clone(raw[begin:])
	copy(raw, "%PDF-1.7\n")
	if end := bytes.LastIndex(raw, []byte("%%EOF")); end > 100 {
		raw = raw[:end+len("%%EOF")]
	} else {
		raw = append(raw, "\n%%EOF"...)
	}
	if excess().Match(raw) {
		return nil, errLarge
	}
	return raw, nil
}

// document is a file being read.
type document struct {
	fonts map[string]*font // by their dictionaries
	pages [][]line
	nodes int
	chars int
	left  int64 // bytes of contents that may still be unpacked
	bad   error // the first page that could not be read
}

// tree walks the tree of pages.
func (d *document) tree(node, resources pdf.Value, depth int) {
	if d.nodes++; depth > mostDepth || d.nodes > mostNodes || len(d.pages) >= mostPages || d.chars > mostChars {
		d.fail(errLarge)
		return
	}
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	kids := node.Key("Kids")
	if node.Key("Type").Name() == "Page" || kids.Kind() != pdf.Array {
		d.leaf(node, resources)
		return
	}
	for i := range kids.Len() {
		if errors.Is(d.bad, errLarge) {
			return
		}
		d.tree(kids.Index(i), resources, depth+1)
	}
}

func (d *document) fail(err error) {
	if d.bad == nil {
		d.bad = err
	}
}

// leaf reads one page. What breaks off within it leaves what came before.
func (d *document) leaf(node, resources pdf.Value) {
	c := &content{doc: d}
	func() {
		defer func() {
			if r := recover(); r != nil {
				err, _ := r.(error)
				if !errors.Is(err, errLarge) {
					err = lang.Say("source.break", page.ErrDamaged, len(d.pages)+1)
				}
				d.fail(err)
			}
		}()
		c.page(node.Key("Contents"), resources)
	}()
	d.chars += len(c.chars)
	d.pages = append(d.pages, tables(uprightPage(c.rules, c.chars)))
}

// uprightPage is a page on which most characters are turned, turned back: a table that is
// broader than the paper.
func uprightPage(rules []rule, chars []char) ([]rule, []char) {
	t := mostly(chars)
	for i, r := range rules {
		rules[i] = ruleOf(t.righted(point{r.x0, r.y0}), t.righted(point{r.x1, r.y1}))
	}
	return rules, righted(chars)
}

// page puts the pages' lines together.
func (d *document) page() (page.Page, error) {
	if d.chars == 0 {
		if d.bad != nil {
			return page.Page{}, d.bad
		}
		return page.Page{}, ErrScan
	}
	dropFurniture(d.pages)
	var out page.Writer
	join := joiner{out: &out}
	for _, lines := range d.pages {
		join.page(lines)
	}
	join.end()
	p := out.Page("pdf")
	if d.bad != nil {
		p.Problems = append(p.Problems, page.Problem{Err: d.bad})
	}
	if n := squeezed(d.pages); n > 0 {
		p.Problems = append(p.Problems, page.Problem{Err: lang.Say("source.squeezed", n)})
	}
	return p, nil
}
