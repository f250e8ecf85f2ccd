package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export"
	"qubi/model/export/cite"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/tui/ask"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// citation is the sentence with its source, ready to be quoted, in the style
// that was chosen last.
func (a *App) citation(f *model.Fact) string {
	if a.citing != cite.Plain && a.citing != "" {
		return cite.Of(f.Report).Quote(f.Sentence(), a.citing)
	}
	head := f.Report.Head
	parts := []string{head.District, head.Title, head.Source, a.look.Dates(head), fmt.Sprintf("%s:%d", f.Report.File, f.Line())}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.TrimSpace(f.Sentence()) + a.words.Text("cite", strings.Join(parts, a.words.Text("cite.join")))
}

// cite copies the sentence with its source.
func (a *App) cite() tea.Cmd { return a.copyText("copy.cite", a.citation(a.selected())) }

// askCopy opens the copy menu. The view can be copied wherever the cursor is.
func (a *App) askCopy() {
	f, why := a.selected(), ""
	items := []ask.Item{{ID: "copy.value"}, {ID: "copy.cite"}, {ID: "copy.row"}, {ID: "copy.markdown"}, {ID: "copy.tsv"}}
	for _, style := range cite.Styles() {
		items = append(items, ask.Item{ID: citing + string(style), Why: a.words.Text("why.fact")})
	}
	if f != nil {
		items[0].ID, items[0].Detail, items[1].Detail = valueID(f), value(f), f.Sentence()
	} else {
		why = a.words.Text("why.fact")
	}
	items[0].Why, items[1].Why = why, why
	for i := range items {
		if style, is := strings.CutPrefix(items[i].ID, citing); is && f != nil {
			items[i].Why = ""
			if style == string(cite.Plain) {
				continue
			}
			items[i].Detail = ask.Plain(strings.ReplaceAll(cite.Of(f.Report).Text(cite.Style(style)), "\n", " "))
		}
	}
	if row := a.row(); row != "" {
		items[2].Detail = ask.Plain(row)
	} else {
		items[2].Why = why
	}
	for i := range items {
		items[i].Label = a.words.Text(items[i].ID)
	}
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.copy"), Items: func() []ask.Item { return items },
		Pick: func(id string) tea.Cmd { return a.copyChosen(id, f) }})
}

// citing is what the items of the copy menu begin with that choose a style.
const citing = "copy.cite."

// valueID names what value gives: a number, or only a name.
func valueID(f *model.Fact) string {
	if f.HasValue {
		return "copy.value"
	}
	return "copy.name"
}

// row is what the cursor is on in one line of tab separated fields: a fact, or
// a row of the comparison with all its districts; "" where it is on neither.
func (a *App) row() string {
	if r := a.comparedRow(); r != nil {
		return a.tableRow(r)
	}
	f := a.selected()
	if f == nil {
		return ""
	}
	return strings.Join([]string{f.Report.Head.District, f.Kind.Word(a.words.Lang), f.Name, value(f), a.look.Period(f.Period),
		f.Stage.Word(a.words.Lang), f.Beside(), a.look.RankWord(f.Rank), fmt.Sprintf("%s:%d", f.Report.File, f.Line())}, "\t")
}

// tableRow is a row of indicators: its name, what each district says with
// period and stage, and whether the numbers may be read across.
func (a *App) tableRow(r *compare.Row) string {
	fields := []string{r.Name()}
	for j, d := range a.comparison().Districts {
		c := r.Cell(j)
		said := c.State.Word(a.words.Lang)
		if f := c.Pick; f != nil {
			period := a.look.Period(f.Period)
			if f.Period.IsZero() {
				period = a.words.Text("period.unstated")
			}
			said = value(f) + " " + period + " " + f.Stage.Word(a.words.Lang)
		}
		fields = append(fields, a.look.Named(d)+" "+said)
	}
	verdict := r.Verdict().Word(a.words.Lang)
	for _, reason := range r.Reasons() {
		verdict += " " + reason.Word(a.words.Lang)
	}
	return strings.Join(append(fields, verdict), "\t")
}

// copyChosen copies what was chosen from the menu.
func (a *App) copyChosen(id string, f *model.Fact) tea.Cmd {
	if style, is := strings.CutPrefix(id, citing); is {
		a.citing = cite.Style(style)
		return a.cite()
	}
	switch id {
	case "copy.value", "copy.name":
		return a.copyText(id, value(f))
	case "copy.cite":
		return a.copyText(id, a.citation(f))
	case "copy.row":
		return a.copyText(id, a.row())
	case "copy.tsv":
		return a.copyView(id, export.TSV)
	}
	return a.copyView(id, export.Markdown)
}

// factsCopied is how many facts a clipboard may be asked to take.
const factsCopied = 20_000

// copyView copies the whole view in a format; one that no clipboard is meant
// for is better exported.
func (a *App) copyView(id string, format export.Format) tea.Cmd {
	if n := a.counts.Total; n > factsCopied {
		a.say(style.Error, a.words.Text("copy.toomany", n, a.keyFor("export")))
		return nil
	}
	var b strings.Builder
	if err := export.Write(&b, format, a.exported()); err != nil {
		a.fail(err)
		return nil
	}
	return a.copyText(id, b.String())
}

// muchText is how many bytes of OSC 52 every terminal that knows it takes; from
// there on some take nothing. Of more than mostText a terminal is not asked: it
// would be busy for seconds.
const (
	muchText = 74_994
	mostText = 1 << 20
)

// characters is how many there are in a text: a number to be read, not a width.
func characters(text string) (n int) {
	for range text {
		n++
	}
	return n
}

// copyText hands a text to the terminal (OSC 52) and to the system's clipboard
// where there is a command for it, and says what was copied and by which way: a
// terminal never says whether it took it.
func (a *App) copyText(id, text string) tea.Cmd {
	text = legible.Text(text)
	what, short := a.words.Text(id), strings.TrimSuffix(text, "\n")
	if lines := strings.Count(short, "\n") + 1; lines > 1 {
		short = a.words.Text("copy.much", lines, characters(text))
	}
	clipboard, name := a.options.Clipboard, a.options.ClipboardName
	toTerminal := screen.Copy(text)
	if len(text) > mostText {
		toTerminal = nil
	}
	if clipboard == nil && toTerminal == nil {
		a.say(style.Error, a.words.Text("copy.toolong", short, a.keyFor("export")))
		return nil
	}
	if clipboard == nil {
		a.tell(a.words.Text("toast.handed", what, short))
		if len(text) > muchText {
			a.tell(a.words.Text("toast.handed.much", what, short))
		}
		return toTerminal
	}
	a.tell(a.words.Text("toast.copied", what, short, name))
	return tea.Batch(toTerminal, func() tea.Msg {
		if err := clipboard(text); err != nil {
			return doneMsg{err: lang.Say("toast.notcopied", name, err, what)}
		}
		return nil
	})
}
