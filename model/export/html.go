package export

import (
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

//go:embed page.css
var pageStyle string

// webpage is a page of HTML being written: no script, no outside address, pictures
// as SVG, and each number opens its sentence.
type webpage struct {
	*out
	v    View
	lang model.Lang
	city string // of all districts on view, where it is one
	name func(*model.District) string
	gone map[*model.Fact]bool // facts whose sentence can be gone to by now
	last sentence             // that of the fact before, of those that can be gone to
}

// say is words of the page by their key.
func (p *webpage) say(key string, args ...any) string {
	return html.EscapeString(phrase(p.lang, key, args...))
}

// esc is a text of a report as HTML shows it.
func esc(s string) string { return html.EscapeString(oneLine(s)) }

// opening is the head, the title and what was chosen.
func (p *webpage) opening() {
	districts := p.v.Corpus.View(p.v.Filter)
	title := p.v.title()
	if len(districts) <= 6 {
		title = p.city + strings.Join(model.Map(districts, p.name), p.lang.Pick("、", ", ")) + p.lang.Pick("：", ": ") + title
	}
	title = cmp.Or(p.v.Title, title)
	p.put("<!DOCTYPE html>\n<html lang=\"", p.lang.Pick("zh-CN", "en"), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"generator\" content=\"qubi\">\n",
		"<title>", esc(title), "</title>\n<style>\n", pageStyle, "</style>\n</head>\n<body>\n<h1>", esc(title), "</h1>\n")
	p.put("<p>", strconv.Itoa(p.v.Corpus.Count(p.v.Filter)), " ", p.say("html.facts"), "</p>\n<p class=\"note\">", p.say("html.legend"), "</p>\n")
	chips := p.v.Filter.Chips()
	for i, c := range chips {
		if i > 0 {
			p.put(p.v.Filter.Joint(chips[i-1], c, p.lang))
		}
		p.put("<code>", esc(c.Label(p.lang)), "</code>\n")
	}
	p.put("<p class=\"note\">", p.say("made"), p.lang.Pick("：", ": "), "<code>", esc(p.v.Command), "</code></p>\n")
}

func (p *webpage) section(key string, notes ...string) {
	p.put("<h2>", p.say(key), "</h2>\n")
	for _, n := range notes {
		p.put("<p class=\"note\">", p.say(n), "</p>\n")
	}
}

// table opens a table of some columns.
func (p *webpage) table(heads ...string) {
	p.put("<div class=\"scroll\"><table>\n<thead><tr>")
	for _, h := range heads {
		p.put("<th>", esc(h))
	}
	p.put("</thead>\n")
}

// opens is a text that opens the sentence of the fact. Where id is true the
// sentence can be gone to, as pictures do.
func (p *webpage) opens(text string, f *model.Fact, id bool) {
	again := ""
	if s := (sentence{f.Report, f.Place.Sentence}); id && s == p.last {
		again = ` class="again"` // on paper the one above is enough
	} else if id {
		p.last = s
	}
	p.put("<details", again, "><summary>", esc(text), "</summary><p")
	if id && !p.gone[f] {
		p.gone[f] = true
		p.put(` id="`, anchor(f), `"`)
	}
	p.put(">", esc(f.Sentence()), "<cite>", esc(p.source(f)), "</cite></p></details>")
}

// anchor is where the fact's sentence stands in the page.
func anchor(f *model.Fact) string { return "f" + f.ID.String() }

// source is where the sentence is from.
func (p *webpage) source(f *model.Fact) string {
	parts := []string{f.Report.Head.Title, f.Report.Head.Source, model.Day(f.Report.Head.Published), f.Report.File + ":" + strconv.Itoa(f.Line())}
	parts = append(append(parts, model.Map(f.Flags, func(g model.Flag) string { return g.Word(p.lang) })...), checkWord(f, p.lang))
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), p.lang.Pick("，", ", "))
}

// heat is how much each district says on each theme.
func (p *webpage) heat() {
	compared := p.v.compare()
	rows := compared.Heat()
	top := compare.Warmest(rows).Float()
	if len(rows) == 0 || len(compared.Districts) == 0 {
		return
	}
	p.section("html.heat", "html.heat.note")
	const left, wide, high = 150, 60, 30
	shown := min(len(compared.Districts), manyDistricts)
	p.put(fmt.Sprintf(`<div class="scroll"><svg class="heat" width="%d" viewBox="0 0 %[1]d %d" role="img" aria-label="%s">`, left+wide*len(rows), 26+high*shown, p.say("html.heat")), "\n")
	for i, r := range rows {
		p.put(fmt.Sprintf(`<text x="%d" y="17" text-anchor="middle">%s</text>`, left+wide*i+wide/2, esc(r.Theme.Word(p.lang))))
	}
	p.put("\n")
	for j, d := range compared.Districts[:shown] {
		y := 26 + high*j
		p.put(fmt.Sprintf(`<text x="0" y="%d">%s</text>`, y+19, esc(p.name(d))))
		for i, r := range rows {
			c := r.Cells[j]
			share := c.PerThousand().Float() / max(top, .1)
			class := ""
			if share > .55 {
				class = ` class="hot"`
			}
			p.put(fmt.Sprintf(`<g><rect class="fill" x="%d" y="%d" width="%d" height="%d" rx="3" opacity="%.2f"/><text x="%d" y="%d" text-anchor="middle"%s>%d</text><title>%s %s: %s/1000</title></g>`,
				left+wide*i+1, y+1, wide-2, high-2, .06+.94*share, left+wide*i+wide/2, y+19, class, c.Names, esc(p.name(d)), esc(r.Theme.Word(p.lang)), c.PerThousand()))
		}
		p.put("\n")
	}
	p.put("</svg></div>\n")
	if more := len(compared.Districts) - shown; more > 0 {
		p.put("<p class=\"note\">", p.say("html.more", more), "</p>\n")
	}
}
