package tui

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// hitsText says which hit of how many the cursor is on.
func (a *App) hitsText() string {
	n, at := a.hitAt()
	switch {
	case n == 0:
		return a.noHits()
	case at < 0:
		return a.words.Text("hits", n)
	}
	return fmt.Sprintf("%d/%d", at+1, n)
}

// hitAt is how many hits there are, and which of them the cursor is on, or -1.
func (a *App) hitAt() (n, at int) {
	switch a.view {
	case viewSource:
		return len(a.query.texts), a.query.at
	case viewCompare:
		if p, ok := a.focused().(*pane.List); ok {
			rows := p.Spots()
			return len(rows), slices.Index(rows, p.Place().Cursor)
		}
		if p := a.focused(); p != nil {
			at = p.Place().Cursor
		}
		return len(a.query.rows), slices.Index(a.query.rows, at)
	}
	return len(a.query.hits), slices.Index(a.query.hits, a.selected())
}

// noHits says that nothing is found, and where else it would be: in the name of
// a district, outside the filter, in hidden panes.
func (a *App) noHits() string {
	switch {
	case len(a.query.hits) > 0: // of facts that this table does not show
		return a.words.Text("hits.table", len(a.query.hits))
	case a.query.outside > 0:
		return a.words.Text("hits.outside", a.query.outside)
	case a.query.hidden > 0:
		return a.words.Text("hits.hidden", a.query.hidden)
	case len(a.query.heads) > 0:
		return a.words.Text("hits.heads", len(a.query.heads)) + a.saidText()
	case a.query.said > 0 && a.dialog != nil && a.view == viewSide: // while it is typed, Enter goes there
		return a.words.Text("prompt.filter.said", a.query.said)
	case a.query.said > 0:
		return a.words.Text("hits.nofact") + a.saidText()
	}
	return a.words.Text("hits.none")
}

// saidText tells of places in the texts.
func (a *App) saidText() string {
	if a.query.said == 0 {
		return ""
	}
	return a.words.Text("hits.said", a.query.said, a.keyFor("source"))
}

// hitQuote is where the search finds the fact under the cursor, if that is in
// its quote and its row shows nothing of it.
func (a *App) hitQuote() cell.Line {
	f := a.selected()
	if a.view != viewSide || f == nil || !slices.Contains(a.query.hits, f) || len(a.query.pattern.Find(f.Name)) > 0 {
		return nil
	}
	const before = 6
	lead, hit, behind := a.inQuote(f, before)
	if hit == "" {
		return nil
	}
	return cell.Line{{Text: " " + lead, Role: style.Faint}, {Text: hit, Role: style.Faint | style.Lit}, {Text: behind, Role: style.Faint}}
}

// inQuote is what the search finds first in a fact's quote, with so many characters
// before it and all behind it; "" where it finds nothing.
func (a *App) inQuote(f *model.Fact, before int) (lead, hit, behind string) {
	quote := f.Quote()
	found := a.query.pattern.Find(quote)
	if len(found) == 0 {
		return "", "", ""
	}
	at, from := found[0], found[0].Start
	for range before {
		_, n := utf8.DecodeLastRuneInString(quote[:from])
		from -= n
	}
	if from > 0 {
		lead = a.look.Glyphs.More
	}
	return lead + quote[from:at.Start], quote[at.Start:at.End], quote[at.End:]
}
