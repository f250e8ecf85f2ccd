package source

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"qubi/data/source/page"
)

// What is deleted, struck out or hidden is no text of a document, in any format; what is
// hidden in a workbook is told.
func TestHiddenParts(t *testing.T) {
	seen := 0
	for name, raw := range samples(t) {
		base := filepath.Base(name)
		if !strings.Contains(base, "hidden.") {
			continue
		}
		seen++
		p := read(name, raw)
		for _, gone := range []string{"186.2", "100", "99亿元", "17.7", "999.9", "312.5", "税收"} {
			if strings.Contains(p.Text, gone) {
				t.Errorf("%s: %s is read:\n%s", base, gone, p.Text)
			}
		}
		want := "完成固定资产投资206.3亿元。\n社会消费品零售总额108.6亿元。\n进出口总额88亿元。\n"
		if strings.HasPrefix(base, "table.") {
			want = "地区生产总值\t亿元\t352.8\t8.6\n"
			if !errors.Is(firstOf(p.Problems), page.ErrHidden) {
				t.Errorf("%s: %v", base, p.Problems)
			}
		}
		if !strings.Contains(p.Text, want) {
			t.Errorf("%s: want %s\nin %s", base, want, p.Text)
		}
		if at := strings.Index(p.Text, "生产总值352.8亿元"); base != "part-hidden.rtf" && strings.HasPrefix(base, "part-") && !strings.HasSuffix(p.Text[:max(at, 0)], "实现地区") {
			t.Errorf("%s: a paragraph whose end is deleted does not go on:\n%s", base, p.Text)
		}
	}
	if seen != 7 {
		t.Errorf("%d files, want 7", seen)
	}
}

// The mark of a note that stands above the line is no part of the number before it.
func TestRaisedMarks(t *testing.T) {
	seen := 0
	for name, raw := range samples(t) {
		if !strings.HasPrefix(filepath.Base(name), "part-raised.") {
			continue
		}
		seen++
		if p := read(name, raw); !strings.Contains(p.Text, "产总值360.4³亿元。") {
			t.Errorf("%s: %q", name, p.Text)
		}
	}
	if seen != 6 {
		t.Errorf("%d files, want 6", seen)
	}
}

// A box of text hangs at a place in a sentence; it is no part of it. Nor are the readings
// over characters, nor what a flat document deletes between two marks.
func TestBoxesAndReadings(t *testing.T) {
	run := func(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }
	box := "<w:r><AlternateContent><Choice><w:txbxContent><w:p>" + run("税收收入17.7亿元") + "</w:p></w:txbxContent></Choice><Fallback><w:txbxContent><w:p>" + run("税收收入17.7亿元") + "</w:p></w:txbxContent></Fallback></AlternateContent></w:r>"
	word := func(body string) string {
		return string(zipOf(t, "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`))
	}
	const flat = `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:dc="c" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:creator>甲</dc:creator></office:meta><office:body><office:text>` +
		`<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><dc:creator>乙</dc:creator></text:deletion></text:changed-region></text:tracked-changes>` +
		`<text:p>投资<draw:text-box><text:p>税收17亿元</text:p></draw:text-box><text:change-start text:change-id="c1"/>18</text:p><text:p>6<text:change-end text:change-id="c1"/>20亿元。</text:p></office:text></office:body></office:document>`
	for name, c := range map[string]struct{ raw, want string }{
		"a box":             {word("<w:p>" + run("投资") + box + run("20亿元。") + "</w:p>"), "投资20亿元。\n税收收入17.7亿元\n"},
		"boxes without end": {word(strings.Repeat("<w:p>"+run("投资")+"<w:txbxContent>", 50) + "<w:p>" + run("20亿元。") + "</w:p>" + strings.Repeat("</w:txbxContent></w:p>", 50)), strings.Repeat("投资\n", 8) + strings.Repeat("投资", 42) + "20亿元。\n"},
		"a box in a cell":   {word("<w:tbl><w:tr><w:tc><w:p>" + run("投资") + box + "</w:p></w:tc><w:tc><w:p>" + run("20") + "</w:p></w:tc></w:tr></w:tbl>"), "投资\t20\n税收收入17.7亿元\n"},
		"a reading":         {word("<w:p><w:r><w:ruby><w:rt>" + run("shuì") + "</w:rt><w:rubyBase>" + run("税") + "</w:rubyBase></w:ruby></w:r>" + run("收17亿元。") + "</w:p>"), "税收17亿元。\n"},
		"symbols":           {word("<w:p>" + run("投资") + `<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>` + run("1") + `<w:r><w:sym w:font="Symbol" w:char="F02E"/></w:r>` + run("7亿元。") + "</w:p>"), "投资□1.7亿元。\n"},
		"hidden by styles":  {string(zipOf(t, "word/document.xml", fmt.Sprintf(`<w:document xmlns:w="w"><w:body><w:p>%s<w:r><w:rPr><w:rStyle w:val="gone"/></w:rPr><w:t>17</w:t></w:r>%s</w:p><w:p><w:pPr><w:pStyle w:val="old"/></w:pPr>%s</w:p><w:p><w:pPr><w:pStyle w:val="kept"/></w:pPr>%s</w:p></w:body></w:document>`, run("投资"), run("20亿元。"), run("税收17亿元。"), run("进出口3亿元。")), "word/_rels/document.xml.rels", `<Relationships><Relationship Id="r1" Type="x/styles" Target="styles.xml"/></Relationships>`, "word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="kept"><w:rPr><w:strike w:val="0"/></w:rPr></w:style></w:styles>`)), "投资20亿元。\n进出口3亿元。\n"},
		"a flat document":   {flat, "投资20亿元。\n税收17亿元\n"},
		"a page":            {"<html><body><p>投资<del>186</del><s>19</s><span style='text-decoration: line-through'>5</span><i style='visibility:hidden'>9</i>20亿元。</p>", "投资20亿元。\n"},
	} {
		if p := read(name, []byte(c.raw)); p.Text != c.want {
			t.Errorf("%s: %q, want %q; %v", name, p.Text, c.want, p.Problems)
		}
	}
}

// A cell that is struck out leaves those behind it in their columns, and a part of one the rest
// of its text.
func TestStruckCell(t *testing.T) {
	const raw = `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="b" xmlns:text="t" xmlns:style="s" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
		`<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet><table:table table:name="1"><table:table-row><table:table-cell><text:p>指标</text:p></table:table-cell><table:table-cell table:style-name="ce1"><text:p>312.5</text:p></table:table-cell><table:table-cell><text:p>352.8</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`
	p := read("a.fods", []byte(raw))
	if len(p.Tables) != 1 || len(p.Tables[0].Cells) != 2 || p.Tables[0].Cells[1].Col != 2 {
		t.Errorf("%q: %+v; the number stands in the third column", p.Text, p.Tables)
	}
	for _, name := range []string{"table.struck.xlsx", "table.struck.xls"} {
		p := read(name, samples(t)["../testdata/formats/"+name])
		if !strings.Contains(p.Text, "地区生产总值\t亿元\t352.8\t8.6\n固定资产投资\t") || len(p.Tables) != 1 {
			t.Errorf("%s: %q", name, p.Text)
		}
	}
}
