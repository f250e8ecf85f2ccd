package web

import (
	"bytes"
	"encoding/base64"
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
// page shows: the first part of HTML is the page.
func ReadMHT(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		m, err := mail.ReadMessage(io.NewSectionReader(r, 0, min(size, page.MaxFile)))
		if err != nil {
			return page.Page{}, fmt.Errorf("%w: %w", page.ErrDamaged, err)
		}
		raw, charset, err := pagePart(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
		if err != nil {
			return page.Page{}, err
		}
		if encoding == "" && declared(raw) == "" && charset != "" {
			encoding = settle(raw, charset)
		}
		p, err := decode(raw, encoding)
		p.Format = "mht"
		return p, err
	}
}

var errNoPage = lang.Say("source.nopage")

// pagePart is the first part of HTML, unpacked, and the charset its header
// names.
func pagePart(kind, packed string, body io.Reader, depth int) ([]byte, string, error) {
	kind, params, err := mime.ParseMediaType(kind)
	switch {
	case err != nil || depth > 4:
		return nil, "", errNoPage
	case kind == "text/html":
		raw, err := io.ReadAll(io.LimitReader(unpacked(packed, body), maxPage))
		if err != nil && len(raw) == 0 {
			return nil, "", fmt.Errorf("%w: %w", page.ErrDamaged, err)
		}
		return raw, params["charset"], nil
	case !strings.HasPrefix(kind, "multipart/"):
		return nil, "", errNoPage
	}
	for parts := multipart.NewReader(body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil, "", errNoPage
		}
		raw, charset, err := pagePart(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1)
		if err == nil {
			return raw, charset, nil
		}
	}
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
