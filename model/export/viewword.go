package export

import "qubi/model"

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
