package export_test

import (
	"encoding/csv"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
)

// office asks for LibreOffice too, which takes seconds to start: .ci/run programs
// does.
var office = flag.Bool("office", false, "open the workbook in LibreOffice too")

// opener opens a workbook and gives its sheets by name, as its program shows them.
type opener struct {
	program string // that must be there; "" is this test itself
	open    func(t *testing.T, folder, file string) map[string][][]string
}

// openers are the ways to open a workbook: by its parts, which every machine can,
// and by the programs that are there. .ci/run programs installs them.
func openers() []opener {
	return []opener{
		{"", func(t *testing.T, _, file string) map[string][][]string {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			return workbook(t, string(raw))
		}},
		{"ssconvert", func(t *testing.T, folder, file string) map[string][][]string {
			run(t, "", "ssconvert", "-S", file, filepath.Join(folder, "book-%s.csv"))
			return sheetFiles(t, folder)
		}},
		{"soffice", func(t *testing.T, folder, file string) map[string][][]string {
			run(t, "", "soffice", "-env:UserInstallation=file://"+folder+"/user", "--headless", "--convert-to",
				"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", folder, file)
			return sheetFiles(t, folder)
		}},
	}
}

// run runs a program.
func run(t *testing.T, input, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// sheetFiles reads the sheets that a program wrote as book-NAME.csv.
func sheetFiles(t *testing.T, folder string) map[string][][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "book-*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][][]string{}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(raw)))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "book-"), ".csv")
		all[name] = rows
	}
	return all
}

// Spreadsheets show every sheet, every row and every cell as it was written: texts
// as they are, formulas never run, numbers as numbers of the same value.
func TestOtherProgramsOpenTheWorkbook(t *testing.T) {
	v := view(t, export.SideBySide, model.Chinese)
	data := written(t, export.Excel, v)
	want := workbook(t, data)
	for _, o := range openers() {
		if _, err := exec.LookPath(o.program); o.program != "" && (err != nil || o.program == "soffice" && !*office) {
			t.Logf("not opened in %s here", o.program)
			continue
		}
		folder := t.TempDir()
		file := filepath.Join(folder, "book.xlsx")
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		got := o.open(t, folder, file)
		cells := 0
		for name, rows := range want {
			if len(got[name]) != len(rows) {
				t.Errorf("%s: sheet %s has %d rows, want %d", o.program, name, len(got[name]), len(rows))
				continue
			}
			for i, row := range rows {
				for j, cell := range row {
					shown := ""
					if j < len(got[name][i]) {
						shown = got[name][i][j]
					}
					if cells++; !sameCell(shown, cell) {
						t.Errorf("%s: sheet %s row %d column %d is %q, want %q", o.program, name, i+1, j+1, shown, cell)
					}
				}
			}
		}
		t.Logf("%s: %d sheets, %d cells", o.program, len(got), cells)
	}
}

// sameCell reports whether a cell is shown as it was written.
func sameCell(shown, wrote string) bool {
	if value, is := strings.CutPrefix(wrote, number); is {
		a, err := strconv.ParseFloat(strings.TrimPrefix(shown, number), 64)
		b, err2 := strconv.ParseFloat(value, 64)
		return err == nil && err2 == nil && a == b
	}
	return shown == wrote
}

// A database takes the script and counts what the view holds. Where there is none
// the script's own statements are counted.
func TestOtherProgramsRunTheScript(t *testing.T) {
	v := view(t, export.Indicators, model.Chinese)
	script := written(t, export.SQL, v)
	facts := v.Facts()
	with := 0
	for _, f := range facts {
		if f.HasValue {
			with++
		}
	}
	got := []string{strconv.Itoa(strings.Count(script, "INSERT INTO facts VALUES")), strconv.Itoa(with)}
	if _, err := exec.LookPath("sqlite3"); err == nil {
		got = strings.Fields(run(t, script+"SELECT count(*) FROM facts; SELECT count(*) FROM facts WHERE typeof(value) IN ('real','integer');\n", "sqlite3", ":memory:"))
	}
	if want := []string{strconv.Itoa(len(facts)), strconv.Itoa(with)}; !slices.Equal(got, want) {
		t.Errorf("the database counts %q, want %q", got, want)
	}
}
