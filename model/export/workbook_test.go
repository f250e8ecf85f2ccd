package export_test

import (
	"archive/zip"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
)

const number = "\x01"

// workbook is the sheets by name, read as a spreadsheet reads them: rows of
// cells, numbers with a mark before them that no text can hold.
func workbook(t *testing.T, data string) map[string][][]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	part(t, z, "xl/workbook.xml", &book)
	sheets := map[string][][]string{}
	for i, s := range book.Sheets {
		var sheet struct {
			Rows []struct {
				Cells []struct {
					Place string `xml:"r,attr"`
					Type  string `xml:"t,attr"`
					Value string `xml:"v"`
					Text  string `xml:"is>t"`
				} `xml:"c"`
			} `xml:"sheetData>row"`
		}
		part(t, z, "xl/worksheets/sheet"+string(rune('1'+i))+".xml", &sheet)
		var rows [][]string
		for _, r := range sheet.Rows {
			row := make([]string, len(sheet.Rows[0].Cells))
			for _, c := range r.Cells {
				at := 0
				for _, letter := range strings.TrimRight(c.Place, "0123456789") {
					at = at*26 + int(letter-'A') + 1
				}
				if row[at-1] = c.Text; c.Type == "" {
					row[at-1] = number + c.Value
				}
			}
			rows = append(rows, row)
		}
		sheets[s.Name] = rows
	}
	return sheets
}

func part(t *testing.T, z *zip.Reader, name string, into any) {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(f)
	if err == nil {
		err = xml.Unmarshal(raw, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Every fact is a row of its kind's sheet, with the numbers of the contract as
// numbers and every text as it is.
func TestWorkbookHoldsTheContract(t *testing.T) {
	v := view(t, export.SideBySide, model.English)
	sheets := workbook(t, written(t, export.Excel, v))
	next := map[string]int{}
	for _, fact := range contract(t, written(t, export.JSONLines, v)) {
		kind := fact["kind"].(string)
		rows := sheets[kind]
		next[kind]++
		if next[kind] >= len(rows) {
			t.Fatalf("sheet %s has only %d rows", kind, len(rows))
		}
		for j, key := range rows[0] {
			want := shown(fact[key])
			if key == "bound" && want == "=" {
				want = ""
			}
			if got := strings.TrimPrefix(rows[next[kind]][j], number); got != want {
				t.Errorf("%s %s: %q, want %q", kind, key, got, want)
			}
			_, isNumber := fact[key].(json.Number)
			if strings.HasPrefix(rows[next[kind]][j], number) != isNumber {
				t.Errorf("%s %s %q: a number is a text or the other way round", kind, key, want)
			}
		}
	}
	for kind, n := range next {
		if len(sheets[kind]) != n+1 {
			t.Errorf("sheet %s has %d rows for %d facts", kind, len(sheets[kind]), n)
		}
	}
	if len(sheets["indicators compared"]) < 2 || len(sheets["reports"]) != 4 {
		t.Errorf("%d rows compared, %d reports", len(sheets["indicators compared"]), len(sheets["reports"]))
	}
}

// A Chinese workbook says 完成 below 阶段, not a key.
func TestAChineseWorkbookSpeaksChinese(t *testing.T) {
	sheets := workbook(t, written(t, export.Excel, export.View{Corpus: modeltest.Corpus(), Lang: model.Chinese}))
	said := 0
	for _, row := range sheets["指标"] {
		for _, cell := range row {
			for _, key := range []string{"metric", "achieved", "target", "repaired_text"} {
				if cell == key {
					t.Errorf("a cell says %q", key)
				}
			}
			if cell == "完成" || cell == "目标" {
				said++
			}
		}
	}
	if said == 0 {
		t.Error("no stage is told")
	}
}

func TestWorkbookOfHostileTextOpens(t *testing.T) {
	for _, s := range append(hostileTexts, "=1+1", "\x00\x1f", "\xff", "_x0041_", "a_x.txt", "\uFFFE", "]]>", strings.Repeat("长", 40_000)) {
		sheets := workbook(t, written(t, export.Excel, export.View{Corpus: hostile(s), Lang: model.English}))
		found := false
		for _, row := range sheets["metric"] {
			for _, cell := range row {
				found = found || cell != "" && strings.HasPrefix(strings.ReplaceAll(cell, "_x005F", ""), s[:min(len(s), 3)])
				if strings.HasPrefix(cell, number) && strings.Trim(cell, number+"-.0123456789") != "" {
					t.Errorf("%.20q became the number %q", s, cell)
				}
			}
		}
		if !found && s[0] > 0x1f && s[0] != 0xff && s != "\uFFFE" && !strings.Contains(s, "\r") {
			t.Errorf("%.20q is in no cell", s)
		}
	}
}
