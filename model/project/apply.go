package project

import (
	"slices"
	"sync"

	"qubi/model"
)

// Rules is how what the rules read today stands to what a person decided.
type Rules uint8

// How they stand.
const (
	RulesAgree  Rules = iota // as the person says, or as they read when it was said
	RulesDiffer              // they read something else by now
	RulesSilent              // they no longer read the fact
)

// Applied is a corpus under a project: what people decided holds. It never
// changes; a decision makes a new project, and that is applied anew.
type Applied struct {
	Project Project
	Corpus  *model.Corpus // with checked, corrected and added facts marked
	Lost    []Lost        // what finds no place among the reports
	Codings []Passage     // codes and memos, in the order of the reports

	raw     *model.Corpus // as the rules read it
	show    Show
	entries map[*model.Fact]string
	rules   map[*model.Fact]Rules
}

// Lost is an entry that finds no place, and why.
type Lost struct {
	Entry
	Open bool // its report is open and reads differently; else it is not open
}

// Passage is where a code or a memo stands today.
type Passage struct {
	Entry
	Report *model.Report // of Applied.Corpus
	Span   model.Span
}

// Show is whether rejected facts are in the corpus, marked as such.
type Show bool

// Rejected facts are hidden but for who checks facts.
const (
	HideRejected Show = false
	ShowRejected Show = true
)

// Base is a corpus as the rules read it, ready for one project after the other:
// what is made of its reports to find passages in them is made once. It is for one
// goroutine.
type Base struct {
	Corpus *model.Corpus

	find    *finder
	learned func() units // of the numbers that are read, made when one is corrected
}

// On makes a corpus ready for projects.
func On(raw *model.Corpus) *Base {
	return &Base{raw, newFinder(raw.Reports), sync.OnceValue(func() units { return unitsOf(raw.Reports) })}
}

// Apply brings a project to the corpus that the rules read. The corpus is left
// as it is; reports that the project says nothing of are shared with it.
func Apply(raw *model.Corpus, p Project, show Show) *Applied { return On(raw).Apply(p, show) }

// Apply is [Apply] on the corpus.
func (b *Base) Apply(p Project, show Show) *Applied {
	a := &Applied{Project: p, raw: b.Corpus, show: show, entries: map[*model.Fact]string{}, rules: map[*model.Fact]Rules{}}
	work := map[*model.Report]*copied{}
	at := func(r *model.Report) *copied {
		if work[r] == nil {
			work[r] = newCopy(r)
		}
		return work[r]
	}
	for _, e := range latestLast(p) {
		if e.Type == Define {
			continue
		}
		r, span, ok := b.find.find(e.Place)
		if !ok {
			a.Lost = append(a.Lost, Lost{e, b.find.open(e.Place)})
			continue
		}
		switch e.Type {
		case Report:
			at(r).head(e.Set)
		case Fact:
			at(r).judge(a, e, span, b.learned)
		case Added:
			at(r).add(a, e, span, b.learned)
		default:
			a.Codings = append(a.Codings, Passage{e, r, span})
		}
	}
	a.build(work)
	return a
}

// latestLast are the entries in the order in which they were said, so that of
// two on one fact the later one holds.
func latestLast(p Project) []Entry {
	all := p.Entries()
	slices.SortStableFunc(all, func(x, y Entry) int { return -later(x.Opinion, y.Opinion) })
	return all
}

// build makes the corpus of the copied reports and those left alone.
func (a *Applied) build(work map[*model.Report]*copied) {
	a.Corpus = a.raw
	order := map[*model.Report]int{}
	reports := slices.Clone(a.raw.Reports)
	for i, r := range reports {
		if c := work[r]; c != nil {
			if reports[i] = c.made; a.show == HideRejected {
				c.made.Facts = slices.DeleteFunc(c.made.Facts, func(f *model.Fact) bool { return f.Mark == model.Rejected })
			}
		}
		order[reports[i]] = i
	}
	if len(work) > 0 {
		a.Corpus = model.NewCorpus(reports)
	}
	for i, c := range a.Codings {
		if w := work[c.Report]; w != nil {
			a.Codings[i].Report = w.made
		}
	}
	slices.SortStableFunc(a.Codings, func(x, y Passage) int {
		if x.Report != y.Report {
			return order[x.Report] - order[y.Report]
		}
		return x.Span.Start - y.Span.Start
	})
}

// IsEmpty reports whether nobody said anything.
func (a *Applied) IsEmpty() bool { return a == nil || a.Project.Len() == 0 }

// Entry is what people said of a fact of the corpus.
func (a *Applied) Entry(f *model.Fact) (Entry, bool) { return a.Project.Entry(a.entries[f]) }

// Said is Entry for a fact that may come from a copy of the corpus, as one of
// confirmed facts alone.
func (a *Applied) Said(f *model.Fact) (Entry, bool) {
	if a == nil {
		return Entry{}, false
	}
	if e, ok := a.Entry(f); ok {
		return e, true
	}
	key := f.Key()
	for g, id := range a.entries {
		if g.Key() == key {
			return a.Project.Entry(id)
		}
	}
	return Entry{}, false
}

// Rules is how the rules stand to what was said of the fact.
func (a *Applied) Rules(f *model.Fact) Rules { return a.rules[f] }

// copied is a report in the making.
type copied struct {
	made  *model.Report
	facts map[*model.Fact]*model.Fact // the copy of each
	at    map[int][]*model.Fact       // the original ones by the start of their quote
	from  *model.Report
}

func newCopy(r *model.Report) *copied {
	c := &copied{made: r.Twin(), facts: map[*model.Fact]*model.Fact{}, at: map[int][]*model.Fact{}, from: r}
	for _, f := range r.Facts {
		g := *f
		g.Report = c.made
		c.made.Facts = append(c.made.Facts, &g)
		c.facts[f] = &g
		c.at[f.Place.Quote.Start] = append(c.at[f.Place.Quote.Start], f)
	}
	return c
}

// head corrects what the page says about the report.
func (c *copied) head(set Fields) {
	doc := *c.made.Document
	for key, at := range map[string]*string{"district": &doc.Head.District, "city": &doc.Head.City, "province": &doc.Head.Province, "title": &doc.Head.Title} {
		if s, ok := set[key]; ok {
			*at = s
		}
	}
	c.made.Document = &doc
}

// judge lets a verdict hold for the fact that it is about.
func (c *copied) judge(a *Applied, e Entry, span model.Span, learned func() units) {
	read := c.exactly(e)
	if read == nil {
		read = c.alike(e.Was, span)
	}
	var fact *model.Fact
	rules := RulesSilent
	if read != nil {
		fact = c.facts[read]
		if rules = RulesAgree; changed(read, e) {
			rules = RulesDiffer
		}
	} else {
		if e.Verdict == Wrong {
			return // neither does anybody read it
		}
		fact = c.place(span)
	}
	if e.Verdict == Wrong {
		fact.Mark = model.Rejected
	} else {
		c.write(fact, read, e, learned)
	}
	if older, twice := a.Entry(fact); twice { // given on another version of the text
		a.Lost = append(a.Lost, Lost{older, true})
	}
	a.entries[fact], a.rules[fact] = e.ID, rules
}

// write gives the fact the fields that a person confirmed or corrected.
func (c *copied) write(fact, read *model.Fact, e Entry, learned func() units) {
	final := e.Was.over(e.Set)
	if len(e.Set) > 0 {
		final = learned().derive(final, e.Set)
	}
	final.into(fact)
	fact.Mark = model.Checked
	if e.Verdict == Mended {
		fact.Mark = model.Corrected
	}
	if fact.Read = read; read == nil { // as the rules had read it, who no longer do
		fact.Read = &model.Fact{Report: c.made, Place: fact.Place}
		e.Was.into(fact.Read)
	}
}

// changed reports whether the rules read by now something that is neither what
// they read when the verdict was given nor what the person says.
func changed(read *model.Fact, e Entry) bool {
	asThen, asSaid := true, e.Verdict != Wrong
	for _, d := range fields {
		if derived[d.key] {
			continue
		}
		now, was := d.get(read), e.Was[d.key]
		asThen = asThen && now == was
		if said, ok := e.Set[d.key]; ok {
			was = said
		}
		asSaid = asSaid && now == was
	}
	return !asThen && !asSaid
}

// exactly is the fact that the verdict was given on, in the same text.
func (c *copied) exactly(e Entry) *model.Fact {
	if e.Place.Text != c.from.TextSum() {
		return nil
	}
	for _, f := range c.at[e.Place.Start] {
		if f.Place.Quote.End == e.Place.End && f.Kind.String() == e.Was["kind"] && f.Name == e.Was["name"] &&
			f.Number(f.Quantity.Value) == e.Was["value"] && f.Quantity.Unit == e.Was["unit"] {
			return f
		}
	}
	return nil
}

// alike is the fact that the rules read today where they read another when the
// verdict was given: of the same kind, at the same passage, with the same name
// or the same number. Of several the likest, if there is one.
func (c *copied) alike(was Fields, span model.Span) *model.Fact {
	var best *model.Fact
	most, second := 0, 0
	for _, f := range c.from.Facts {
		switch n := likeness(f, was, span); {
		case n > most:
			best, most, second = f, n, most
		case n > second:
			second = n
		}
	}
	if most == second {
		return nil
	}
	return best
}

func likeness(f *model.Fact, was Fields, span model.Span) int {
	q := f.Place.Quote
	if f.Kind.String() != was["kind"] || q.Start >= span.End || span.Start >= q.End {
		return 0
	}
	sameName := f.Name == was["name"]
	sameValue := f.HasValue && f.Number(f.Quantity.Value) == was["value"] && f.Quantity.Unit == was["unit"]
	n := 0
	for weight, ok := range map[int]bool{16: sameName, 8: sameValue, 4: q == span, 2: f.Period.Label == was["period"], 1: string(f.Stage) == was["stage"]} {
		if ok {
			n += weight
		}
	}
	if !sameName && !sameValue {
		return 0
	}
	return n
}

// add makes a fact that a person added.
func (c *copied) add(a *Applied, e Entry, span model.Span, learned func() units) {
	f := c.place(span)
	learned().derive(Fields{}.over(e.Set), e.Set).into(f)
	f.Mark = model.Added
	a.entries[f] = e.ID
}

// place is a new fact of the report at a passage, where the text has it.
func (c *copied) place(span model.Span) *model.Fact {
	f := &model.Fact{Report: c.made, Place: c.made.PlaceAt(span)}
	i := slices.IndexFunc(c.made.Facts, func(g *model.Fact) bool { return g.Place.Quote.Start > span.Start })
	if i < 0 {
		i = len(c.made.Facts)
	}
	c.made.Facts = slices.Insert(c.made.Facts, i, f)
	return f
}

// Confirmed is the corpus with the facts alone that a person stands for.
func Confirmed(c *model.Corpus) *model.Corpus {
	reports := make([]*model.Report, len(c.Reports))
	for i, r := range c.Reports {
		reports[i] = r.Twin()
		for _, f := range r.Facts {
			if f.Mark.Confirmed() {
				g := *f
				reports[i].Facts = append(reports[i].Facts, &g)
			}
		}
	}
	return model.NewCorpus(reports)
}
