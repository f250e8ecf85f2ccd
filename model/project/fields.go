package project

import (
	"maps"
	"slices"
	"strings"

	"qubi/model"
)

// Fields are fields of a fact by the keys of the facts contract, empty ones
// left out. A key that stands there with "" says that the field is empty.
type Fields map[string]string

// field is one field of a fact as text and back.
type field struct {
	key string
	get func(*model.Fact) string
	set func(*model.Fact, string) bool // false: no such value
}

// fields are all fields in the order in which they are shown. Base values, and
// the calendar of a period, follow from what people write; they are kept so
// that a fact can be made again without the rules.
var fields = []field{
	{"kind", func(f *model.Fact) string { return f.Kind.String() }, func(f *model.Fact, s string) bool {
		i := slices.IndexFunc(model.Kinds(), func(k model.Kind) bool { return k.String() == s })
		if i >= 0 {
			f.Kind = model.Kinds()[i]
		}
		return i >= 0
	}},
	{"name", func(f *model.Fact) string { return f.Name }, func(f *model.Fact, s string) bool { f.Name = s; return s != "" }},
	text("indicator", func(f *model.Fact) *string { return &f.Indicator }),
	{"value", func(f *model.Fact) string { return f.Number(f.Quantity.Value) }, setValue},
	text("unit", func(f *model.Fact) *string { return &f.Quantity.Unit }),
	{"base_value", func(f *model.Fact) string { return f.Number(f.Quantity.Base) }, func(f *model.Fact, s string) bool {
		d, ok := model.ParseDecimal(s)
		f.Quantity.Base = d
		return ok || s == ""
	}},
	text("base_unit", func(f *model.Fact) *string { return &f.Quantity.BaseUnit }),
	{"bound", func(f *model.Fact) string { return f.Quantity.Sign() }, func(f *model.Fact, s string) bool {
		f.Quantity.Bound = model.Bound(s)
		return slices.Contains([]string{"", "=", ">", ">=", "<", "<=", "~"}, s)
	}},
	text("period", func(f *model.Fact) *string { return &f.Period.Label }),
	{"months", months, func(f *model.Fact, s string) bool { return setMonths(&f.Period, s) }},
	text("change", func(f *model.Fact) *string { return &f.Change }),
	text("rank", func(f *model.Fact) *string { return &f.Rank }),
	text("owner", func(f *model.Fact) *string { return &f.Owner }),
	text("scope", func(f *model.Fact) *string { return &f.Scope }),
	text("versus", func(f *model.Fact) *string { return &f.Versus }),
	text("whole", func(f *model.Fact) *string { return &f.Whole }),
	{"stage", func(f *model.Fact) string { return string(f.Stage) }, func(f *model.Fact, s string) bool {
		f.Stage = model.Stage(s)
		return s == "" || slices.Contains(model.Stages(), f.Stage)
	}},
	text("tier", func(f *model.Fact) *string { return &f.Tier }),
	text("group", func(f *model.Fact) *string { return &f.Group }),
	{"themes", themes, setThemes},
}

// text is a field that is its own text.
func text(key string, at func(*model.Fact) *string) field {
	return field{key, func(f *model.Fact) string { return *at(f) }, func(f *model.Fact, s string) bool { *at(f) = s; return true }}
}

func setValue(f *model.Fact, s string) bool {
	d, ok := model.ParseDecimal(s)
	f.Quantity.Value, f.HasValue = d, ok
	return ok || s == ""
}

func themes(f *model.Fact) string {
	return strings.Join(model.Map(f.Themes, model.Theme.String), " ")
}

func setThemes(f *model.Fact, s string) bool {
	f.Themes = nil
	for _, w := range strings.Fields(s) {
		t := model.ParseTheme(w)
		if t == model.NoTheme {
			return false
		}
		f.Themes = append(f.Themes, t)
	}
	return true
}

// FieldsOf are the fields of a fact.
func FieldsOf(f *model.Fact) Fields {
	all := Fields{}
	for _, d := range fields {
		if s := d.get(f); s != "" {
			all[d.key] = s
		}
	}
	return all
}

// Editable are the keys of the fields that people correct, in the order in which
// they are shown; the others follow from these.
func Editable() []string {
	var keys []string
	for _, d := range fields {
		if !derived[d.key] {
			keys = append(keys, d.key)
		}
	}
	return keys
}

// derived are the fields that follow from others.
var derived = map[string]bool{"base_value": true, "base_unit": true, "months": true}

// over are the fields with those of set in their place.
func (f Fields) over(set Fields) Fields {
	all := Fields{}
	maps.Copy(all, f)
	maps.Copy(all, set)
	return all
}

// Differ are the keys of the fields that people correct in which the two differ.
func (f Fields) Differ(g Fields) []string {
	return slices.DeleteFunc(Editable(), func(key string) bool { return f[key] == g[key] })
}

// into writes the fields into a fact; the key of a field whose text is no value
// of it is returned, and that field is left as it was.
func (f Fields) into(fact *model.Fact) (wrong string) {
	for _, d := range fields {
		s := f[d.key]
		was := *fact
		if s == d.get(fact) {
			continue
		}
		if !d.set(fact, s) {
			*fact, wrong = was, d.key
		}
	}
	if fact.HasValue && fact.Quantity.Bound == "" {
		fact.Quantity.Bound = model.Exactly
	}
	return wrong
}

// Text is the fields as one text, the same for the same fields.
func (f Fields) Text() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(f)) {
		b.WriteString(key + "\x00" + f[key] + "\x00")
	}
	return b.String()
}
