// Package web reads pages of the web: HTML and what browsers save (MHT). It
// takes the article out of its page, states what the page's meta tags state,
// and keeps tables as tables. Scripts never run and no link is followed.
//
//	<meta name="ArticleTitle" content="…">   -> Stated.Title
//	<meta name="PubDate" content="2021-08-27 16:20">  -> Stated.Published
package web

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"qubi/data/source/page"
	"qubi/data/source/plain"
	"qubi/model/lang"
)

// maxPage is the longest page that is parsed, in bytes; one of 1 MB is rare.
const maxPage = 16 << 20

// Read reads a page of HTML in the encoding, "" for the one that its bytes and
// its declaration tell.
func Read(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		raw, err := page.Bytes(r, size)
		if err != nil {
			return page.Page{}, err
		}
		return decode(raw, encoding)
	}
}

// Is reports whether a text begins as a page of HTML does.
func Is(text string) bool {
	text = strings.TrimLeft(text[:min(len(text), 4096)], "\uFEFF \t\r\n")
	if !strings.HasPrefix(text, "<") {
		return false
	}
	text = strings.ToLower(text)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title"} {
		if strings.Contains(text, tag) {
			return true
		}
	}
	return false
}

// decode reads the bytes of a page.
func decode(raw []byte, encoding string) (page.Page, error) {
	var problems []page.Problem
	read := plain.Decode
	if encoding == "" {
		read = plain.Guess
		said := declared(raw)
		encoding = settle(raw, said)
		if known := plain.Named(said); known != "" && known != encoding {
			problems = append(problems, page.Problem{Err: lang.Say("source.declared", said, encoding)})
		}
	}
	text := read(raw, encoding)
	if text.Text == "" {
		return text, nil
	}
	p, err := parse(text.Text)
	if err != nil {
		return page.Page{}, err
	}
	p.Encoding = text.Encoding
	for _, b := range text.Problems {
		problems = append(problems, page.Problem{Err: b.Err})
	}
	p.Problems = append(problems, p.Problems...)
	return p, nil
}

// declared is the encoding that the page's first bytes name, "" for none.
func declared(raw []byte) string {
	start := strings.ToLower(string(raw[:min(len(raw), 4096)]))
	for _, key := range []string{"charset=", `<?xml version="1.0" encoding=`} {
		if _, rest, found := strings.Cut(start, key); found {
			rest = strings.TrimLeft(rest, ` "'`)
			if end := strings.IndexAny(rest, ` "'/>;?`); end > 0 {
				return rest[:end]
			}
		}
	}
	return ""
}

// settle weighs what the bytes look like against what the page says: between
// GB18030 and Big5, which share most pairs of bytes, it may say so if the bytes
// are that; what is plain from the bytes alone stays.
func settle(raw []byte, said string) string {
	looks, named := plain.Detect(raw), plain.Named(said)
	double := func(e string) bool { return e == "GB18030" || e == "Big5" }
	if looks != named && double(looks) && double(named) && len(plain.Decode(raw, named).Problems) == 0 {
		return named
	}
	return looks
}

// errDeep is the error of a page that no browser made.
var errDeep = lang.Say("source.deep")

// parse reads a page whose text is decoded.
func parse(text string) (page.Page, error) {
	root, err := html.Parse(strings.NewReader(text[:cut(text, maxPage)]))
	if err != nil {
		return page.Page{}, fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	if !shallow(root) {
		return page.Page{}, errDeep
	}
	p := stated(root)
	body := first(root, atom.Body)
	if body == nil {
		body = root
	}
	main := article(body)
	w := &writer{}
	if heading := titleOf(p, root); heading != "" && !begins(main, heading) {
		w.out.Text(heading)
		w.out.EndLine()
	}
	if stamp := stampBefore(body, main); stamp != "" && p.Published.IsZero() {
		w.out.Text(stamp)
		w.out.EndLine()
	}
	w.block(main)
	stated := p
	result := w.out.Page("html")
	result.Stated = stated
	if err := elsewhere(root, result.Text); err != nil {
		result.Problems = append(result.Problems, page.Problem{Err: err})
	}
	if len(text) > maxPage {
		result.Problems = append(result.Problems, page.Problem{Err: page.ErrTooLong})
	}
	return result, nil
}

// cut is the offset of a character at or below n.
func cut(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// Body writes the text of a page of which everything is the text: a chapter.
func Body(text string, out *page.Writer) error {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	if !shallow(root) {
		return errDeep
	}
	w := &writer{}
	w.block(root)
	out.EndLine()
	out.Append(&w.out)
	return nil
}
