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
func (a *App) cite() { a.copyText("copy.cite", a.citation(a.selected())) }

// askCopy opens the copy menu. The view can be copied wherever the cursor is.
func (a *App) askCopy() {
	var items []ask.Item
	offer := func(id, detail, why string, do func()) {
		items = append(items, ask.Item{Label: a.words.Text(id), Detail: detail, Why: why, Do: do})
	}
	f, row, id, number, sentence, why := a.selected(), a.row(), "copy.value", "", "", ""
	if f == nil {
		why = a.words.Text("why.fact")
	} else if number, sentence = value(f), f.Sentence(); !f.HasValue {
		id = "copy.name"
	}
	offer(id, number, why, func() { a.copyText(id, number) })
	offer("copy.cite", sentence, why, a.cite)
	if row != "" {
		offer("copy.row", ask.Plain(row), "", func() { a.copyText("copy.row", row) })
	} else {
		offer("copy.row", "", why, nil)
	}
	offer("copy.markdown", "", "", func() { a.copyView("copy.markdown", export.Markdown) })
	offer("copy.tsv", "", "", func() { a.copyView("copy.tsv", export.TSV) })
	for _, style := range cite.Styles() {
		detail := ""
		if f != nil && style != cite.Plain {
			detail = ask.Plain(strings.ReplaceAll(cite.Of(f.Report).Text(style), "\n", " "))
		}
		offer("copy.cite."+string(style), detail, why, func() { a.citing = style; a.cite() })
	}
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.copy"), Items: func() []ask.Item { return items }})
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
				period = a.look.Undated(f, "period.unstated")
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

// factsCopied is how many facts a clipboard may be asked to take.
const factsCopied = 20_000

// copyView copies the whole view in a format; one that no clipboard is meant
// for is better exported.
func (a *App) copyView(id string, format export.Format) {
	if n := a.counts.Total; n > factsCopied {
		a.say(style.Error, a.words.Text("copy.toomany", n, a.keyFor("export")))
		return
	}
	var b strings.Builder
	if err := export.Write(&b, format, a.exported()); err != nil {
		a.fail(err)
		return
	}
	a.copyText(id, b.String())
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
func (a *App) copyText(id, text string) {
	text = legible.Text(text)
	what, short := a.words.Text(id), strings.TrimSuffix(text, "\n")
	if lines := strings.Count(short, "\n") + 1; lines > 1 {
		short = a.words.Text("copy.much", lines, characters(text))
	}
	clipboard, name := a.options.Clipboard, a.options.ClipboardName
	if len(text) <= mostText {
		a.Run(screen.Copy(text))
	}
	switch {
	case clipboard != nil:
		a.Tell(a.words.Text("toast.copied", what, short, name))
		a.Run(func() tea.Msg {
			if err := clipboard(text); err != nil {
				return doneMsg{err: lang.Say("toast.notcopied", name, err, what)}
			}
			return nil
		})
	case len(text) > mostText:
		a.say(style.Error, a.words.Text("copy.toolong", short, a.keyFor("export")))
	case len(text) > muchText:
		a.Tell(a.words.Text("toast.handed.much", what, short))
	default:
		a.Tell(a.words.Text("toast.handed", what, short))
	}
}
