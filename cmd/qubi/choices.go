package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/lang"
	"qubi/model/query"
)

// choices are the flags that say what is on view.
type choices struct {
	kindOfView, format     string
	order, by              string
	districts, themes      []string
	kinds, stages, columns []string
	filter                 string
	reverse, keys          bool
	checked                bool
	code                   string
	title                  string
	all, fullNotes         bool
	width                  int
}

// define adds the flags, with the words the shell may complete them by.
func (c *choices) define(cmd *cobra.Command, p *program) {
	f := cmd.Flags()
	f.StringVar(&c.kindOfView, "view", "facts", p.say("flag.view", lang.Words(texts(export.Kinds()))))
	f.StringVar(&c.format, "format", "", p.say("flag.format", lang.Words(texts(export.Formats()))))
	c.defineFilter(cmd, p)
	f.StringSliceVar(&c.kinds, "kind", nil, p.say("flag.kind", lang.Words(wordsOf(model.Kinds(), model.Kind.Word))))
	f.StringSliceVar(&c.stages, "stage", nil, p.say("flag.stage", lang.Words(wordsOf(model.Stages(), model.Stage.Word))))
	f.StringVar(&c.order, "sort", "text", p.say("flag.sort", lang.Words(orderWords())))
	f.StringVar(&c.by, "by", "", p.say("flag.by"))
	f.BoolVar(&c.reverse, "reverse", false, p.say("flag.reverse"))
	f.StringSliceVar(&c.columns, "columns", nil, p.say("flag.columns"))
	f.BoolVar(&c.keys, "keys", false, p.say("flag.keys"))
	f.StringVar(&c.code, "code", "", p.say("flag.code"))
	f.StringVar(&c.title, "title", "", p.say("flag.title"))
	f.BoolVar(&c.all, "all", false, p.say("flag.all"))
	f.BoolVar(&c.fullNotes, "full-notes", false, p.say("flag.full-notes"))
	f.IntVar(&c.width, "width", 160, p.say("flag.width"))
	complete(cmd, "view", texts(export.Kinds())...)
	complete(cmd, "format", texts(export.Formats())...)
	complete(cmd, "kind", wordsOf(model.Kinds(), model.Kind.Word)...)
	complete(cmd, "stage", wordsOf(model.Stages(), model.Stage.Word)...)
	complete(cmd, "sort", orderWords()...)
	completeBy(cmd, "by", p.districts)
}

// defineChecked adds the flag that leaves out what nobody checked, which needs the
// file of those who did.
func (c *choices) defineChecked(cmd *cobra.Command, p *program) {
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if c.checked && p.projectFile == "" {
			return misuse("usage.checked")
		}
		return nil
	}
	cmd.Flags().BoolVar(&c.checked, "checked", false, p.say("flag.checked"))
}

// defineFilter adds the flags that export shares with the browser.
func (c *choices) defineFilter(cmd *cobra.Command, p *program) {
	f := cmd.Flags()
	f.StringSliceVar(&c.districts, "district", nil, p.say("flag.district"))
	f.StringSliceVar(&c.themes, "theme", nil, p.say("flag.theme", lang.Words(wordsOf(model.Themes(), model.Theme.Word))))
	f.StringVar(&c.filter, "filter", "", p.say("flag.filter"))
	complete(cmd, "theme", wordsOf(model.Themes(), model.Theme.Word)...)
	completeBy(cmd, "district", p.districts)
}

// view is what the flags ask for.
func (c *choices) view(corpus *query.Index, tongue model.Lang) (export.View, error) {
	v := export.View{Corpus: corpus, Lang: tongue, Reverse: c.reverse, Columns: c.columns, Keys: c.keys,
		Title: c.title, Code: c.code, All: c.all, Full: c.fullNotes, Width: c.width}
	var err error
	var ok bool
	if v.Kind, v.Of, ok = export.ParseKind(c.kindOfView); !ok {
		return v, misuse("usage.view", c.kindOfView, lang.Words(texts(export.Kinds())))
	}
	if v.Order, err = choose("sort", c.order, query.Orders(), func(o query.Order) []string { return []string{o.String()} }); err != nil {
		return v, err
	}
	if c.by != "" {
		if v.By, err = district(corpus, c.by); err != nil {
			return v, err
		}
	}
	v.Filter, err = c.modelFilter(corpus)
	return v, err
}

// modelFilter is the filter that the flags ask for.
func (c *choices) modelFilter(corpus *query.Index) (f query.Filter, err error) {
	for _, word := range split(c.districts) {
		d, err := district(corpus, word)
		if err != nil {
			return f, err
		}
		f.Districts = append(f.Districts, d)
	}
	if f.Themes, err = chooseAll("theme", c.themes, model.Themes(), model.Theme.Words); err != nil {
		return f, err
	}
	if f.Kinds, err = chooseAll("kind", c.kinds, model.Kinds(), model.Kind.Words); err != nil {
		return f, err
	}
	if f.Stages, err = chooseAll("stage", c.stages, model.Stages(), model.Stage.Words); err != nil {
		return f, err
	}
	if f.Expr, err = query.ParseExpr(c.filter); err != nil {
		return f, misuse("usage.filter", c.filter, err)
	}
	return f, nil
}

// outputFormat is --format, or what the name of the file says, or Markdown.
func (c *choices) outputFormat(file string) (export.Format, error) {
	word := c.format
	if word == "" {
		word = strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")
		if !slices.Contains(texts(export.Formats()), word) {
			word = string(export.Markdown)
		}
	}
	return choose("format", word, export.Formats(), func(f export.Format) []string { return []string{string(f)} })
}

// district finds the one district that a word names: its full name, the name
// without 区, 县 or 市, or city and name together; a report that names no
// district by its file.
func district(corpus *query.Index, word string) (model.DistrictID, error) {
	var found []*model.District
	var known []string
	for _, d := range corpus.Districts {
		if d.ID().Path != "" {
			known = append(known, d.Reports[0].File)
			if word == d.Reports[0].File || word == d.ID().Path {
				found = append(found, d)
			}
			continue
		}
		known = append(known, d.City+d.Name)
		if word == d.Name || word == d.City+d.Name || word == short(d.Name) {
			found = append(found, d)
		}
	}
	switch {
	case len(found) == 1:
		return found[0].ID(), nil
	case len(found) > 1:
		return model.DistrictID{}, misuse("usage.district.several", word, len(found), lang.Words(known))
	case len(known) == 0:
		return model.DistrictID{}, misuse("usage.district.noreport", word)
	}
	return model.DistrictID{}, misuse("usage.district.none", word, lang.Words(known))
}

// short is a district's name without its last word: 济阳 for 济阳区.
func short(name string) string {
	for _, rank := range []string{"区", "县", "市"} {
		if s, ok := strings.CutSuffix(name, rank); ok && s != "" {
			return s
		}
	}
	return name
}

// choose finds the one of all that goes by the word.
func choose[T any](flag, word string, all []T, names func(T) []string) (T, error) {
	var known []string
	for _, one := range all {
		if slices.Contains(names(one), word) {
			return one, nil
		}
		known = append(known, names(one)[0])
	}
	var none T
	return none, misuse("usage.oneof", flag, word, lang.Words(known))
}

// chooseAll is choose for each word.
func chooseAll[T any](flag string, words []string, all []T, names func(T) []string) ([]T, error) {
	var chosen []T
	for _, word := range split(words) {
		one, err := choose(flag, word, all, names)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, one)
	}
	return chosen, nil
}

// split parts words at the commas of a Chinese keyboard too.
func split(words []string) []string {
	return strings.FieldsFunc(strings.Join(words, ","), func(r rune) bool { return strings.ContainsRune(",，、", r) })
}

// wordsOf are the Chinese words of all.
func wordsOf[T any](all []T, word func(T, model.Lang) string) []string {
	return model.Map(all, func(one T) string { return word(one, model.Chinese) })
}

// orderWords are the words of --sort.
func orderWords() []string { return model.Map(query.Orders(), query.Order.String) }

// texts are the words of a set of strings.
func texts[T ~string](all []T) []string {
	return model.Map(all, func(one T) string { return string(one) })
}
