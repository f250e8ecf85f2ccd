package tui

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// askCodes opens the codebook.
func (a *App) askCodes() {
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("title.codes"),
		Items: func() []ask.Item {
			all := []ask.Item{{Label: a.words.Text("codes.new"), Do: a.askNewCode}}
			for _, c := range a.decided.codes {
				detail := a.words.Text("codes.count", a.codeCount(c.Name))
				if len(c.Words) > 0 {
					detail += "  " + strings.Join(c.Words, " ")
				}
				if c.Means != "" {
					detail += "  " + c.Means
				}
				all = append(all, ask.Item{Label: c.Name, Keys: keymap.Label(c.Key), Detail: detail, Check: ticked(c.Name == a.code),
					Tick: func() { a.toggleCode(c.Name) }, Do: func() { a.askCodeOf(c.Name) }})
			}
			if n := len(a.passages("", nil)); n > 0 {
				all = append(all, ask.Item{Label: a.words.Text("codes.memos"), Detail: a.words.Text("codes.count", n), Do: func() { a.askPassages("", nil) }})
			}
			return all
		},
	})
}

// askNewCode asks for the name of a code.
func (a *App) askNewCode() {
	a.Open(&ask.Prompt{
		Label: a.words.Text("codes.name") + " ", Field: ask.NewField(""),
		Accept: func(value string) {
			name := strings.Join(strings.Fields(value), " ")
			if name != "" && a.define(project.Code{Name: name}) {
				a.askCodeOf(name)
			}
		},
		Cancel: a.askCodes,
		Tell:   func(string) (string, int) { return a.words.Text("codes.how"), -1 },
	})
}

// define keeps a code.
func (a *App) define(c project.Code) bool {
	if !a.decide(a.options.Checks.Project.Define(c, a.options.Checks.Sign())) {
		return false
	}
	a.refresh()
	return true
}

// redefine keeps another definition of a code, and lists what can be done with it.
func (a *App) redefine(c project.Code) {
	if a.define(c) {
		a.askCodeOf(c.Name)
	}
}

// codeNamed is the code of the name.
func (a *App) codeNamed(name string) project.Code {
	for _, c := range a.decided.codes {
		if c.Name == name {
			return c
		}
	}
	return project.Code{Name: name}
}

// askCodeOf lists what can be done with a code.
func (a *App) askCodeOf(name string) {
	c := a.codeNamed(name)
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("codes.of", name),
		Items: func() []ask.Item {
			item := func(id, text string, do func()) ask.Item {
				return ask.Item{Label: a.words.Text("codes." + id), Detail: text, Do: do}
			}
			typed := func(id, text string) ask.Item { return item(id, text, func() { a.askCodeText(c, id, text) }) }
			return []ask.Item{item("passages", a.words.Text("codes.count", len(a.passages(name, nil))), func() { a.askPassages(name, nil) }),
				item("filter", "", func() { a.toggleCode(name) }), typed("key", c.Key), item("colour", c.Colour, func() { a.askColour(c) }),
				typed("words", strings.Join(c.Words, " ")), typed("means", c.Means)}
		},
	})
}

// askColour chooses the role that shows a code.
func (a *App) askColour(c project.Code) {
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("codes.colour"),
		Items: func() (all []ask.Item) {
			for _, role := range style.Roles()[1:] {
				all = append(all, ask.Item{Label: role, Check: ticked(role == c.Colour), Do: func() { c.Colour = role; a.redefine(c) }})
			}
			return all
		},
	})
}

// askCodeText asks for the key of a code, the words that suggest it, or what it
// means.
func (a *App) askCodeText(c project.Code, id, text string) {
	a.Open(&ask.Prompt{
		Label: a.words.Text("codes."+id) + " ", Field: ask.NewField(text),
		Accept: func(value string) {
			switch id {
			case "key":
				c.Key, _ = a.freeKey(c.Name, value) // told below why there is none
			case "words":
				c.Words = strings.Fields(value)
			case "means":
				c.Means = value
			}
			a.redefine(c)
		},
		Cancel: func() { a.askCodeOf(c.Name) },
		Tell: func(value string) (string, int) {
			if id == "key" {
				if _, why := a.freeKey(c.Name, strings.TrimSpace(value)); why != "" {
					return why, 0
				}
			}
			return a.words.Text("codes.how." + id), -1
		},
	})
}

// freeKey is the key that a text means for a code, or why it cannot have it.
func (a *App) freeKey(code, text string) (key, why string) {
	if text == "" {
		return "", ""
	}
	name, err := keymap.Parse(text)
	if err != nil {
		return "", a.words.Text("codes.nokey", text)
	}
	if c := a.bound(name); c.id != "" {
		return "", a.words.Text("codes.taken", text, a.words.Text("cmd."+c.id))
	}
	for _, c := range a.decided.codes {
		if c.Name != code && c.Key == name {
			return "", a.words.Text("codes.taken", text, c.Name)
		}
	}
	return name, ""
}

// passages are the passages with a code, of "" the memos; those of one district,
// or of all where that is nil.
func (a *App) passages(code string, in *model.District) (all []project.Passage) {
	for _, p := range a.decided.on.Codings {
		if p.Code == code && (in == nil || p.Report.DistrictID() == in.ID()) {
			all = append(all, p)
		}
	}
	return all
}

// askPassages lists the passages with a code, of "" the memos, in a district or,
// where that is nil, in all: Enter shows one in its text, Delete takes it away.
func (a *App) askPassages(code string, in *model.District) {
	title := a.words.Text("codes.memos")
	if code != "" {
		title = a.words.Text("codes.of", code)
	}
	ask.Choose(a, &ask.Menu{
		Title: title,
		Items: func() (all []ask.Item) {
			for _, p := range a.passages(code, in) {
				all = append(all, ask.Item{Label: ask.Plain(strings.ReplaceAll(p.Report.Quote(p.Span), "\n", " ")),
					Detail: strings.TrimSpace(p.Text + " " + p.Report.Head.District + ":" + strconv.Itoa(p.Report.Origin(p.Span).Line)),
					Do:     func() { a.change(func() { a.toSpot(a.spotOf(p)) }) },
					Drop: func() {
						if a.decide(a.options.Checks.Project.Without(p.ID)) {
							a.refresh()
						}
					}})
			}
			return all
		},
	})
}

// spotOf is where a passage stands among the reports shown.
func (a *App) spotOf(p project.Passage) draw.Spot {
	for _, r := range a.corpus.Reports {
		if pane.ReportID(r) == pane.ReportID(p.Report) {
			return draw.Spot{Report: r, At: p.Span.Start}
		}
	}
	return draw.Spot{}
}
