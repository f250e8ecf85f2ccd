package data_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qubi/data/extract"
	"qubi/model"
)

var update = flag.Bool("update", false, "learn the weights of trust/trust.tsv anew")

// sample is a fact as it was read, and whether all its fields are right.
type sample struct {
	report string
	kind   model.Kind
	signs  []string
	right  bool
}

// Confidence means something: learned on the other reports, it tells the right rows
// of a report left out from the wrong ones. -update learns the weights that the
// program uses from all of them.
func TestTrust(t *testing.T) {
	// Rows that earlier rules read wrong teach too; those of pages that no rule was
	// written with also say what confidence is worth on a new report.
	samples, mended, unseen := factSamples(t), rowSamples(t, "mended.tsv"), rowSamples(t, "unseen.tsv")
	all := slices.Concat(samples, mended, unseen)
	if *update {
		if err := os.WriteFile(filepath.Join("trust", "trust.tsv"), []byte(learn(all).file()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var reports []string
	for _, s := range all {
		if !slices.Contains(reports, s.report) {
			reports = append(reports, s.report)
		}
	}
	const parts = 12                 // the reports are left out a part at a time
	learned := map[string]weighing{} // a report -> what those of the other parts teach
	for part := range parts {
		mine := func(s sample) bool { return slices.Index(reports, s.report)%parts == part }
		others := learn(slices.DeleteFunc(slices.Clone(all), mine))
		for i := part; i < len(reports); i += parts {
			learned[reports[i]] = others
		}
	}
	told := func(what string, of []sample) (sum tally) {
		var numbers, names tally
		for _, s := range of {
			p := learned[s.report].of(s.signs)
			sum.add(s, p)
			if s.kind == model.Metric {
				numbers.add(s, p)
			} else {
				names.add(s, p)
			}
		}
		for _, n := range []struct {
			kind string
			tally
		}{{"metrics", numbers}, {"names", names}, {"all", sum}} {
			t.Logf("%s, %s: of %d wrong rows %.2f are below %.1f or flagged, of %d right ones %.2f", what, n.kind, n.rows[0], n.share(0), doubt, n.rows[1], n.share(1))
		}
		t.Logf("confidence -> share right\n%s", sum.table())
		return sum
	}
	told("earlier rules", mended)
	for _, c := range []struct {
		what        string
		of          []sample
		least, most float64
	}{{"hand-read reports", samples, .48, .24}, {"pages no rule was written with", unseen, leastCaught, mostLost}} {
		if got := told(c.what, c.of); got.share(0) < c.least || got.share(1) > c.most {
			t.Errorf("%s: of the wrong rows %.2f are doubted, of the right ones %.2f; they were %.2f and %.2f", c.what, got.share(0), got.share(1), c.least, c.most)
		}
	}
}

// leastCaught and mostLost are the least share of wrong rows that are doubted and the
// largest of right ones, where the rules had not seen the page. Of hand-read reports
// fewer are caught: what the rules still read wrong there looks as if it were right.
const leastCaught, mostLost = .38, .22

// tally counts rows that were wrong [0] and right [1].
type tally struct {
	rows, doubted [2]int
	bands         [10][2]int
}

func (t *tally) add(s sample, p float64) {
	right := 0
	if s.right {
		right = 1
	}
	t.rows[right]++
	t.bands[min(9, int(10*p))][right]++
	if p < doubt || slices.Contains(s.signs, "doubted") {
		t.doubted[right]++
	}
}

func (t *tally) share(right int) float64 {
	return float64(t.doubted[right]) / float64(max(1, t.rows[right]))
}

func (t *tally) table() string {
	var b strings.Builder
	for i, n := range t.bands {
		if n[0]+n[1] > 0 {
			fmt.Fprintf(&b, "  .%d-%.1f  %4d rows  %.2f right\n", i, float64(i+1)/10, n[0]+n[1], float64(n[1])/float64(n[0]+n[1]))
		}
	}
	return b.String()
}

// factSamples are the facts of all hand-read reports with their signs.
func factSamples(t *testing.T) (all []sample) {
	files, err := filepath.Glob(filepath.Join("testdata", "gold", "*", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no hand-read reports: %v", err)
	}
	for _, file := range files {
		rep, gold := readGold(t, file)
		report := filepath.ToSlash(strings.TrimPrefix(file, filepath.Join("testdata", "gold")+string(filepath.Separator)))
		why := map[string][]string{}
		of := func(f *model.Fact) string { return fmt.Sprint(f.Kind, f.Name, f.Place.Quote) }
		extract.Options{Why: func(f *model.Fact, w extract.Why) { why[of(f)] = w.Signs }}.Report(rep.Document)
		for _, r := range gradeReport(rep, gold) {
			if r.fact != nil && why[of(r.fact)] != nil {
				all = append(all, sample{report, r.kind, why[of(r.fact)], len(r.wrong) == 0})
			}
		}
	}
	return all
}

// rowSamples are the rows of a file of testdata: report, kind, right or wrong, signs.
func rowSamples(t *testing.T, file string) (all []sample) {
	raw, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); line[0] != '#' {
			i := slices.IndexFunc(model.Kinds(), func(k model.Kind) bool { return k.String() == fields[1] })
			if i < 0 {
				t.Fatalf("%s: %q is no kind", file, fields[1])
			}
			kind := model.Kinds()[i]
			all = append(all, sample{fields[0], kind, fields[3:], fields[2] == "right"})
		}
	}
	return all
}

// weighing is what learning gives: a weight a sign, and the constant "all".
type weighing map[string]float64

func (w weighing) of(signs []string) float64 {
	sum := w["all"]
	for _, s := range signs {
		sum += w[s]
	}
	return 1 / (1 + math.Exp(-sum))
}

// wrongNumber and wrongName are how much a wrong row weighs in learning, against a
// right one: chosen so that of either one right row in five is doubted.
const wrongNumber, wrongName = .55, 1.15

// learn fits a logistic regression by gradient descent, with a penalty on large
// weights: there are few rows a sign.
func learn(samples []sample) weighing {
	const rounds, rate, momentum, penalty = 1200, .3, .9, .0005
	ids := map[string]int{"all": 0}
	rows := make([][]int, len(samples))
	mass := 0.0
	for i, s := range samples {
		rows[i] = []int{0}
		for _, sign := range s.signs {
			if _, ok := ids[sign]; !ok {
				ids[sign] = len(ids)
			}
			rows[i] = append(rows[i], ids[sign])
		}
		mass += s.counts()
	}
	w, pace := make([]float64, len(ids)), make([]float64, len(ids))
	for range rounds {
		step := make([]float64, len(w))
		for i, s := range samples {
			sum := 0.0
			for _, k := range rows[i] {
				sum += w[k]
			}
			err := 1 / (1 + math.Exp(-sum))
			if s.right {
				err--
			}
			for _, k := range rows[i] {
				step[k] += err * s.counts() / mass
			}
		}
		for k, g := range step {
			if k > 0 { // the constant is free
				g += penalty * w[k]
			}
			pace[k] = momentum*pace[k] - rate*g
			w[k] += pace[k]
		}
	}
	learned := weighing{}
	for sign, k := range ids {
		learned[sign] = w[k]
	}
	return learned
}

func (s sample) counts() float64 {
	switch {
	case s.right:
		return 1
	case s.kind == model.Metric:
		return wrongNumber
	}
	return wrongName
}

// file is the weights as trust.tsv holds them.
func (w weighing) file() string {
	var b strings.Builder
	b.WriteString("# Signs of how a fact was read, with the weight each has for (or against) its\n# being right in every field. Learned from the hand-read reports: go test -run Trust\n# -update ./data\n")
	var signs []string
	for s := range w {
		signs = append(signs, s)
	}
	slices.Sort(signs)
	for _, s := range signs {
		fmt.Fprintf(&b, "%s\t%.2f\n", s, w[s])
	}
	return b.String()
}
