package model

import "strings"

// Period is what span of time a number is about, resolved against the report's
// date. The zero Period means that the text states none; it is never guessed.
type Period struct {
	Label    string // as the contract writes it: 2020年, 2022年1-11月, 截至2020年11月底, 每年
	From, To Month  // inclusive; zero when the label names no calendar span (每年)
	AsOf     bool   // a state at the end of To (截至2020年11月底), not a flow over the span
}

// Month counts months: year*12 + month-1. Zero is no month.
type Month int32

// MonthOf is the month of a year, month from 1 to 12.
func MonthOf(year, month int) Month { return Month(year*12 + month - 1) }

// Year of the month.
func (m Month) Year() int { return int(m) / 12 }

// Month of the year, 1 to 12.
func (m Month) Month() int { return int(m)%12 + 1 }

// IsZero reports whether no period is stated.
func (p Period) IsZero() bool { return p.Label == "" }

// String is the label.
func (p Period) String() string { return p.Label }

// Same reports whether two periods cover the same months in the same way, so
// that numbers of both may stand beside each other. Two unstated periods are
// not the same: nothing is known of either.
func (p Period) Same(q Period) bool {
	return !p.IsZero() && p.From == q.From && p.To == q.To && p.AsOf == q.AsOf && (p.From != 0 && p.Day() == q.Day() || p.Label == q.Label)
}

// Like reports whether two periods are of one kind, so that their numbers may make
// a course: years with years, quarters with quarters, states with states.
func (p Period) Like(q Period) bool {
	return p.To != 0 && q.To != 0 && p.AsOf == q.AsOf && (p.AsOf || p.To-p.From == q.To-q.From)
}

// Day is the label of a period that is a day (2025年3月25日), which is not the month
// it lies in; empty for longer ones.
func (p Period) Day() string {
	if strings.Contains(p.Label, "日") {
		return p.Label
	}
	return ""
}
