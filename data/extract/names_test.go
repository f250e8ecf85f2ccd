package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"qubi/data/scan"
	"qubi/model"

	"github.com/rogpeppe/go-internal/txtar"
)

// document makes a document of a raw text: a paragraph a line, blanks at the
// ends of lines left out.
func document(text string) *model.Document {
	doc := &model.Document{File: "test.txt"}
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimFunc(line, func(r rune) bool { return r == ' ' || r == '　' || r == '\t' || r == '\r' || r == '\ufeff' })
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		start := b.Len()
		b.WriteString(line)
		doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: b.Len()})
	}
	doc.Text = b.String()
	return doc
}

// updating reports whether the package's flag -update is set.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// Every file of testdata/names holds a text and the names to be found in it,
// one fact a line: kind, name, then what else is known of it; -update rewrites
// the facts.
func TestNames(t *testing.T) {
	files, err := filepath.Glob("testdata/names/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := tell(document(string(archive.Files[0].Data)))
			if updating() {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "facts", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// tell writes the names found in a document, one fact a line.
func tell(doc *model.Document) string {
	x := &reading{doc: doc, sentences: scan.Read(doc).Sentences}
	metrics(x) // its walk knows the sections
	var b strings.Builder
	{
		for _, f := range nameFacts(x, namesIn(x)) {
			fmt.Fprintf(&b, "%s %s", f.Kind, f.Name)
			for _, more := range []string{string(f.Stage), f.Tier, f.Group, money(f)} {
				if more != "" {
					b.WriteString(", " + more)
				}
			}
			for _, flag := range f.Flags {
				b.WriteString(", " + string(flag))
			}
			for range f.Also {
				b.WriteString(", told again")
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// money is a project's sum as written; empty when none is stated.
func money(f *model.Fact) string {
	if !f.HasValue {
		return ""
	}
	return f.Quantity.Value.String() + f.Quantity.Unit
}

// The name of the district itself is one word, whatever its characters mean elsewhere.
func TestNamesOfTheDistrict(t *testing.T) {
	doc := document("云铜高速上高南互通建成通车。\n上高工业园区产值增长。")
	doc.Head.District = "上高县"
	if got, want := tell(doc), "park 上高工业园区\nproject 云铜高速上高南互通, done\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A heading that names only a year tells, in a yearly report, of a plan where that year is
// still to come.
func TestYearOfHeading(t *testing.T) {
	doc := document("一、2021年主要工作\n开工建设远山机场。\n二、2022年主要工作\n开工建设临湖大桥。\n发展壮大棉纺织、红枣加工两个产业。")
	doc.Head = model.Head{Title: "白石县2022年政府工作报告"}
	want := "cluster 棉纺织, target\ncluster 红枣加工, target\nproject 远山机场, building\nproject 临湖大桥, planned\n"
	if got := tell(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// hostile are texts that would trip a reader of names.
func hostile() []string {
	return []string{
		"", "、、、、", "和和和", "等等等", "“", "”、“、”", "(((", "建设建设建设", "的项目", "个产业园",
		strings.Repeat("甲、", 5000) + "乙产业", strings.Repeat("(", 5000), strings.Repeat("“甲、", 3000),
		strings.Repeat("高新区、", 5000), strings.Repeat("9", 400) + "个项目", "\xff\xfe产业园\x80项目建成",
		strings.Repeat("产业园", 5000), strings.Repeat("建设甲乙路,", 5000), strings.Repeat("一", 5000),
	}
}

// Whatever the text, every name and quote is a run of it, between characters,
// and the quote lies in its sentence.
func checkPlaces(t *testing.T, doc *model.Document) {
	x := &reading{doc: doc, sentences: scan.Read(doc).Sentences}
	{
		for _, f := range nameFacts(x, namesIn(x)) {
			quote := strings.ReplaceAll(x.text(f.Place.Quote), "\n", "")
			if !strings.Contains(quote, f.Name) {
				t.Fatalf("%q is not in its quote %q", f.Name, quote)
			}
			if !f.Place.Sentence.Contains(f.Place.Quote) {
				t.Fatalf("quote %q lies outside its sentence", quote)
			}
			if utf8.ValidString(doc.Text) && !utf8.ValidString(quote) {
				t.Fatalf("quote %q cuts a character", quote)
			}
			if len(f.Themes) == 0 || f.Name == "" {
				t.Fatalf("%q has no theme or no name", quote)
			}
		}
	}
}

func TestHostileNames(t *testing.T) {
	for _, text := range hostile() {
		checkPlaces(t, document(text))
	}
}

func FuzzNames(f *testing.F) {
	for _, text := range hostile() {
		if len(text) < 200 {
			f.Add(text)
		}
	}
	f.Add("加快建设甲乙路、丙丁大桥等8个交通项目,“两园”指戊己产业园、庚辛产业园。打造新材料、新能源2个百亿级产业")
	f.Fuzz(func(t *testing.T, text string) { checkPlaces(t, document(text)) })
}

// Ten times the text takes ten times the names, not a hundred times the work:
// the names are counted, the clock is not asked.
func TestNamesStayLinear(t *testing.T) {
	text := "加快建设甲乙路、丙丁大桥等8个交通项目，戊己产业园建成投产。"
	count := func(n int) int {
		doc := document(strings.Repeat(text, n))
		x := &reading{doc: doc, sentences: scan.Read(doc).Sentences}
		return 1 + len(nameFacts(x, namesIn(x))[0].Also)
	}
	if one, ten := count(10), count(100); ten != 10*one {
		t.Errorf("%d names of 10 repeats, %d of 100", one, ten)
	}
}

// A reader's own theme lexicon takes the place of the embedded one, and a
// broken one is told with its line.
func TestOwnThemes(t *testing.T) {
	own, err := ReadThemes(strings.NewReader("# mine\n甲乙路\t生态\t9\n"))
	if err != nil {
		t.Fatal(err)
	}
	rep := Options{Themes: own}.Report(document("加快建设甲乙路。"))
	if len(rep.Facts) != 1 || rep.Facts[0].Themes[0] != model.ThemeEcology {
		t.Errorf("facts %v, want one about 生态", rep.Facts)
	}
	for text, want := range map[string]string{
		"甲\t生态":      "line 1",
		"\n甲\t山水\t2": `no theme "山水"`,
		"甲\t生态\t多":   `"多" is no small number`,
	} {
		if _, err := ReadThemes(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %s", text, err, want)
		}
	}
}
