package web

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"qubi/data/source/page"
	"qubi/model/lang"
)

// ReadMHT reads a page as browsers and Word save it, one file with all that the
// page shows: the first part of HTML is the page, or where that only shows frames, the one
// of the others that has the most text.
func ReadMHT(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		m, err := mail.ReadMessage(io.NewSectionReader(r, 0, min(size, page.MaxFile)))
		if err != nil {
			return page.Page{}, fmt.Errorf("%w: %w", page.ErrDamaged, err)
		}
		parts, err := pageParts(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
		if len(parts) == 0 {
			return page.Page{}, cmp.Or(err, error(errNoPage))
		}
		p, err := parts[0].read(encoding)
		if len(p.Problems) > 0 && errors.Is(p.Problems[0].Err, page.ErrFramed) {
			for _, part := range parts[1:] {
				if shown, wrong := part.read(encoding); wrong == nil && len(shown.Text) > len(p.Text) {
					p = shown
				}
			}
		}
		p.Format = "mht"
		return p, err
	}
}

// savedPart is a part of HTML, unpacked, and the charset that its header names.
type savedPart struct {
	raw     []byte
	charset string
}

func (s savedPart) read(encoding string) (page.Page, error) {
	if encoding == "" && declared(s.raw) == "" && s.charset != "" {
		encoding = settle(s.raw, s.charset)
	}
	return decode(s.raw, encoding)
}

// mostParts is how many parts of HTML a saved page has; one has a few frames.
const mostParts = 20

var errNoPage = lang.Say("source.nopage")

// pageParts are the parts of HTML.
func pageParts(kind, packed string, body io.Reader, depth int) (all []savedPart, err error) {
	kind, params, err := mime.ParseMediaType(kind)
	switch {
	case err != nil || depth > 4:
		return nil, errNoPage
	case kind == "text/html":
		raw, err := io.ReadAll(io.LimitReader(unpacked(packed, body), maxPage))
		if err != nil && len(raw) == 0 {
			return nil, fmt.Errorf("%w: %w", page.ErrDamaged, err)
		}
		return []savedPart{{raw, params["charset"]}}, nil
	case !strings.HasPrefix(kind, "multipart/"):
		return nil, errNoPage
	}
	for parts := multipart.NewReader(body, params["boundary"]); len(all) < mostParts; {
		part, err := parts.NextRawPart()
		if err != nil {
			break
		}
		more, _ := pageParts(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1)
		all = append(all, more...)
	}
	return all, nil
}

// unpacked undoes what mail needs.
func unpacked(packed string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(packed)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// IsMHT reports whether bytes begin as a saved page does.
func IsMHT(raw []byte) bool {
	first, _, _ := bytes.Cut(raw[:min(len(raw), 64)], []byte(":"))
	switch strings.ToLower(string(first)) {
	case "from", "mime-version", "content-type", "subject":
		start := bytes.ToLower(raw[:min(len(raw), 4096)])
		return bytes.Contains(start, []byte("mime-version:")) && bytes.Contains(start, []byte("content-type:"))
	}
	return false
}
