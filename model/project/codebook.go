package project

import (
	"slices"
	"strings"

	"qubi/model"
)

// Code is a code of the codebook: a theme of one's own.
type Code struct {
	Name   string
	Key    string   // the key that gives it, one character, or ""
	Colour string   // a role of the palette, or ""
	Words  []string // that suggest it
	Means  string   // when to give it
}

// Codebook is the codes that were defined, and those that were only given, by
// name.
func (p Project) Codebook() []Code {
	var all []Code
	seen := map[string]bool{}
	for _, t := range []Type{Define, Coding} {
		for _, e := range p.Of(t) {
			if seen[e.Code] {
				continue
			}
			seen[e.Code] = true
			c := Code{Name: e.Code}
			if t == Define {
				c.Key, c.Colour, c.Words, c.Means = e.Set["key"], e.Set["colour"], strings.Fields(e.Set["words"]), e.Text
			}
			all = append(all, c)
		}
	}
	return all
}

// Define puts a code into the codebook, in place of one of its name.
func (p Project) Define(c Code, s Sign) Project {
	set := Fields{}
	for key, text := range map[string]string{"key": c.Key, "colour": c.Colour, "words": strings.Join(c.Words, " ")} {
		if text != "" {
			set[key] = text
		}
	}
	return p.With(Entry{Type: Define, Code: c.Name, Opinion: Opinion{Set: set, Text: c.Means, Sign: s}})
}

// Suggested are the codes whose words stand in a text, in the order of their names.
func (p Project) Suggested(text string) (names []string) {
	folded := model.Fold(text)
	for _, c := range p.Codebook() {
		if slices.ContainsFunc(c.Words, func(w string) bool { return strings.Contains(folded, model.Fold(w)) }) {
			names = append(names, c.Name)
		}
	}
	return names
}

// Within are the keys of the facts of the corpus that stand in a passage with the
// code, wholly or in part.
func (a *Applied) Within(code string) map[model.Key]bool {
	keys := map[model.Key]bool{}
	for _, c := range a.Codings {
		if c.Type != Coding || c.Code != code {
			continue
		}
		for _, f := range c.Report.Facts {
			if q := f.Place.Quote; q.Start < c.Span.End && c.Span.Start < q.End {
				keys[f.Key()] = true
			}
		}
	}
	return keys
}
