package query

import (
	"slices"
	"strings"

	"qubi/model"
)

// field is what a condition such as 年:2022 asks about.
type field uint8

const (
	fieldNone field = iota
	fieldTheme
	fieldKind
	fieldDistrict
	fieldYear
	fieldStage
	fieldValue
	fieldUnit
	fieldSentence
)

// fieldWords are each field's Chinese name, its English twin, and what else it
// may be called.
var fieldWords = [...][]string{
	fieldTheme: {"主题", "theme"}, fieldKind: {"类", "kind", "类别", "类型"}, fieldDistrict: {"区", "district", "区县"},
	fieldYear: {"年", "year", "年份", "时期"}, fieldStage: {"阶段", "stage"}, fieldValue: {"值", "value", "数值"},
	fieldUnit: {"单位", "unit"}, fieldSentence: {"句", "sentence", "原句"},
}

// Fields are the filter language's fields, Chinese name and English twin, for
// help and completion.
func Fields() [][2]string {
	return model.Map(fieldWords[fieldTheme:], func(w []string) [2]string { return [2]string(w) })
}

func (f field) name() pair { return pair(fieldWords[f][:2]) }

func fieldOf(name string) field {
	for f, words := range fieldWords {
		if slices.Contains(words, name) {
			return field(f)
		}
	}
	return fieldNone
}

// missing is the error of a field without a value, and what could stand there.
func (f field) missing() *SyntaxError {
	name := f.name()
	sets := map[field][][]string{fieldTheme: themeWords(), fieldKind: kindWords(), fieldStage: stageWords(),
		fieldYear: {{"2022", "2022"}, {"2020-2022", "2020-2022"}}, fieldValue: {{">100亿", ">100亿"}, {"<=8.6%", "<=8.6%"}}}[f]
	if len(sets) == 0 {
		return &SyntaxError{id: "value", args: []any{name}}
	}
	return &SyntaxError{id: "value.of", args: []any{name, listed(sets)}}
}

// listed are the words of a closed set.
func listed(sets [][]string) pair {
	zh, en := columnsOf(sets)
	return pair{strings.Join(zh, " "), strings.Join(en, " ")}
}

// columnsOf are the Chinese and the English words of a closed set.
func columnsOf(sets [][]string) (zh, en []string) {
	for _, set := range sets {
		zh, en = append(zh, set[0]), append(en, set[1])
	}
	return zh, en
}

// compile makes a field's condition ready. Its error is a *SyntaxError without
// its place, which the caller knows.
func (f field) compile(value string) (func(*model.Fact) bool, error) {
	if strings.TrimFunc(value, isComma) == "" {
		return nil, f.missing()
	}
	switch f {
	case fieldTheme:
		return oneOf(f, value, themeWords(), func(x *model.Fact, i int) bool { return slices.Contains(x.Themes, model.Themes()[i]) })
	case fieldKind:
		return oneOf(f, value, kindWords(), func(x *model.Fact, i int) bool { return x.Kind == model.Kinds()[i] })
	case fieldStage:
		return oneOf(f, value, stageWords(), func(x *model.Fact, i int) bool { return x.Stage == model.Stages()[i] })
	case fieldDistrict:
		return anyOf(value, func(x *model.Fact, p *Pattern) bool {
			return p.Match(x.Report.Head.District) || p.Match(x.Report.Head.City)
		})
	case fieldUnit:
		return anyOf(value, func(x *model.Fact, p *Pattern) bool {
			return strings.Contains(model.Fold(x.Quantity.Unit), p.text) || x.Quantity.BaseUnit == p.text
		})
	case fieldYear:
		if _, bad := parseYears(value); bad != "" {
			return nil, &SyntaxError{id: "year", args: []any{bad}}
		}
	case fieldValue:
		if _, ok := parseValue(value); !ok {
			return nil, &SyntaxError{id: "number", args: []any{value}}
		}
	}
	return nil, nil // asked of sentences or columns, see Index.termSet
}

// anyOf is a condition on a list parted by commas, any of which may hold.
func anyOf(value string, match func(*model.Fact, *Pattern) bool) (func(*model.Fact) bool, error) {
	patterns := model.Map(strings.FieldsFunc(value, isComma), NewPattern)
	return func(x *model.Fact) bool {
		return slices.ContainsFunc(patterns, func(p *Pattern) bool { return match(x, p) })
	}, nil
}

func isComma(r rune) bool { return r == ',' || r == '、' || r == ';' }

// oneOf is a condition on a list of words of a closed set; the beginning of a
// word will do, so that a filter is valid while it is being typed.
func oneOf(f field, value string, sets [][]string, match func(*model.Fact, int) bool) (func(*model.Fact) bool, error) {
	var chosen []int
	for _, w := range strings.FieldsFunc(value, isComma) {
		n := len(chosen)
		for i, set := range sets {
			if slices.ContainsFunc(set, func(s string) bool { return strings.HasPrefix(s, w) }) {
				chosen = append(chosen, i)
			}
		}
		if len(chosen) == n {
			return nil, &SyntaxError{id: "unknown", args: []any{f.name(), w, listed(sets)}}
		}
	}
	return func(x *model.Fact) bool {
		return slices.ContainsFunc(chosen, func(i int) bool { return match(x, i) })
	}, nil
}

// The words under which a filter knows themes, kinds and stages: Chinese,
// English, and the contract's.
func themeWords() [][]string {
	return model.Map(model.Themes(), func(t model.Theme) []string { return []string{t.Word(model.Chinese), t.Word(model.English)} })
}

func kindWords() [][]string {
	return model.Map(model.Kinds(), func(k model.Kind) []string {
		w := k.Word(model.Chinese)
		return []string{w, k.Word(model.English), strings.TrimPrefix(w, "产业")}
	})
}

func stageWords() [][]string {
	return model.Map(model.Stages(), func(s model.Stage) []string { return []string{s.Word(model.Chinese), s.Word(model.English), string(s)} })
}
