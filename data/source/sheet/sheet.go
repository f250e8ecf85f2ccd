// Package sheet tells what a spreadsheet's cells show: numbers are stored bare,
// and their format says whether 0.086 stands for 8.6% or 44563 for 2022-01-02.
//
//	sheet.Format{ID: 10}.Show(0.086)   // 8.60%
//	sheet.Place("C2")                  // 1, 2, true
package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Format is a number format of Excel: built-in ones have an ID alone.
type Format struct {
	ID   int
	Code string // 0.00%, yyyy"年"m"月"; "" for a built-in one
}

// builtin are the codes of those built-in formats that change what is shown.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
	14: "yyyy-m-d", 15: "yyyy-m-d", 16: "yyyy-m-d", 17: "yyyy-m", 22: "yyyy-m-d", 27: "yyyy-m", 28: "m-d", 29: "m-d", 30: "yyyy-m-d",
	31: "yyyy-m-d", 36: "yyyy-m", 50: "yyyy-m", 51: "m-d", 52: "yyyy-m", 53: "m-d", 54: "m-d", 55: "yyyy-m", 57: "yyyy-m", 58: "m-d",
}

// Show is the number as the cell shows it, without separators of thousands and signs
// of money. epoch1904 is for the workbooks that count days from 1904.
func (f Format) Show(n float64, epoch1904 bool) string {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return ""
	}
	code := f.Code
	if code == "" {
		code = builtin[f.ID]
	}
	c := parse(section(code, n))
	switch {
	case c.isDate():
		return date(n, c.bare, epoch1904)
	case c.odd || strings.Contains(c.bare, "h"): // a telephone number, a time
		return ""
	case strings.Contains(c.bare, "%"):
		return c.before + fixed(n*100, decimals(c.bare)) + "%" + c.after
	case c.bare == "" || strings.Contains(c.bare, "general") || strings.ContainsAny(c.bare, "e?/@"):
		return c.before + general(n) + c.after
	case c.point > 0:
		n, _ = strconv.ParseFloat(fixed(n/c.divisor, 0), 64)
		return c.before + fixed(n/math.Pow10(c.point), c.point) + c.after
	}
	return c.before + fixed(n/c.divisor, decimals(c.bare)) + c.after
}

// general is a number in the 15 digits that Excel holds: 0.1+0.2 is 0.3.
func general(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// fixed is a number with so many decimals, rounded as a person would: 2.675 to
// two is 2.68, though the nearest float lies below. Without a decimal place in
// the format all that are stored are kept when they are few, for a hidden one is
// still the number.
func fixed(n float64, places int) string {
	if math.Abs(n) >= 1e15 || math.IsNaN(n) || math.IsInf(n, 0) {
		return general(n)
	}
	scale := math.Pow10(places)
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n*scale, 'g', 15, 64), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(math.Round(rounded)/scale, 'f', places, 64)
}

// decimals is the number of decimal places of a code: 2 for #,##0.00.
func decimals(code string) int {
	_, after, _ := strings.Cut(code, ".")
	n := 0
	for n < len(after) && (after[n] == '0' || after[n] == '#') {
		n++
	}
	return min(n, 15)
}

// date is a serial day in the parts that the code names: a year, a month, both, or a
// whole day.
func date(n float64, code string, epoch1904 bool) string {
	if n < 1 || n > 2958465 || math.IsNaN(n) { // 9999-12-31
		return general(n)
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	day := epoch.AddDate(0, 0, int(n))
	switch {
	case strings.Contains(code, "d"):
		return day.Format("2006年1月2日")
	case strings.Contains(code, "y") && strings.Contains(code, "m"):
		return day.Format("2006年1月")
	case strings.Contains(code, "m"):
		return day.Format("1月")
	}
	return day.Format("2006年")
}

// Place is the row and column, from 0, of a cell's name; false for none.
func Place(name string) (row, col int, ok bool) {
	i := 0
	for ; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && i < 4; i++ {
		col = col*26 + int(name[i]-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	if err != nil || i == 0 || row < 1 || row > 1<<20 || col > 1<<14 {
		return 0, 0, false
	}
	return row - 1, col - 1, true
}

// Range is where a range begins, from 0, and how many rows and columns it has, of its name:
// B2:D3; false for none.
func Range(name string) (row, col, rows, cols int, ok bool) {
	first, last, _ := strings.Cut(name, ":")
	row, col, ok = Place(first)
	bottom, right, ends := Place(last)
	return row, col, bottom - row + 1, right - col + 1, ok && ends && bottom >= row && right >= col
}
