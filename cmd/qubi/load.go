package main

import (
	"cmp"
	"errors"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data"
	"qubi/data/cache"
	"qubi/data/extract"
	"qubi/data/source"
	"qubi/data/source/plain"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/model/project"
	"qubi/model/query"
)

// loaded is what the paths of a command line gave.
type loaded struct {
	corpus   *query.Index  // with what people decided
	raw      *model.Corpus // as the rules read it
	applied  *project.Applied
	findings findings
}

// load reads the reports at the paths: files, folders, or the one path - for a
// report on standard input, which goes by the given name; the built-in ones
// where there are no paths, or where builtin: is one of them. What could be read is in the corpus; the error,
// which comes along with it, says what could not. Only a wrong command line
// gives no corpus.
//
// Problems inside a report that was read (a broken byte, no district named)
// are no failure: they are in the findings, and --verbose says them.
func (p *program) load(paths []string, name string) (loaded, error) {
	corpus, err := p.read(paths, name)
	l := loaded{findings: findingsOf(err)}
	if corpus == nil {
		return l, err
	}
	l.raw = corpus
	applied, wrong := p.applyProject(corpus, project.HideRejected)
	if wrong != nil {
		return loaded{}, wrong
	}
	l.applied, l.corpus = applied, query.New(applied.Corpus)
	p.tellRead(l)
	if len(corpus.Reports) == 0 && len(l.findings.unread) == 0 {
		return l, noDocument(paths)
	}
	return l, l.findings.failure()
}

// withText leaves out the files in which no text was: what is wrong with them is told, and a
// column of each would hold nothing.
func (l loaded) withText() loaded {
	with := slices.DeleteFunc(slices.Clone(l.raw.Reports), func(r *model.Report) bool { return r.Text == "" })
	if len(with) == 0 || len(with) == len(l.raw.Reports) {
		return l
	}
	l.raw = model.NewCorpus(with)
	l.applied = project.Apply(l.raw, l.applied.Project, project.HideRejected)
	l.corpus = query.New(l.applied.Corpus)
	return l
}

// noDocument says that there is nothing to read.
func noDocument(paths []string) error {
	return lang.Say("fail.nodocument", lang.Words(paths))
}

// read is load without the sorting of problems.
func (p *program) read(paths []string, name string) (*model.Corpus, error) {
	reading, err := p.reading()
	if err != nil {
		return nil, err
	}
	switch {
	case slices.Equal(paths, []string{"-"}):
		raw, err := files.ReadAll(p.in, files.ReportLimit)
		if err != nil {
			return model.NewCorpus(nil), &data.Error{File: "standard input", Err: err}
		}
		shares, err := reading.ReadShares(cmp.Or(name, "-"), raw)
		return model.NewCorpus(shares), err
	case slices.Contains(paths, "-"):
		return nil, misuse("usage.stdin")
	case name != "":
		return nil, misuse("usage.name")
	case len(paths) == 0:
		debug.SetGCPercent(builtinGC)
		reading.Cache = p.cache()
		return reading.Load(data.Builtin())
	}
	reading.Cache = p.cache()
	return reading.LoadPaths(paths)
}

// cache is what was read before, nil with --no-cache.
func (p *program) cache() *cache.Store {
	if p.noCache {
		return nil
	}
	return cache.Open(p.env.cacheDir, data.Version())
}

// builtinGC lets the heap of a few reports, some megabytes, grow to 16
// before the collector looks at it: its first rounds would cost a tenth of the
// time to the first frame. Collections of a reader's own may be of any size and
// keep Go's measure.
const builtinGC = 400

// said is what the user says of reports, read once.
func (p *program) said() *said {
	if p.heads == nil {
		p.heads = readSaid(p.env.stateDir)
	}
	return p.heads
}

// reading is how reports are read: with the theme lexicon that --lexicon or the
// settings name.
func (p *program) reading() (data.Options, error) {
	encoding := plain.Named(p.encoding)
	if p.encoding != "" && encoding == "" {
		return data.Options{}, misuse("usage.encoding", p.encoding, lang.Words(plain.Encodings()))
	}
	told := p.said()
	if err := told.bad; err != nil {
		p.note("note.left", err)
	}
	if p.lexicon == "" {
		return data.Options{Encoding: encoding, Told: told.of}, nil
	}
	raw, err := files.Read(p.lexicon, files.ConfigLimit)
	if err != nil {
		return data.Options{}, lang.Say("fail.lexicon", err)
	}
	text, err := source.Text(raw) // as reports are: a table may come from a spreadsheet
	var themes *extract.Themes
	if err == nil {
		themes, err = extract.ReadThemes(strings.NewReader(text))
	}
	if err != nil {
		return data.Options{}, lang.Say("fail.words", p.lexicon, err, strings.Join(wordsOf(model.Themes(), model.Theme.Word), " "))
	}
	return data.Options{Themes: themes, Encoding: encoding, Told: told.of}, nil
}

// tellRead says with --verbose what was read.
func (p *program) tellRead(l loaded) {
	if !p.verbose {
		p.tellBeside(l.findings)
		return
	}
	facts := 0
	for _, r := range l.corpus.Reports {
		facts += len(r.Facts)
		p.note("note.read", r.Path, followed(r.Encoding, p.tongue()), lang.Many(utf8.RuneCountInString(r.Text), "character"), lang.Many(len(r.Facts), "fact"), lang.Many(len(r.Repairs), "repair"))
	}
	for _, e := range slices.Concat(l.findings.unread, l.findings.inside) {
		p.noteError(e)
	}
	named, nameless := 0, ""
	for _, d := range l.corpus.Districts {
		if d.Name != "" {
			named++
		}
	}
	if n := len(l.corpus.Districts) - named; n > 0 {
		nameless = p.tongue().Pick("", " ") + p.say("note.nameless", n)
	}
	p.note("note.sum", lang.Many(len(l.corpus.Reports), "report"), lang.Many(named, "district"), nameless, lang.Many(facts, "fact"))
}

// tellBeside says what is wrong with lists beside reports, for who wrote one waits for what
// it says, and which files the program wrote itself: from them no fact comes.
func (p *program) tellBeside(found findings) {
	for _, e := range found.inside {
		if errors.As(e, new(*data.ListError)) || errors.Is(e, source.ErrOwn) {
			p.noteError(e)
		}
	}
}

// followed is a word and the comma behind it; nothing where there is no word, as of
// the encoding of a Word file.
func followed(word string, l model.Lang) string {
	if word == "" {
		return ""
	}
	return word + l.Pick("、", ", ")
}

// districts are the names of the districts at the paths, for completion.
func (p *program) districts(paths []string) []string {
	corpus, _ := p.read(paths, "")
	if corpus == nil {
		return nil
	}
	var names []string
	for _, d := range corpus.Districts {
		names = append(names, legible.Line(d.Name)+"\t"+legible.Line(d.City))
	}
	return names
}
