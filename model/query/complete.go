package query

import (
	"strings"

	"qubi/model"
)

// CompleteExpr lists what a filter text may become by completing its last word:
// a field's name, or after one a word that the field knows, by beginning or by
// pinyin. Each is a whole text; none are offered where anything may stand. The
// districts and units are those of the corpus.
func CompleteExpr(text string, l model.Lang, ix *Index) []string {
	at := strings.LastIndexAny(text, " \u3000|｜!！") + 1
	for at < len(text) && text[at]&0xc0 == 0x80 { // the sign found has several bytes
		at++
	}
	last := text[at:]
	name, value, isField := cutField(last)
	if !isField {
		var all []string
		for _, w := range Fields() {
			if begins(l.Pick(w[0], w[1]), last) || begins(w[0], last) || begins(w[1], last) {
				all = append(all, text[:at]+l.Pick(w[0], w[1])+":")
			}
		}
		return all
	}
	from := strings.LastIndexAny(value, ",，、") + 1
	for from < len(value) && value[from]&0xc0 == 0x80 {
		from++
	}
	var all []string
	kept := text[:len(text)-len(value)+from]
	for _, w := range fieldOf(model.Fold(name)).known(l, ix) {
		if begins(w, value[from:]) {
			all = append(all, kept+w)
		}
	}
	return all
}

// cutField parts a field's name from its value.
func cutField(word string) (name, value string, found bool) {
	for _, colon := range []string{":", "："} {
		if name, value, found = strings.Cut(word, colon); found {
			return name, value, true
		}
	}
	return "", "", false
}

// begins reports whether a word begins as typed, or sounds so.
func begins(word, typed string) bool {
	key := model.Fold(word)
	if strings.HasPrefix(key, model.Fold(typed)) {
		return true
	}
	n := newNeedle(model.Fold(typed), true)
	n.head, n.runes = true, []rune(n.literal) // one letter will do here
	return len(n.runes) < 64 && n.inPinyin(key)
}

// known are the words that a field's value may be, in the language; none where
// it may be anything.
func (f field) known(l model.Lang, ix *Index) (all []string) {
	switch f {
	case fieldDistrict:
		all = model.Map(ix.Districts, func(d *model.District) string { return d.Name })
	case fieldUnit:
		all = model.Map(ix.columns().measures[1:], func(m measure) string { return m.unit })
	default:
		all = model.Map(f.words(), func(w []string) string { return l.Pick(w[0], w[1]) })
	}
	return distinct(all)
}

// distinct leaves out empty words and those met before.
func distinct(words []string) (all []string) {
	met := map[string]bool{"": true}
	for _, w := range words {
		if !met[w] {
			met[w] = true
			all = append(all, w)
		}
	}
	return all
}
