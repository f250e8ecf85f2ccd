package export

import (
	"qubi/model"
	"qubi/model/lang"
)

// label heads the column of that key.
func label(l model.Lang, key string) string { return phrase(l, "column."+key) }

// phrase is the text export.KEY in the language.
func phrase(l model.Lang, key string, args ...any) string {
	return lang.Load(l).Text("export."+key, args...)
}

// word names the view in titles.
func (k Kind) word(l model.Lang) string {
	if k == "" {
		k = SideBySide
	}
	return phrase(l, "view."+string(k))
}

// title is the view's name, and what it is of.
func (v View) title() string {
	word := v.Kind.word(v.Lang)
	if !v.Kind.lists() {
		return word
	}
	if l, err := v.listing(); err == nil && l.title != "" {
		word += " " + l.title
	}
	return word
}

// labels are the Chinese words of the choices; the command takes both
// languages, and one form must do for both.
func labels[T any](choices []T, word func(T, model.Lang) string) []string {
	return model.Map(choices, func(c T) string { return word(c, model.Chinese) })
}

// oneCity is the city that all districts are of, "" where they are of several, and how
// they are named: their city goes without saying where it is said once for all.
func oneCity(districts []*model.District) (city string, named func(*model.District) string) {
	for _, d := range districts {
		if d.City != districts[0].City || d.Name == "" {
			return "", name
		}
	}
	if len(districts) == 0 || districts[0].City == "" {
		return "", name
	}
	return districts[0].City, func(d *model.District) string { return d.Name }
}

// name is the district with its city, without which 市中区 says little; a
// report that names neither goes by its file.
func name(d *model.District) string {
	switch {
	case d.Name == "" && d.City == "" && len(d.Reports) > 0:
		return d.Reports[0].File
	case d.Name == "":
		return d.City + "?"
	}
	return d.City + d.Name
}
