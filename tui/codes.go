package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// The items of the codebook that are no codes.
const (
	newCode   = "\x00new"
	memosItem = "\x00memos"
)

// askCodes opens the codebook.
func (a *App) askCodes() {
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("title.codes"),
		Items: func() []ask.Item {
			all := []ask.Item{{ID: newCode, Label: a.words.Text("codes.new")}}
			for _, c := range a.decided.codes {
				detail := a.words.Text("codes.count", a.codeCount(c.Name))
				if len(c.Words) > 0 {
					detail += "  " + strings.Join(c.Words, " ")
				}
				if c.Means != "" {
					detail += "  " + c.Means
				}
				all = append(all, ask.Item{ID: c.Name, Label: c.Name, Keys: keymap.Label(c.Key), Detail: detail, Check: ticked(c.Name == a.code)})
			}
			if n := len(a.passages("", nil)); n > 0 {
				all = append(all, ask.Item{ID: memosItem, Label: a.words.Text("codes.memos"), Detail: a.words.Text("codes.count", n)})
			}
			return all
		},
		Toggle: func(name string) {
			if name != newCode && name != memosItem {
				a.toggleCode(name)
			}
		},
		Pick: func(name string) tea.Cmd {
			switch name {
			case newCode:
				a.askNewCode()
			case memosItem:
				a.askPassages("", nil)
			default:
				a.askCodeOf(name)
			}
			return nil
		},
	})
}

// askNewCode asks for the name of a code.
func (a *App) askNewCode() {
	a.Open(&ask.Prompt{
		Label: a.words.Text("codes.name") + " ", Field: ask.NewField(""),
		Accept: func(value string) tea.Cmd {
			name := strings.Join(strings.Fields(value), " ")
			if name != "" && a.define(project.Code{Name: name}) {
				a.askCodeOf(name)
			}
			return nil
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
			all := []ask.Item{{ID: "passages", Label: a.words.Text("codes.passages"), Detail: a.words.Text("codes.count", len(a.passages(name, nil)))},
				{ID: "filter", Label: a.words.Text("codes.filter")}}
			for _, f := range []struct{ id, text string }{{"key", c.Key}, {"colour", c.Colour}, {"words", strings.Join(c.Words, " ")}, {"means", c.Means}} {
				all = append(all, ask.Item{ID: f.id, Label: a.words.Text("codes." + f.id), Detail: f.text})
			}
			return all
		},
		Pick: func(id string) tea.Cmd {
			switch id {
			case "passages":
				a.askPassages(name, nil)
			case "filter":
				a.toggleCode(name)
			case "colour":
				a.askColour(c)
			default:
				a.askCodeText(c, id)
			}
			return nil
		},
	})
}

// askColour chooses the role that shows a code.
func (a *App) askColour(c project.Code) {
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("codes.colour"),
		Items: func() (all []ask.Item) {
			for _, role := range style.Roles()[1:] {
				all = append(all, ask.Item{ID: role, Label: role, Check: ticked(role == c.Colour)})
			}
			return all
		},
		Pick: func(role string) tea.Cmd {
			c.Colour = role
			if a.define(c) {
				a.askCodeOf(c.Name)
			}
			return nil
		},
	})
}

// askCodeText asks for the key of a code, the words that suggest it, or what it
// means.
func (a *App) askCodeText(c project.Code, id string) {
	at := map[string]string{"key": c.Key, "words": strings.Join(c.Words, " "), "means": c.Means}
	a.Open(&ask.Prompt{
		Label: a.words.Text("codes."+id) + " ", Field: ask.NewField(at[id]),
		Accept: func(value string) tea.Cmd {
			value = strings.TrimSpace(value)
			switch id {
			case "key":
				key, why := a.freeKey(c.Name, value)
				if why != "" {
					a.say(style.Error, why)
					return nil
				}
				c.Key = key
			case "words":
				c.Words = strings.Fields(value)
			case "means":
				c.Means = value
			}
			if a.define(c) {
				a.askCodeOf(c.Name)
			}
			return nil
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
	if c := a.bound(keymap.Name(name)); c.id != "" {
		return "", a.words.Text("codes.taken", text, a.words.Text("cmd."+c.id))
	}
	for _, c := range a.decided.codes {
		if c.Name != code && c.Key == string(name) {
			return "", a.words.Text("codes.taken", text, c.Name)
		}
	}
	return string(name), ""
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
	at := func(id string) (project.Passage, bool) {
		all := a.passages(code, in)
		i := slices.IndexFunc(all, func(p project.Passage) bool { return p.ID == id })
		if i < 0 {
			return project.Passage{}, false
		}
		return all[i], true
	}
	ask.Choose(a, &ask.Menu{
		Title: title,
		Items: func() (all []ask.Item) {
			for _, p := range a.passages(code, in) {
				all = append(all, ask.Item{ID: p.ID, Label: ask.Plain(strings.ReplaceAll(p.Report.Quote(p.Span), "\n", " ")),
					Detail: strings.TrimSpace(p.Text + " " + p.Report.Head.District + ":" + strconv.Itoa(p.Report.Origin(p.Span).Line))})
			}
			return all
		},
		Pick: func(id string) tea.Cmd {
			if p, ok := at(id); ok {
				a.change(func() { a.toSpot(a.spotOf(p)) })
			}
			return nil
		},
		Remove: func(id string) tea.Cmd {
			if a.decide(a.options.Checks.Project.Without(id)) {
				a.refresh()
			}
			return nil
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
