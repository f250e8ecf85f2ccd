package extract

import (
	_ "embed"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
	"qubi/model/lang"
)

// The themes of a fact are weighed, not decided: every word of the lexicon
// that stands near the fact speaks for its themes, the louder the nearer.
//
//	name ×8   quote ×6   clause ×2   sentence, lead, paragraph, heading ×1
//
// The lead is the short sentence that opens a train of thought inside a
// paragraph (乡村产业加快发展。); the paragraph's opening clause and the heading
// above speak for all that follows. What speaks half as loud as the loudest is
// a theme too, up to three.

//go:embed lexicon/theme.tsv
var themeWords string

// Themes is a lexicon of words that tell a topic. Its file has a word, a theme
// and a weight a line, separated by tabs; # opens a comment.
type Themes struct {
	words *lexicon.Trie
	votes [][]vote // by the words' value, from 1
}

// vote is what a word says about one theme.
type vote struct {
	theme  model.Theme
	weight int32
}

// defaultThemes is the embedded lexicon.
var defaultThemes = sync.OnceValue(func() *Themes {
	t, err := ReadThemes(strings.NewReader(themeWords))
	if err != nil {
		panic("extract: lexicon/theme.tsv: " + err.Error()) // our own file: a mistake of ours
	}
	return t
})

// ReadThemes reads a lexicon that takes the place of the embedded one. An
// error names the line.
func ReadThemes(r io.Reader) (*Themes, error) {
	file, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	t, words := &Themes{votes: make([][]vote, 1)}, lexicon.NewDraft()
	err = readLexicon(string(file), func(fields []string) error {
		if len(fields) != 3 {
			return lang.Say("themes.fields")
		}
		theme := model.ParseTheme(fields[1])
		if theme == model.NoTheme {
			return lang.Say("themes.theme", fields[1])
		}
		weight, err := strconv.ParseInt(fields[2], 10, 16)
		if err != nil {
			return lang.Say("themes.weight", fields[2])
		}
		n := words.Enter(fields[0])
		if *n == 0 {
			*n = int32(len(t.votes))
			t.votes = append(t.votes, nil)
		}
		t.votes[*n] = append(t.votes[*n], vote{theme, int32(weight)})
		return nil
	})
	if err == nil && len(t.votes) == 1 {
		err = lang.Say("themes.none")
	}
	if err != nil {
		return nil, err
	}
	t.words = words.Trie()
	return t, nil
}

// tally counts votes, by theme.
type tally [model.ThemeGovernance + 1]int32

// topics are the voting words of a whole text, in order.
type topics struct {
	*Themes
	told []voter
}

// voter is a voting word where it begins.
type voter struct{ at, word int32 }

// readTopics finds the voting words of a text in one pass.
func readTopics(text string, t *Themes) *topics {
	const bytesPerWord = 24 // at most, in most texts
	x := &topics{Themes: t, told: make([]voter, 0, len(text)/bytesPerWord)}
	for at := t.words.Begin(text, 0); at < len(text); at = t.words.Begin(text, at) {
		next, word := t.words.Longest(text, at, len(text))
		if word != 0 {
			x.told = append(x.told, voter{int32(at), word})
		}
		at = next
	}
	return x
}

// add adds what the words beginning inside s say, times factor.
func (x *topics) add(sum *tally, s model.Span, factor int32) {
	first := sort.Search(len(x.told), func(i int) bool { return int(x.told[i].at) >= s.Start })
	for _, v := range x.told[first:] {
		if int(v.at) >= s.End {
			return
		}
		x.vote(sum, v.word, factor)
	}
}

// themes are the topics of a fact, the best first; never none. The quote lies
// in the sentence s; name may be empty.
func themes(x *reading, s *scan.Sentence, quote model.Span, name string) []model.Theme {
	t := x.topics()
	var sum tally
	t.add(&sum, quote, 6)
	t.add(&sum, clauseAround(x.doc.Text, s.Span, quote), 2)
	t.add(&sum, nearby(s.Span, quote), 1)
	for i, votes := range x.led(s) {
		sum[i] += votes
	}
	if name != "" {
		x.lexicon().sum(&sum, name, 8)
	}
	return best(sum)
}

// sum adds what the words of a short string say.
func (t *Themes) sum(sum *tally, name string, factor int32) {
	for at := 0; at < len(name); {
		next, word := t.words.Longest(name, at, len(name))
		t.vote(sum, word, factor)
		at = next
	}
}

// vote adds what a word says, times factor; word 0 says nothing.
func (t *Themes) vote(sum *tally, word, factor int32) {
	for _, v := range t.votes[word] {
		sum[v.theme] += v.weight * factor
	}
}

// maxThemes is how many themes a fact may have.
const maxThemes = 3

// best sorts the themes by their votes and keeps those that speak at least
// half as loud as the first. Where nothing speaks, the theme is 产业, which
// such reports are mostly about.
func best(sum tally) []model.Theme {
	all := make([]model.Theme, 0, maxThemes)
	for len(all) < maxThemes {
		top := model.NoTheme
		for t := model.ThemeIndustry; t <= model.ThemeGovernance; t++ {
			if (top == model.NoTheme || sum[t] > sum[top]) && !slices.Contains(all, t) {
				top = t
			}
		}
		if len(all) > 0 && sum[top]*2 < sum[all[0]] {
			break
		}
		if all = append(all, top); sum[top] <= 0 {
			return []model.Theme{model.ThemeIndustry}
		}
	}
	return all
}

// reach bounds how far from the quote a sentence speaks, in bytes.
const reach = 240

// nearby is the sentence as far as it reaches around the quote.
func nearby(s, quote model.Span) model.Span {
	return model.Span{Start: max(s.Start, quote.Start-reach), End: min(s.End, quote.End+reach)}
}

// clauseAround widens the quote to the clause marks on its two sides.
func clauseAround(text string, s, quote model.Span) model.Span {
	c := nearby(s, quote)
	for at := quote.Start; at > c.Start; {
		if lexicon.HanBefore(text[c.Start:], at-c.Start) {
			at -= 3
			continue
		}
		r, n := rune(text[at-1]), 1
		if r >= utf8.RuneSelf {
			r, n = lexicon.RuneBefore(text[c.Start:], at-c.Start)
		}
		if at -= n; isComma(r) {
			c.Start = at
		}
	}
	for at := quote.End; at < c.End; {
		if lexicon.HanAt(text[:c.End], at) {
			at += 3
			continue
		}
		r, n := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, n = lexicon.RuneAt(text, at, c.End)
		}
		if isComma(r) {
			c.End = at
		}
		at += n
	}
	return c
}

// isComma reports a sign that parts clauses within a sentence.
func isComma(r rune) bool {
	switch r {
	case '，', ',', '；', ';', '：', ':':
		return true
	}
	return false
}

// leadLength is the length up to which a sentence or clause leads what
// follows it, in bytes.
const leadLength = 80

// led is what leads to a sentence says of its facts: the heading, the paragraph's opening
// clause, and the nearest short sentence before.
func (x *reading) led(s *scan.Sentence) tally {
	if x.ledTo == s {
		return x.leads
	}
	x.ledTo, x.leads = s, tally{}
	p := x.doc.Paragraphs[s.Paragraph-1]
	opening := model.Span{Start: p.Start, End: min(p.End, p.Start+leadLength)}
	for at := opening.Start; at < opening.End; {
		r, n := lexicon.RuneAt(x.doc.Text, at, opening.End)
		if isComma(r) || r == '。' {
			opening.End = at
		}
		at += n
	}
	for _, lead := range [...]model.Span{s.Under, opening, x.lead(s)} {
		x.topics().add(&x.leads, lead, 1)
	}
	return x.leads
}

// lead is the nearest short sentence before s in its paragraph, looked for
// among the four before it.
func (x *reading) lead(s *scan.Sentence) model.Span {
	i := sort.Search(len(x.sentences), func(i int) bool { return x.sentences[i].Start >= s.Start })
	for j := i - 1; j >= max(0, i-4); j-- {
		before := x.sentences[j]
		if before.Paragraph != s.Paragraph {
			break
		}
		if before.Len() <= leadLength {
			return before.Span
		}
	}
	return model.Span{}
}
