package notes

import (
	"slices"

	"qubi/model"
)

// Stray is a note that finds no fact among the reports opened.
type Stray struct {
	Note
	Changed bool // its report is open and reads differently; else it is not open
}

// Settle brings notes to their facts where a report was edited, renamed or is
// read better than when they were written: to the one fact of the same district,
// kind and name with the same quote, or, where the text is the same, to the one
// that the quote lies in. A cluster, park or project is the same in the same file
// whatever is said of it; a number is not. Which of several is meant is never
// guessed: then, and where there is none, the note is among the strays and stays
// as it was written.
func (n Notes) Settle(c *model.Corpus) (Notes, []Stray) {
	var strays []Stray
	for _, note := range n.All() {
		reports := reportsOf(c, note.District)
		f := seat(reports, note)
		switch {
		case f == nil:
			strays = append(strays, Stray{note, open(reports, note)})
		case f.Key() != note.Key:
			n = n.move(note, f)
		}
	}
	return n, strays
}

// move puts a note to another fact; what that one has already is kept as well.
func (n Notes) move(note Note, to *model.Fact) Notes {
	out := n.Drop(note.Key)
	moved := out.noteFor(to)
	moved.Marked, moved.Text = note.Marked, note.Text
	if old := out.At(to); old.Key != "" {
		moved = both(moved, old)
	}
	return out.with(moved)
}

// reportsOf are the reports of the districts of a name; notes know no cities.
func reportsOf(c *model.Corpus, district string) (all []*model.Report) {
	for _, d := range c.Districts {
		if d.Name == district {
			all = append(all, d.Reports...)
		}
	}
	return all
}

// open reports whether a note's report is among those given.
func open(reports []*model.Report, note Note) bool {
	return slices.ContainsFunc(reports, func(r *model.Report) bool { return r.File == note.Report || r.TextSum() == note.Key.Sum() })
}

// seat is the fact that a note belongs to, or nil.
func seat(reports []*model.Report, note Note) *model.Fact {
	place, kind, name := note.Key.Parts()
	var c candidates
	for _, r := range reports {
		same := r.TextSum() == note.Key.Sum()
		if same && kind == model.NoKind.String() { // a place in the text, of which no fact is read
			return &model.Fact{Report: r, Name: name, Place: model.Place{Quote: place}}
		}
		for _, f := range r.Facts {
			if same && f.Key() == note.Key {
				return f
			}
			c.add(f, note, same)
		}
	}
	for _, choice := range [][]*model.Fact{named(c.near, name), c.near, c.inFile, c.anywhere, c.thing} {
		if len(choice) == 1 {
			return choice[0]
		}
	}
	return nil
}

// candidates are facts that a note may belong to, by why.
type candidates struct {
	near             []*model.Fact // stands where the note stood, in the same text
	inFile, anywhere []*model.Fact // says the same in the same words
	thing            []*model.Fact // a thing of the name, in the file of the name
}

// add takes in a fact of the note's kind; same says that its report's text is the
// note's.
func (c *candidates) add(f *model.Fact, note Note, same bool) {
	place, kind, name := note.Key.Parts()
	if f.Kind.String() != kind {
		return
	}
	inFile := f.Report.File == note.Report
	switch {
	case f.Name == name && f.Quote() == note.Quote:
		c.anywhere = append(c.anywhere, f)
		if inFile {
			c.inFile = append(c.inFile, f)
		}
	case same && f.Place.Quote.Overlaps(place):
		c.near = append(c.near, f)
	case f.Name == name && f.Kind != model.Metric && inFile:
		c.thing = append(c.thing, f)
	}
}

// named are those of some facts that go by a name.
func named(facts []*model.Fact, name string) []*model.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f *model.Fact) bool { return f.Name != name })
}
