package project

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"qubi/model"
)

// months is a period's calendar as the file keeps it: 2020-01/2020-12, with a !
// behind it for a state at the end of the span.
func months(f *model.Fact) string {
	p := f.Period
	if p.From == 0 && p.To == 0 {
		return ""
	}
	s := fmt.Sprintf("%04d-%02d/%04d-%02d", p.From.Year(), p.From.Month(), p.To.Year(), p.To.Month())
	if p.AsOf {
		s += "!"
	}
	return s
}

var calendar = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{4})-(\d\d)/(\d{4})-(\d\d)(!?)$`) })

func setMonths(p *model.Period, s string) bool {
	p.From, p.To, p.AsOf = 0, 0, false
	if s == "" {
		return true
	}
	m := calendar().FindStringSubmatch(s)
	if m == nil {
		return false
	}
	p.From, p.To, p.AsOf = month(m[1], m[2]), month(m[3], m[4]), m[5] != ""
	return true
}

func month(year, month string) model.Month {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	return model.MonthOf(y, m)
}

//go:embed periods.tsv
var periodsFile string

// spans are the months that the words of a period name, with a pattern for the
// years and months that are digits.
var spans = sync.OnceValue(func() []span {
	return model.Map(model.WordCells(periodsFile), func(c []string) span {
		return span{regexp.MustCompile("^" + c[0] + "$"), c[1], c[2], c[3] == "end"}
	})
})

// span is what months a label stands for.
type span struct {
	label    *regexp.Regexp
	from, to string // YYYY-MM, with $1 for what the pattern caught
	asOf     bool
}

// PeriodOf is the period that a label names: 2020年, 2020年前三季度, 2022年1-11月,
// 2020年11月底. A label that names no months is a period of its own (每年).
func PeriodOf(label string) model.Period {
	p := model.Period{Label: label}
	for _, s := range spans() {
		at := s.label.FindStringSubmatchIndex(label)
		if at == nil {
			continue
		}
		from, to := s.month(s.from, label, at), s.month(s.to, label, at)
		if from <= to {
			p.From, p.To, p.AsOf = from, to, s.asOf
		}
		return p
	}
	return p
}

func (s span) month(template, label string, at []int) model.Month {
	year, m, _ := strings.Cut(string(s.label.ExpandString(nil, template, label, at)), "-")
	return month(year, m)
}

// units are how the numbers of a corpus stand to their base units.
type units map[string]unit

// unit is a base unit, and by how many powers of ten it is smaller.
type unit struct {
	base  string
	shift int
}

// unitsOf learns the units from facts: the rules know them, and what they read
// shows them all that occur.
func unitsOf(reports []*model.Report) units {
	all := units{}
	for _, r := range reports {
		for _, f := range r.Facts {
			q := f.Quantity
			if _, known := all[q.Unit]; known || !f.HasValue || q.Value.Coef == 0 {
				continue
			}
			for shift := range 16 {
				if q.Value.Shift(shift).Cmp(q.Base) == 0 {
					all[q.Unit] = unit{q.BaseUnit, shift}
				}
			}
		}
	}
	return all
}

// derive gives a corrected fact what follows from its fields. A unit that no
// number of the corpus has is its own base: it compares with itself alone.
func (u units) derive(f Fields, set Fields) Fields {
	if _, touched := set["period"]; touched {
		probe := model.Fact{Period: PeriodOf(f["period"])}
		f["months"] = months(&probe)
	}
	_, value := set["value"]
	_, unitSet := set["unit"]
	_, turned := set["change"]
	was := strings.HasPrefix(f["base_value"], "-")
	if was && !turned && (value || unitSet) && strings.HasPrefix(f["change"], "-") { // 下降5.5%, mended to 6.2: a fall still
		f["change"] = "-" + strings.TrimPrefix(f["value"], "-") + f["unit"]
	}
	falls := f["change"] == "-"+f["value"]+f["unit"]
	if !value && !unitSet && (!turned || was == falls) {
		return f
	}
	d, ok := model.ParseDecimal(f["value"])
	if !ok {
		f["base_value"], f["base_unit"] = "", ""
		return f
	}
	if falls {
		d.Coef = -d.Coef
	}
	base, known := u[f["unit"]]
	if !known {
		base = unit{base: f["unit"]}
	}
	f["base_value"], f["base_unit"] = d.Shift(base.shift).String(), base.base
	return f
}
