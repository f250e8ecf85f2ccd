package qdpx_test

import (
	"archive/zip"
	"bytes"
	"reflect"
	"regexp"
	"strings"
	"testing"

	. "qubi/model/qdpx"
)

func sample() Project {
	text := "\U00020BB7野区：2020年，投资400亿元。" // a character beyond 16 bits counts as one
	at := strings.Index(text, "投资")
	return Project{
		Name: "样本 <1>", Users: []string{"李"},
		Codes: []Code{
			{ID: "k", Name: "类别", Grouping: true, Codes: []Code{{ID: "m", Name: "指标", Colour: "#00FF00"}}},
			{ID: "c", Name: "亮点", Means: "自夸的\"成绩\" & 其他"},
		},
		Sources: []Source{{ID: "s", Name: "r.txt", Text: text, Passages: []Passage{
			{Start: at, End: at + len("投资400亿元"), Name: "投资", Memo: "value=400", Codes: []string{"m", "c"}, By: "李", When: "2026-01-01T00:00:00Z"},
			{Start: 0, End: 4, Memo: "生僻字"},
		}}},
	}
}

func write(t *testing.T, p Project) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	raw := write(t, sample())
	if !bytes.Equal(raw, write(t, sample())) {
		t.Error("the same project is another file")
	}
	got, err := Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	want := sample()
	ids := map[string]string{} // GUID to ID, by name
	var names func(mine, theirs []Code)
	names = func(mine, theirs []Code) {
		for i := range mine {
			ids[theirs[i].ID] = mine[i].ID
			theirs[i].ID = mine[i].ID
			names(mine[i].Codes, theirs[i].Codes)
		}
	}
	names(want.Codes, got.Codes)
	got.Sources[0].ID = want.Sources[0].ID
	for i, p := range got.Sources[0].Passages {
		for j, c := range p.Codes {
			got.Sources[0].Passages[i].Codes[j] = ids[c]
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

// The order of elements, the attributes that must be there, and the form of
// GUIDs, times and positions are those of the published schema (Project.xsd,
// 2019).
func TestDocumentFollowsTheSchema(t *testing.T) {
	raw := write(t, sample())
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := z.Open("project.qde")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.ReadFrom(in)
	doc := b.String()
	guid := `"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"`
	for _, want := range []string{
		`<Project xmlns="urn:QDA-XML:project:1.0" name="样本 &lt;1&gt;" origin="qubi"><Users>`,
		`<User guid=` + guid + ` name="李"></User></Users><CodeBook><Codes><Code `,
		`<Code guid=` + guid + ` name="类别" isCodable="false"><Code guid=` + guid + ` name="指标" isCodable="true" color="#00FF00"></Code></Code>`,
		`</Codes></CodeBook><Sources><TextSource guid=` + guid + ` name="r.txt" plainTextPath="internal://[-0-9a-f]+.txt">`,
		`<PlainTextSelection guid=` + guid + ` name="投资" startPosition="10" endPosition="17" creatingUser=` + guid + ` creationDateTime="2026-01-01T00:00:00Z"><Description>value=400</Description><Coding guid=` + guid + `[^>]*><CodeRef targetGUID=` + guid + `></CodeRef></Coding>`,
		`startPosition="0" endPosition="1"><Description>生僻字</Description></PlainTextSelection></TextSource></Sources></Project>`,
	} {
		if !regexp.MustCompile(want).MatchString(doc) {
			t.Errorf("no %s in\n%s", want, doc)
		}
	}
	path := regexp.MustCompile(`internal://([-0-9a-f.txt]+)`).FindStringSubmatch(doc)[1]
	if _, err := z.Open("sources/" + path); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<Project name="x"><Sources><TextSource guid="a" name="n"><PlainTextContent>济阳区</PlainTextContent><PlainTextSelection guid="b" startPosition="-1" endPosition="99"><Coding guid="c"><CodeRef targetGUID="d"/></Coding></PlainTextSelection></TextSource></Sources></Project>`))
	f.Add([]byte(`<Project><Sources><TextSource plainTextPath="internal://../x"/></Sources></Project>`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("project.qde")
		w.Write(doc)
		z.Close()
		p, err := Read(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			return
		}
		for _, s := range p.Sources {
			for _, c := range s.Passages {
				if c.Start < 0 || c.End > len(s.Text) || c.Start >= c.End {
					t.Fatalf("%d to %d of %d", c.Start, c.End, len(s.Text))
				}
			}
		}
	})
}
