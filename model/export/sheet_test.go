package export_test

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export"
	"qubi/model/legible"
	"qubi/model/modeltest"
)

// readCSV loads what was written with a real reader; the byte order mark is
// what a spreadsheet takes off.
func readCSV(t *testing.T, s string) [][]string {
	t.Helper()
	s, marked := strings.CutPrefix(s, "\uFEFF")
	if !marked {
		t.Error("no byte order mark: spreadsheets take Chinese for their own code page")
	}
	rows, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// contract is the facts as another program reads them from JSON Lines.
func contract(t *testing.T, s string) (all []map[string]any) {
	t.Helper()
	lines := bufio.NewScanner(strings.NewReader(s))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		d := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		d.UseNumber()
		var fact map[string]any
		if err := d.Decode(&fact); err != nil {
			t.Fatalf("%v in %s", err, lines.Text())
		}
		all = append(all, fact)
	}
	return all
}

// shown is a contract's value as a sheet shows it.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, p := range v {
			parts = append(parts, p.(string))
		}
		return strings.Join(parts, ";")
	}
	return v.(string)
}

func TestSheetsHoldTheContract(t *testing.T) {
	for _, kind := range []export.Kind{export.SideBySide, export.Indicators, export.Shared} {
		v := view(t, kind, model.Chinese)
		facts := contract(t, written(t, export.JSONLines, v))
		rows := readCSV(t, written(t, export.CSV, v))
		var tabbed [][]string
		for line := range strings.Lines(written(t, export.TSV, v)) {
			tabbed = append(tabbed, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
		if len(facts) == 0 || len(rows) != len(facts)+2 || len(tabbed) != len(rows) {
			t.Fatalf("%s: %d facts, %d rows, %d tabbed", kind, len(facts), len(rows), len(tabbed))
		}
		for i, fact := range facts {
			for j, key := range rows[1] {
				want := shown(fact[key])
				if key == "bound" && want == "=" {
					want = ""
				}
				// The apostrophe of a guarded +1.5个百分点 is not the fact's.
				if strings.TrimPrefix(rows[i+2][j], "'") != want || strings.TrimPrefix(tabbed[i+2][j], "'") != want {
					t.Errorf("%s %s: CSV %q, TSV %q, JSON %q", kind, key, rows[i+2][j], tabbed[i+2][j], want)
				}
			}
		}
	}
}

func TestContractKeysAlwaysThereInOrder(t *testing.T) {
	want := `{"kind":"","district":"","city":"","report":"","title":"","published":"","name":"","indicator":"","value":null,"unit":"","base_value":null,"base_unit":"","bound":"","period":"","change":"","rank":"","stage":"","tier":"","group":"","themes":[],"quote":"","sentence":"","paragraph":0,"start":0,"end":0,"line":1,"flags":[],"whole":"",`
	var b bytes.Buffer
	empty := &model.Fact{Report: &model.Report{Document: &model.Document{}}}
	if err := export.Facts(&b, []*model.Fact{empty}); err != nil || !strings.HasPrefix(b.String(), want) {
		t.Errorf("%v\n got %s\nwant %s", err, b.String(), want)
	}
}

// The digits are the text's: no exponent, no rounding, no lost zero.
func TestNumbersAreExact(t *testing.T) {
	f := *modeltest.Corpus().Reports[0].Facts[0]
	f.Quantity.Value, f.Quantity.Base = model.Decimal{Coef: 8910, Exp: -2}, model.Decimal{Coef: 8910, Exp: 18}
	var b bytes.Buffer
	if err := export.Facts(&b, []*model.Fact{&f}); err != nil {
		t.Fatal(err)
	}
	got := contract(t, b.String())[0]
	if shown(got["value"]) != "89.10" || shown(got["base_value"]) != "8910"+strings.Repeat("0", 18) {
		t.Errorf("value %v, base %v", got["value"], got["base_value"])
	}
}

func TestHostileTextComesBackFromEveryFormat(t *testing.T) {
	for _, s := range append(hostileTexts, "=HYPERLINK(\"x\")", "+1+1", "-2+3", "@SUM(1)", "  =1+1", "\t=1+1", "\u3000@x", "+20个百分点", "\tx", "\rx", "a\"b", "a,b", "\x00\x1f\x7f", "\xff") {
		v := export.View{Corpus: hostile(s), Columns: []string{"name", "change", "sentence"}}
		valid := strings.ToValidUTF8(s, "\uFFFD")
		facts := contract(t, written(t, export.JSONLines, v))
		if got := shown(facts[0]["name"]); got != valid {
			t.Errorf("JSON Lines: %q, want %q", got, valid)
		}
		if !json.Valid([]byte(written(t, export.JSON, v))) {
			t.Errorf("%q: the JSON is not valid", s)
		}
		rows := readCSV(t, written(t, export.CSV, v))
		for _, cell := range rows[1] {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
				t.Errorf("%q: the cell %q can run as a formula", s, cell)
			}
		}
		if got, want := strings.TrimPrefix(rows[1][0], "'"), legible.Text(strings.ReplaceAll(valid, "\r\n", "\n")); got != want {
			t.Errorf("CSV: %q, want %q", got, want)
		}
		for line := range strings.Lines(written(t, export.TSV, v)) {
			for cell := range strings.SplitSeq(line, "\t") {
				if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@") {
					t.Errorf("%q: the cell %q can run as a formula", s, cell)
				}
			}
			if n := strings.Count(line, "\t"); n != 2 {
				t.Errorf("%q: %d tabs in a line of three cells", s, n)
			}
		}
	}
}

// A change stays readable though it begins like a formula.
func TestSignedChangesStay(t *testing.T) {
	for _, s := range []string{"+8.6%", "-13.9%", "-3"} {
		rows := readCSV(t, written(t, export.CSV, export.View{Corpus: hostile(s), Columns: []string{"change"}}))
		if rows[1][0] != s {
			t.Errorf("%q became %q", s, rows[1][0])
		}
	}
}

func TestJSONHoldsWhatIsOnView(t *testing.T) {
	v := view(t, export.Indicators, model.English)
	var got struct {
		View, Command string
		Filter        struct{ Expr string }
		Districts     []struct{ District string }
		Rows          []struct {
			Indicator, Verdict string
			Cells              []struct {
				State string
				Facts []struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, export.JSON, v)), &got); err != nil {
		t.Fatal(err)
	}
	cmp := compare.Districts(v.Corpus, v.Filter)
	if got.View != "indicators" || got.Command != v.Command || got.Filter.Expr != "!渔业" || len(got.Districts) != 3 || len(got.Rows) != len(cmp.Rows()) {
		t.Fatalf("%+v", got)
	}
	for i, r := range cmp.Rows() {
		for j := range cmp.Districts {
			cell := r.Cell(j)
			if c := got.Rows[i].Cells[j]; c.State != cell.State.String() || len(c.Facts) != len(cell.Facts) {
				t.Errorf("%s: %+v", r.Name(), c)
			}
		}
	}
}

func TestUnknownNamesAreErrors(t *testing.T) {
	c := modeltest.Corpus()
	for _, try := range []struct {
		format export.Format
		view   export.View
		says   string
	}{
		{"xls", export.View{Corpus: c}, `no format "xls"`},
		{export.CSV, export.View{Corpus: c, Kind: "map"}, `no view "map"`},
		{export.CSV, export.View{Corpus: c, Columns: []string{"size"}}, `no column "size"`},
		{export.Markdown, export.View{Corpus: c, Columns: []string{"size"}}, `no column "size"`},
	} {
		err := export.Write(&bytes.Buffer{}, try.format, try.view)
		if err == nil || !strings.Contains(err.Error(), try.says) {
			t.Errorf("%v, want %s", err, try.says)
		}
	}
}

// full is a disk without room.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return f.room, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

var errFull = errors.New("no space left")

func TestWritersErrorComesThrough(t *testing.T) {
	for _, format := range export.Formats() {
		for _, room := range []int{0, 10, 200} {
			if err := export.Write(&full{room}, format, view(t, export.SideBySide, model.Chinese)); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d: %v", format, room, err)
			}
		}
	}
}

func TestChosenColumnsInMarkdown(t *testing.T) {
	v := view(t, export.SideBySide, model.English)
	v.Columns = []string{"name", "value", "unit", "note"}
	r := render(t, written(t, export.Markdown, v))
	row := r.tables[0][1]
	if len(row) != 4 || row[0].text != "固定资产投资" || row[1].text != "400" || row[2].text != "亿元" || row[3].text != "与<年鉴>核对|无误" || len(row[0].refs) != 1 {
		t.Errorf("%+v", row)
	}
}
