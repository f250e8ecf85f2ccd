package source

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"qubi/data/source/page"
)

func read(name string, raw []byte) page.Page {
	return Read(bytes.NewReader(raw), int64(len(raw)), Options{Name: name})
}

// zipOf makes an archive of names and contents in turn; a content of * is zeros
// without end, as far as an archive of some hundred KB goes.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if parts[i+1] == "*" {
			io.WriteString(w, "<a>")
			_, err = io.CopyN(w, blanks{}, 80<<20)
		} else {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

const docxBody = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>济阳区完成投资12亿元。</w:t></w:r></w:p></w:body></w:document>`

// Archives that are made to harm give a problem, and nothing of the machine.
func TestArchives(t *testing.T) {
	entities := `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">` +
		`<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:document><w:t>&c;&secret;</w:t></w:document>`
	const container = `<container><rootfiles><rootfile full-path="%s"/></rootfiles></container>`
	const book = `<package><manifest><item id="a" href="1"/><item id="b" href="2"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`
	rels := `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="%s"/></Relationships>`
	for name, c := range map[string]struct {
		raw  []byte
		text string
	}{
		"unpacks to 80 MB":         {zipOf(t, "word/document.xml", "*"), ""},
		"a chapter of 80 MB":       {zipOf(t, "META-INF/container.xml", fmt.Sprintf(container, "c.opf"), "c.opf", book, "1", "<p>济阳区完成投资12亿元。</p>", "2", "*"), ""},
		"nested beyond all need":   {zipOf(t, "word/document.xml", strings.Replace(docxBody, "</w:p>", "</w:p>"+strings.Repeat("<a>", 2000)+strings.Repeat("</a>", 2000)+"<w:p><w:t>章丘区</w:t></w:p>", 1)), "济阳区完成投资12亿元。\n"},
		"entities":                 {zipOf(t, "word/document.xml", entities), ""},
		"an archive in an archive": {zipOf(t, "a.docx", string(zipOf(t, "word/document.xml", docxBody))), ""},
		"a path out of it":         {zipOf(t, "_rels/.rels", fmt.Sprintf(rels, "../../../etc/passwd"), "../../etc/passwd", "root", "word/document.xml", docxBody), ""},
		"another main part":        {zipOf(t, "_rels/.rels", fmt.Sprintf(rels, "/word/document2.xml"), "word/document2.xml", docxBody), "济阳区完成投资12亿元。\n"},
		"breaks off":               {zipOf(t, "word/document.xml", docxBody[:len(docxBody)-40]), "济阳区完成投资12亿元。\n"},
		"a book that holds itself": {zipOf(t, "META-INF/container.xml", fmt.Sprintf(container, "META-INF/container.xml")), ""},
	} {
		p := read("a.docx", c.raw)
		if p.Text != c.text || len(p.Problems) == 0 && name != "another main part" {
			t.Errorf("%s: %.80q %v", name, p.Text, p.Problems)
		}
	}
}

// stream is a PDF's stream, packed so many times.
func stream(content string, times int) string {
	filters := strings.Repeat("/FlateDecode ", times)
	for range times {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		io.WriteString(z, content)
		z.Close()
		content = b.String()
	}
	return fmt.Sprintf("<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream", len(content), filters, content)
}

// pdfOf makes a PDF of objects from 1 on.
func pdfOf(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, strings.ReplaceAll(trailer, "START", fmt.Sprint(start)), start)
	return b.Bytes()
}

// PDFs that lead in a circle, or unpack without end, come to an end.
func TestPDFs(t *testing.T) {
	const catalog, font = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
	pages := func(kids string) string { return "<< /Type /Pages /Count 1 /Kids [" + kids + "] >>" }
	leaf := "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
	form := func(s string) string {
		return strings.Replace(stream(s, 1), "<<", "<< /Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >> ", 1)
	}
	ok := stream("BT /F1 12 Tf 100 700 Td (Investment of 12 billion) Tj ET", 1)
	for name, c := range map[string]struct {
		raw  []byte
		text string
	}{
		"sound":                {pdfOf("", catalog, pages("3 0 R"), leaf, ok, font), "Investment of 12 billion\n"},
		"junk before its mark": {append([]byte("HTTP/1.1 200 OK\r\n\r\n"), pdfOf("", catalog, pages("3 0 R"), leaf, ok, font)...), "Investment of 12 billion\n"},
		"pages in a circle":    {pdfOf("", catalog, pages("2 0 R 2 0 R"), leaf, ok, font), ""},
		"tables in a circle":   {pdfOf("/Prev START", catalog, pages("3 0 R"), leaf, ok, font), ""},
		"a form within itself": {pdfOf("", catalog, pages("3 0 R"), leaf, stream("/X Do", 1), font, form("/X Do /X Do")), ""},
		"20 MB of blanks":      {pdfOf("", catalog, pages("3 0 R"), leaf, stream(strings.Repeat(" ", 20<<20), 2), font), ""},
		"packed often":         {pdfOf("", catalog, pages("3 0 R"), leaf, stream("x", 9), font), ""},
		"a table of 9 billion": {bytes.Replace(pdfOf("", catalog, pages("3 0 R"), leaf, ok, font), []byte("/Size 6"), []byte("/Size 9999999999"), 1), ""},
		"characters far away":  {pdfOf("", catalog, pages("3 0 R"), leaf, stream("BT /F1 1e30 Tf 1e300 -1e300 Td (a) Tj ET", 1), font), ""},
		"a scan":               {pdfOf("", catalog, pages("3 0 R"), leaf, stream("q 1 0 0 1 0 0 cm Q", 1), font), ""},
	} {
		if p := read("a.pdf", c.raw); p.Text != c.text || c.text == "" && len(p.Problems) == 0 {
			t.Errorf("%s: %.80q %v", name, p.Text, p.Problems)
		}
	}
}

// Texts of every kind that are made to harm are read as far as they are sound.
func TestTexts(t *testing.T) {
	article := "<html><body><p>济阳区完成投资12亿元。</p>"
	for name, c := range map[string]struct{ raw, text string }{
		"deep.html":   {"<html><body>" + strings.Repeat("<div>", 200_000), ""},
		"wide.html":   {article + `<table><tr><td colspan=999999999 rowspan=999999999>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>`, "济阳区完成投资12亿元。\n一\t二\n三\t四\n"},
		"script.html": {article + `<script>document.write("<p>投资99亿元。</p>")</script><img src="http://localhost/x"><iframe src="file:///etc/passwd"></iframe>`, "济阳区完成投资12亿元。\n"},
		"deep.rtf":    {`{\rtf1` + strings.Repeat("{", 300_000) + `\u27982?`, ""},
		"bin.rtf":     {`{\rtf1 a\bin99999999999 b}`, "a\n"},
		"escape.rtf":  {"{\\rtf1 a\x1b[31m\\'1b]0;x\\'07b}", "a[31m]0;xb\n"},
	} {
		p := read(name, []byte(c.raw))
		if c.text != "" && p.Text != c.text || strings.ContainsAny(p.Text, "\x1b\x07") {
			t.Errorf("%s: %.80q %v", name, p.Text, p.Problems)
		}
	}
}

// So many cells are read, the others are left out, which is told.
func TestManyCells(t *testing.T) {
	p := read("a.csv", []byte(strings.Repeat(strings.Repeat("1,", 99)+"1\n", 11_000)))
	if len(p.Tables) != 1 || len(p.Tables[0].Cells) != page.MaxCells || !errors.Is(firstOf(p.Problems), page.ErrTooMany) {
		t.Errorf("%d tables, problems %v", len(p.Tables), p.Problems)
	}
	far := `<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`
	book := zipOf(t, "xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`, "xl/worksheets/sheet1.xml", far)
	if p := read("a.xlsx", book); p.Text != "1\n" || p.Tables[0].Cells[0].Row != 1048575 {
		t.Errorf("%q %v", p.Text, p.Problems)
	}
}

// samples are the real files of every format.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../testdata/formats/*[^y]")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		if all[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// check holds a page to what every reader must give.
func check(t *testing.T, p page.Page) {
	t.Helper()
	if !utf8.ValidString(p.Text) {
		t.Fatal("the text is not UTF-8")
	}
	if p.Text == "" && len(p.Problems) == 0 {
		t.Fatal("no text, and no word why")
	}
	last := 0
	for _, at := range p.Sheets {
		if at < last || at > len(p.Text) {
			t.Fatalf("a page begins at %d after %d of %d", at, last, len(p.Text))
		}
		last = at
	}
	last = 0
	for _, table := range p.Tables {
		for _, c := range table.Cells {
			if c.Start < last || c.End < c.Start || c.End > len(p.Text) {
				t.Fatalf("a cell lies at %d-%d after %d of %d", c.Start, c.End, last, len(p.Text))
			}
			last = c.End
		}
	}
}

// Real files with some bytes changed, cut off or put elsewhere give a page.
func TestDamagedFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, raw := range samples(t) {
		if len(raw) > 100_000 {
			continue
		}
		for range 25 {
			check(t, read(name, mutate(random, raw)))
		}
	}
}

func mutate(random *rand.Rand, raw []byte) []byte {
	raw = bytes.Clone(raw)
	for range 1 + random.IntN(20) {
		at := random.IntN(len(raw))
		switch random.IntN(4) {
		case 0:
			raw[at] ^= byte(1 << random.IntN(8))
		case 1:
			raw[at] = byte(random.IntN(256))
		case 2:
			to := random.IntN(len(raw))
			copy(raw[at:], raw[to:min(to+64, len(raw))])
		case 3:
			if random.IntN(4) == 0 && at > 16 {
				raw = raw[:at]
			}
		}
	}
	return raw
}

// Any bytes, by any name, give a page.
func FuzzRead(f *testing.F) {
	for name, raw := range samples(f) {
		if len(raw) < 9_000 { // the fuzzer tries, and makes smaller, what it keeps: large ones cost it most of its time
			f.Add(filepath.Base(name), raw)
		}
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) { check(t, read(name, raw)) })
}

// What stands above the line joins no number, and what is hidden is not read.
func TestRaisedAndHiddenText(t *testing.T) {
	run := func(looks, text string) string {
		return `<w:r><w:rPr>` + looks + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	docx := zipOf(t, "[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`+run("", "企业12")+run(`<w:vertAlign w:val="superscript"/>`, "3")+run("", "家，绿地5m")+
			run(`<w:vertAlign w:val="superscript"/>`, "2")+run(`<w:vanish/>`, "99亿元")+run(`<w:vanish w:val="0"/>`, "。")+`</w:p></w:body></w:document>`)
	for name, c := range map[string]struct{ raw, text string }{
		"a.docx": {string(docx), "企业12³家，绿地5m²。\n"},
		"a.html": {"<html><body><p>企业12<sup>3</sup>家，绿地5m<sup>2</sup>。</p></body></html>", "企业12³家，绿地5m²。\n"},
	} {
		if p := read(name, []byte(c.raw)); p.Text != c.text {
			t.Errorf("%s: %q, want %q; %v", name, p.Text, c.text, p.Problems)
		}
	}
}

// A page whose text is elsewhere says where, and how to get it.
func TestPagesWithoutTheirText(t *testing.T) {
	text := strings.Repeat("全区完成投资。", 60)
	for name, c := range map[string]struct {
		raw string
		err error
	}{
		"script.html":  {"<title>报告</title><div id=app></div><script>show('" + text + "')</script>", page.ErrScripted},
		"escaped.html": {"<title>报告</title><script>show('" + strings.Repeat(`\u5168\u533a`, 300) + "')</script>", page.ErrScripted},
		"app.html":     {"<html><div id=app></div><script src=app.js></script>", page.ErrScripted},
		"frame.html":   {"<title>报告</title><frameset><frame src=menu.html><frame src=main.html></frameset>", page.ErrFramed},
		"whole.html":   {"<p>" + text + "</p><script>show('" + text + text + text + text + "')</script><iframe src=ad.html></iframe>", nil},
	} {
		p := read(name, []byte(c.raw))
		if c.err == nil && len(p.Problems) > 0 || c.err != nil && (len(p.Problems) == 0 || !errors.Is(p.Problems[0].Err, c.err)) {
			t.Errorf("%s: %v, want %v", name, p.Problems, c.err)
		}
	}
}

// A saved page whose text lies in a frame is that frame; what else was saved with a page
// of its own text is none of it.
func TestSavedFrames(t *testing.T) {
	saved := func(parts ...string) string {
		all := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
		for _, part := range parts {
			all += "--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n" + part + "\r\n"
		}
		return all + "--b--\r\n"
	}
	text := "<html><body><p>" + strings.Repeat("全区完成投资。", 60) + "</p></body></html>"
	for name, c := range map[string]struct {
		raw, want string
		err       error
	}{
		"frames":        {saved("<html><frameset><frame src=a><frame src=b></frameset></html>", "<html><body>首页</body></html>", text), "全区完成投资。", nil},
		"an ad":         {saved(text, "<html><body><p>"+strings.Repeat("广告投资99亿元。", 90)+"</p></body></html>"), "全区完成投资。", nil},
		"not saved":     {saved("<html><body>门户网站首页<iframe src=a></iframe></body></html>", "<html></html>"), "门户网站首页", page.ErrFramed},
		"nothing of it": {saved(), "", nil},
	} {
		p := read("a.mht", []byte(c.raw))
		if !strings.HasPrefix(p.Text, c.want) || c.err != nil && !errors.Is(firstOf(p.Problems), c.err) || c.want == "" && len(p.Problems) == 0 {
			t.Errorf("%s: %.60q %v", name, p.Text, p.Problems)
		}
	}
}

// BenchmarkRead is how long each real file takes, which fuzzing pays for every try.
func BenchmarkRead(b *testing.B) {
	for name, raw := range samples(b) {
		b.Run(filepath.Base(name), func(b *testing.B) {
			for b.Loop() {
				read(name, raw)
			}
		})
	}
}
