package export_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
)

// parsed walks through a page as a strict reader of HTML does: what is open must
// be closed in its order, but for the elements that close themselves.
func parsed(t *testing.T, page string) (texts, tags string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict = false
	d.AutoClose = []string{"meta"}
	d.Entity = xml.HTMLEntity
	var text, names strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String(), names.String()
		}
		if err != nil {
			t.Fatalf("%v\n%.200s", err, page[max(0, int(d.InputOffset())-100):])
		}
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			names.WriteString("<" + token.Name.Local + ">")
		}
	}
}

// known are the elements of a page; a report adds none.
var known = regexp.MustCompile(`<(html|head|meta|title|style|body|h[123]|p|code|div|svg|g|rect|text|path|circle|a|span|small|b|mark|details|summary|cite|table|thead|tr|th|td)>`)

func TestPageNeedsNothingFromOutside(t *testing.T) {
	for _, kind := range export.Kinds() {
		page := written(t, export.HTML, view(t, kind, model.Chinese))
		for _, word := range []string{"<script", "http:", "https:", "url(", "@import", "<link", "<img", "javascript:"} {
			if strings.Contains(page, word) {
				t.Errorf("%s: the page holds %q", kind, word)
			}
		}
	}
}

// Every fact's sentence is in the page, and what pictures lead to is there.
func TestPageOpensEverySentence(t *testing.T) {
	v := view(t, export.SideBySide, model.Chinese)
	page := written(t, export.HTML, v)
	text, _ := parsed(t, page)
	for _, f := range v.Facts() {
		if !strings.Contains(text, flat(f.Sentence())) || !strings.Contains(page, `id="f`+f.ID.String()+`"`) {
			t.Errorf("%s: its sentence is not there", f.Name)
		}
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+m[1]+`"`) {
			t.Errorf("a picture leads to %s, which is not there", m[1])
		}
	}
}

func TestPageIsSafeWhateverAReportHolds(t *testing.T) {
	for _, s := range append(hostileTexts, `"><script>alert(1)</script>`, `' onload='x`, "</svg><b>", "</title><h1>", "\x1b[31m", "]]>", "</style>") {
		for _, kind := range export.Kinds() {
			_, tags := parsed(t, written(t, export.HTML, export.View{Kind: kind, Corpus: hostile(s), Command: "qubi export " + s}))
			if rest := known.ReplaceAllString(tags, ""); rest != "" {
				t.Errorf("%s %q: the page holds %s", kind, s, rest)
			}
		}
	}
}

// A growth is called one wherever its indicator's name does not say it.
func TestGrowthIsCalledGrowth(t *testing.T) {
	v := view(t, export.Indicators, model.Chinese)
	text, _ := parsed(t, written(t, export.HTML, v))
	for _, f := range v.Facts() {
		if f.Growth() != "" && !strings.Contains(text, "增长"+f.Quantity.Value.String()+f.Quantity.Unit) {
			t.Errorf("%s %s is not called a growth", f.Name, f.Quantity.Words(model.Chinese))
		}
	}
}
