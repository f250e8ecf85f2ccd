package mirror

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/model"
	"qubi/model/pinyin"
)

// mirrorMaker damages text as a mirror does, byte by byte and in the mirror's
// own order; it shares nothing with the simulation that the search uses.
type mirrorMaker struct {
	list []rune // annotated characters, in the order of their replacement
	cuts []int  // indices into cuts, in order
	lone string
}

// reverse is a traditional character of each simplified one.
var reverse = sync.OnceValue(func() map[rune]rune {
	all := map[rune]rune{}
	for t := rune(0x3400); t <= 0x9FFF; t++ {
		s := script.Simplified().Char(t)
		if _, taken := all[s]; !taken && s != t && gbk().pair[uint16(t)] != 0 && script.Simplified().Char(s) == s {
			all[s] = t
		}
	}
	return all
})

// traditional is simplified text as a mirror converts it.
func traditional(text string) string {
	wide := func(r rune) rune {
		if strings.ContainsRune(",;:?!()", r) {
			return r + 0xFEE0
		}
		if t, ok := reverse()[r]; ok && script.Simplified().Only(r) {
			return t
		}
		return r
	}
	return strings.Map(wide, text)
}

// newMirror draws a mirror: n characters of those the text holds.
func newMirror(text string, n int, rnd *rand.Rand) mirrorMaker {
	var all []rune
	for _, r := range text {
		if script.Simplified().Char(r) != r && len(pinyin.Toned(r)) > 0 && !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	m := mirrorMaker{list: all[:min(n, len(all))], lone: "?"}
	for k := range cuts {
		if rnd.IntN(2) == 0 {
			m.cuts = append(m.cuts, k)
		}
	}
	return m
}

// damage gives the line as the mirror shows it. Symbols of 256 and more are
// brackets, -1 is where a piece ends, less than that a mark.
func (m mirrorMaker) damage(line string) string {
	b, ok := encode(line)
	if !ok {
		return ""
	}
	var syms []int
	for _, c := range b {
		syms = append(syms, int(c))
	}
	for i, r := range m.list {
		lead, trail, ok := gbk().encode(r)
		if ok {
			syms = replace(syms, int(lead), int(trail), []int{int(lead), int(trail), 256 + i})
		}
	}
	for _, k := range m.cuts {
		syms = replace(syms, int(cuts[k].lead), int(cuts[k].trail), []int{-1 - k})
	}
	return m.show(syms)
}

func replace(syms []int, a, b int, with []int) []int {
	out := make([]int, 0, len(syms)+len(with))
	for i := 0; i < len(syms); i++ {
		if i+1 < len(syms) && syms[i] == a && syms[i+1] == b {
			out = append(out, with...)
			i++
			continue
		}
		out = append(out, syms[i])
	}
	return out
}

// show reads the symbols as the mirror's decoder does.
func (m mirrorMaker) show(syms []int) string {
	var out strings.Builder
	for i := 0; i < len(syms); i++ {
		s := syms[i]
		switch {
		case s < 0:
			out.WriteRune(fold([]rune("！？；。")[-1-s]))
		case s >= 256:
			out.WriteString("(" + pinyin.Toned(m.list[s-256])[0] + ")")
		case s < 0x80:
			out.WriteByte(byte(s))
		case i+1 == len(syms) || syms[i+1] < 0:
			out.WriteString(m.lone)
		case syms[i+1] >= 256:
			out.WriteString("?" + pinyin.Toned(m.list[syms[i+1]-256])[0] + ")")
			i++
		case syms[i+1] < 0x40:
			out.WriteByte('?')
			i++
		default:
			if r := gbk().decode(byte(s), byte(syms[i+1])); r != 0 {
				out.WriteRune(fold(r))
			} else if s == noLead {
				out.WriteByte('?')
			}
			i++
		}
	}
	return out.String()
}

// cleanLines is the clean text of undamaged reports, paragraph by paragraph, as
// far as GBK can write it; headings are left out, since short lines may be
// joined or taken for furniture.
func cleanLines(t testing.TB, glob string) []string {
	files, _ := filepath.Glob(glob)
	var lines []string
	for _, file := range files {
		for line := range strings.SplitSeq(read(t, file), "\n") {
			line = strings.Join(strings.Fields(line), " ")
			if _, ok := encode(line); ok && strings.HasSuffix(line, "。") {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// Mirrors that annotate other characters and cut at other marks are undone too:
// what the cleaner calls proved is right, most damage is, and hardly any is left without a
// mark. The second set is
// of reports that the language table was not made from.
func TestRestoresOtherMirrors(t *testing.T) {
	for _, set := range []struct {
		name, files string
		lone        string
		exact       int // of a hundred damaged lines, at least
		wrong       int // without a mark, at most
	}{
		{"built-in", "../../reports/00[0-3]*.txt", "?", 85, 0},
		{"unseen", "../../testdata/gold/told/*.txt", "?", 70, 2},
		{"unseen, lone bytes dropped", "../../testdata/gold/told/*.txt", "", 54, 2},
	} {
		t.Run(set.name, func(t *testing.T) {
			lines := cleanLines(t, set.files)
			if len(lines) == 0 {
				t.Fatal("no reports in " + set.files)
			}
			var n tally
			for seed := range uint64(8) {
				n.add(t, lines, set.lone, rand.New(rand.NewPCG(seed, 1)))
			}
			t.Logf("%d damaged lines: %d exact, %d wrong without a mark, %d wrong and marked", n.damaged, n.exact, n.wrong, n.marked)
			if n.wrong*100 > n.damaged*set.wrong || n.exact*100 < n.damaged*set.exact {
				t.Error("too few exact or too many wrong without a mark")
			}
		})
	}
}

// restored is a page as simplified text, what was repaired and the way back.
func restored(page string) (string, []Repair, model.Offsets) {
	m, ok := Find(page)
	if !ok {
		return page, nil, nil
	}
	edits, repairs := m.Restore()
	p := piece.Piece{Text: page}.Apply(edits)
	p = p.Apply(script.Simplify(p.Text))
	return p.Text, repairs, p.From
}

// read is a file's text.
func read(t testing.TB, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// tally counts what became of damaged lines.
type tally struct{ damaged, exact, wrong, marked int }

// add damages the lines as one mirror would and counts how they come back.
func (n *tally) add(t *testing.T, lines []string, lone string, rnd *rand.Rand) {
	trad := make([]string, len(lines))
	for i, line := range lines {
		trad[i] = traditional(line)
	}
	m := newMirror(strings.Join(trad, ""), 230, rnd)
	m.lone = lone
	shown := make([]string, len(lines))
	for i := range trad {
		shown[i] = m.damage(trad[i])
	}
	text, repairs, from := restored(strings.Join(shown, "\n"))
	out := strings.Split(text, "\n")
	if len(out) != len(lines) {
		t.Fatalf("%d lines, want %d", len(out), len(lines))
	}
	at := 0
	for i, line := range lines {
		want := strings.Map(fold, line)
		hurt, sure := false, true
		for _, r := range repairs {
			if start := from.Derived(r.Start); start >= at && start <= at+len(out[i]) {
				hurt, sure = true, sure && r.Proved
			}
		}
		at += len(out[i]) + 1
		same := strings.ReplaceAll(out[i], " ", "") == strings.ReplaceAll(want, " ", "")
		if same && !hurt {
			continue
		}
		n.damaged++
		switch {
		case same:
			n.exact++
		case sure:
			n.wrong++
			t.Logf("wrong:\n%s", firstDifference(out[i], want))
		default:
			n.marked++
			t.Logf("marked:\n%s", firstDifference(out[i], want))
		}
	}
}

// firstDifference shows two texts around where they part.
func firstDifference(a, b string) string {
	ra, rb := []rune(a), []rune(b)
	i := 0
	for i < len(ra) && i < len(rb) && ra[i] == rb[i] {
		i++
	}
	cut := func(r []rune) string { return string(r[max(0, i-6):min(len(r), i+14)]) }
	return "  got  " + cut(ra) + "\n  want " + cut(rb)
}
