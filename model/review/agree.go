package review

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"qubi/model/project"
)

// Agreement is how far two people agree.
type Agreement struct {
	All         Score
	Kinds       []Score // of facts, by kind
	Themes      []Score // of facts, by theme
	Codes       []Score // of passages, by code
	Differences []Difference
	Only        [2]int // facts that one of them alone judged
}

// Score is how far two people agree on one kind of thing.
type Score struct {
	Of    string // metric, 产业, the name of a code
	N     int    // things that both judged
	Same  int    // of which they say the same
	Kappa float64
	Known bool // whether there is a kappa: not where both always say the same one thing
}

// Percent is how often they say the same, from 0 to 100.
func (s Score) Percent() float64 {
	if s.N == 0 {
		return 0
	}
	return 100 * float64(s.Same) / float64(s.N)
}

// Difference is a thing of which two people say different things; an entry of
// which one says nothing is zero.
type Difference struct{ A, B project.Entry }

// About is the entry that tells what it is about.
func (d Difference) About() project.Entry {
	if d.A.ID != "" {
		return d.A
	}
	return d.B
}

// answers are what two people said of the same things, pair by pair.
type answers [][2]string

// Agree compares two people's projects. Verdicts are compared where both judged
// the fact: how often they say the same, and Cohen's kappa, which takes off what
// chance would give. A correction agrees with the same correction only. Codes are
// compared passage by passage in the reports that both worked on, and so are
// facts that were added.
func Agree(a, b project.Project) Agreement {
	var out Agreement
	var all answers
	kinds, themes := map[string]answers{}, map[string]answers{}
	for _, e := range a.Of(project.Fact) {
		f, both := b.Entry(e.ID)
		if !both {
			out.Only[0]++
			continue
		}
		pair := [2]string{answer(e), answer(f)}
		all = append(all, pair)
		kinds[e.Was["kind"]] = append(kinds[e.Was["kind"]], pair)
		for _, t := range strings.Fields(e.Was["themes"]) {
			themes[t] = append(themes[t], pair)
		}
		if pair[0] != pair[1] {
			out.Differences = append(out.Differences, Difference{e, f})
		}
	}
	for _, f := range b.Of(project.Fact) {
		if _, both := a.Entry(f.ID); !both {
			out.Only[1]++
		}
	}
	out.All, out.Kinds, out.Themes = score("", all), scores(kinds), scores(themes)
	out.passages(a, b)
	return out
}

// answer is a verdict as one word: two corrections are the same where they
// correct the same.
func answer(e project.Entry) string {
	if e.Verdict == project.Mended {
		return string(e.Verdict) + e.Set.Text()
	}
	return string(e.Verdict)
}

// passages compares codes and added facts.
func (out *Agreement) passages(a, b project.Project) {
	worked := bothWorked(a, b)
	codes := map[string]answers{}
	for _, t := range []project.Type{project.Coding, project.Added} {
		mine, theirs := within(a.Of(t), worked), within(b.Of(t), worked)
		taken := map[string]bool{}
		for _, e := range mine {
			i := slices.IndexFunc(theirs, func(f project.Entry) bool { return !taken[f.ID] && samePassage(e, f) })
			if i < 0 {
				out.Differences = append(out.Differences, Difference{A: e})
				continue
			}
			taken[theirs[i].ID] = true
		}
		for _, f := range theirs {
			if !taken[f.ID] {
				out.Differences = append(out.Differences, Difference{B: f})
			}
		}
		if t == project.Coding {
			codes = coded(mine, theirs)
		}
	}
	out.Codes = scores(codes)
}

// coded asks of every code and every passage that anybody coded whether each of
// the two gave it.
func coded(mine, theirs []project.Entry) map[string]answers {
	var places []project.Entry // one for each passage
	names := map[string]bool{}
	for _, e := range slices.Concat(mine, theirs) {
		names[e.Code] = true
		if !slices.ContainsFunc(places, func(p project.Entry) bool { return overlap(p.Place, e.Place) }) {
			places = append(places, e)
		}
	}
	gave := func(all []project.Entry, code string, at project.Anchor) string {
		if slices.ContainsFunc(all, func(e project.Entry) bool { return e.Code == code && overlap(e.Place, at) }) {
			return "yes"
		}
		return "no"
	}
	out := map[string]answers{}
	for name := range names {
		for _, p := range places {
			out[name] = append(out[name], [2]string{gave(mine, name, p.Place), gave(theirs, name, p.Place)})
		}
	}
	return out
}

// bothWorked are the texts of which both said something.
func bothWorked(a, b project.Project) map[string]bool {
	mine, both := map[string]bool{}, map[string]bool{}
	for _, e := range a.Entries() {
		mine[e.Place.Text] = true
	}
	for _, e := range b.Entries() {
		if mine[e.Place.Text] {
			both[e.Place.Text] = true
		}
	}
	return both
}

func within(all []project.Entry, texts map[string]bool) []project.Entry {
	return slices.DeleteFunc(all, func(e project.Entry) bool { return !texts[e.Place.Text] })
}

// samePassage reports whether two entries are of the same thing at one passage.
func samePassage(e, f project.Entry) bool {
	return e.Code == f.Code && e.Set["kind"] == f.Set["kind"] && e.Set["name"] == f.Set["name"] && overlap(e.Place, f.Place)
}

// overlap reports whether two passages share at least half of the longer one.
func overlap(a, b project.Anchor) bool {
	common := min(a.End, b.End) - max(a.Start, b.Start)
	return a.Text == b.Text && common > 0 && 2*common >= max(a.End-a.Start, b.End-b.Start)
}

func scores(all map[string]answers) []Score {
	var out []Score
	for _, name := range slices.Sorted(maps.Keys(all)) {
		out = append(out, score(name, all[name]))
	}
	slices.SortStableFunc(out, func(a, b Score) int { return cmp.Compare(b.N, a.N) })
	return out
}

// score is percent and Cohen's kappa: (observed - by chance) / (1 - by chance).
func score(of string, pairs answers) Score {
	s := Score{Of: of, N: len(pairs)}
	var counts [2]map[string]int
	counts[0], counts[1] = map[string]int{}, map[string]int{}
	for _, p := range pairs {
		if p[0] == p[1] {
			s.Same++
		}
		counts[0][p[0]]++
		counts[1][p[1]]++
	}
	chance := 0 // times N squared, so that it is exact
	for answer, n := range counts[0] {
		chance += n * counts[1][answer]
	}
	if whole := s.N * s.N; chance < whole {
		s.Known, s.Kappa = true, float64(s.Same*s.N-chance)/float64(whole-chance)
	}
	return s
}
