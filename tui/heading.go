package tui

import (
	"cmp"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/style"
)

// askHead lists who and when the report under the cursor is of, and asks for what
// is to stand there instead.
func (a *App) askHead() {
	r := a.reportAt()
	a.askHeadOf(r.FileSum, r.Path)
}

// askHeadOf is askHead for the report of that sum and path.
func (a *App) askHeadOf(sum, path string) {
	a.heading = true
	ask.Choose(a, &ask.Menu{
		Title:  a.words.Text("title.head", filepath.Base(path)),
		Items:  func() []ask.Item { return a.headItems(sum, path) },
		Closed: func() { a.heading = false },
	})
}

// headItems are the fields with what stands in them, and who says so.
func (a *App) headItems(sum, path string) (all []ask.Item) {
	said, now := a.heads[sum], a.headNow(sum, path)
	for _, field := range headFields() {
		by := "head.text"
		if said.get(field) != "" {
			by = "head.said"
		}
		value := now.get(field)
		if value == "" {
			value, by = a.look.Glyphs.Missing, "head.none"
		}
		all = append(all, ask.Item{Label: a.words.Text("head."+field) + "  " + value, Detail: a.words.Text(by), Find: field,
			Do: func() { a.askHeadField(sum, path, field) }, Drop: func() { a.setHead(sum, field, "") }})
	}
	return all
}

// headNow is the head of the report with what was said of it, which may not have
// been read yet.
func (a *App) headNow(sum, path string) Head {
	var now Head
	for _, r := range a.corpus.Reports {
		if r.FileSum == sum && r.Path == path {
			now = headOf(r)
		}
	}
	for _, field := range headFields() {
		if value := a.heads[sum].get(field); value != "" {
			now, _ = now.with(field, value, noCity)
		}
	}
	return now
}

// headOf is the head of a report as it is read.
func headOf(r *model.Report) Head {
	return Head{r.Head.District, r.Head.City, r.Head.Title, r.Head.Published}
}

func noCity(string) (city, name string) { return "", "" }

// askHeadField asks for a field; nothing typed is as the text says.
func (a *App) askHeadField(sum, path, field string) {
	back := func() { a.askHeadOf(sum, path) }
	prompt := &ask.Prompt{
		Label: a.words.Text("head."+field) + " ", Field: ask.NewField(a.headNow(sum, path).get(field)),
		Accept: func(value string) { a.setHead(sum, field, value); back() },
		Cancel: back,
		Tell: func(value string) (string, int) {
			if _, ok := (Head{}).with(field, strings.TrimSpace(value), noCity); !ok {
				return a.words.Text("head.date.wrong"), 0
			}
			return a.words.Text("head.how." + field), -1
		},
	}
	if field == "district" || field == "city" {
		prompt.Words = func(value string) []string { return a.knownPlaces(field, strings.TrimSpace(value)) }
	}
	a.Open(prompt)
}

// setHead has a field say something else, by undo too.
func (a *App) setHead(sum, field, value string) {
	before := a.heads
	h, ok := a.heads[sum].with(field, value, a.cityOf)
	if !ok || h == a.heads[sum] {
		return
	}
	a.change(func() {
		a.heads = clone(a.heads)
		if a.heads[sum] = h; h == (Head{}) {
			delete(a.heads, sum)
		}
	})
	a.say(style.Good, a.words.Text("head.set", a.words.Text("head."+field), cmp.Or(h.get(field), a.words.Text("head.text")), a.keyFor("undo")))
	a.sayHeads(before, a.heads)
}

// knownPlaces are the districts or cities that begin as typed: those among the
// reports first, then all there are.
func (a *App) knownPlaces(field, start string) (all []string) {
	seen := map[string]bool{"": true}
	for p := range a.districts() {
		names := []string{p.City}
		if field != "city" && p.Name == "" {
			names = nil
		} else if field != "city" {
			names = []string{p.City + p.Name, p.Name}
		}
		for _, name := range names {
			if !seen[name] && strings.HasPrefix(name, start) {
				seen[name] = true
				all = append(all, name)
			}
		}
	}
	return all
}

// districts are those of the reports, and then all that are known.
func (a *App) districts() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for _, d := range a.corpus.Districts {
			if !yield(Place{d.City, d.Name}) {
				return
			}
		}
		if a.options.Places != nil {
			slices.Values(a.options.Places())(yield)
		}
	}
}

// cityOf parts the name of a district that stands behind its city.
func (a *App) cityOf(value string) (city, name string) {
	for p := range a.districts() {
		if p.City != "" && p.Name != "" && value == p.City+p.Name {
			return p.City, p.Name
		}
	}
	return "", ""
}
