package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"qubi/model"
)

func TestNumbersAreNumbersAndTheRestIsNot(t *testing.T) {
	for _, s := range []string{"0", "400", "-3.4", "4.50", "40000000000", "0.000000000000001", "123456789012345", "8910000000000000000000"} {
		if !isNumber(s) {
			t.Errorf("%s is no number", s)
		}
	}
	for _, s := range []string{"", "-", ".5", "5.", "1e5", "+3", "1,000", "1 000", "=1", "0x1", "１", "1-2", "1.2.3", "1234567890123456", "NaN"} {
		if isNumber(s) {
			t.Errorf("%q is a number", s)
		}
	}
}

func TestPlaces(t *testing.T) {
	for column, want := range map[int]string{0: "A1", 25: "Z1", 26: "AA1", 701: "ZZ1", 702: "AAA1"} {
		if got := cellName(column, 1); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}

// Names of sheets are legal and differ, whatever is asked for.
func TestNamesOfSheets(t *testing.T) {
	w := New(io.Discard)
	for _, name := range []string{"指标", "指标", "a/b[c]:d*e?f\\g", "", "'", strings.Repeat("长", 40), strings.Repeat("长", 40), "ABC", "abc"} {
		w.Sheet(name, []Column{{Name: "x"}})
	}
	seen := map[string]bool{}
	for _, name := range w.sheets {
		if name == "" || len([]rune(name)) > maxName || strings.ContainsAny(name, `[]:*?/\`) || seen[strings.ToLower(name)] {
			t.Errorf("a sheet is named %q", name)
		}
		seen[strings.ToLower(name)] = true
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestFullSheetGoesOnInAnother(t *testing.T) {
	w := New(io.Discard)
	w.Sheet("指标", []Column{{Name: "x", Number: true}})
	for range maxRows + 5 {
		if err := w.Row("1"); err != nil {
			t.Fatal(err)
		}
	}
	if len(w.sheets) != 2 || w.sheets[1] != "指标 2" || w.rows != 1+6 {
		t.Errorf("%d rows on the last of %q", w.rows, w.sheets)
	}
}

func TestSameRowsAreTheSameBytes(t *testing.T) {
	write := func() string {
		var b bytes.Buffer
		w := New(&b)
		w.Sheet("a", []Column{{Name: "x"}})
		w.Row("<&>\x00")
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if first, again := write(), write(); first != again {
		t.Error("two writings differ")
	}
}

type broken struct{ room int }

var errBroken = errors.New("no room")

func (b *broken) Write(p []byte) (int, error) {
	if b.room -= len(p); b.room < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestErrorsAreTold(t *testing.T) {
	for _, room := range []int{0, 100, 1000} {
		w := New(&broken{room})
		w.Sheet("a", []Column{{Name: "x"}})
		for range 100_000 {
			if w.Row(strings.Repeat("x", 20)) != nil {
				break
			}
		}
		if err := w.Close(); !errors.Is(err, errBroken) {
			t.Errorf("with %d bytes of room: %v", room, err)
		}
	}
}

// cellName names a cell, the column counted from 0.
func cellName(column, row int) string { return model.ColumnName(column) + strconv.Itoa(row) }
