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
	samples, mended := factSamples(t), mendedSamples(t)
	if *update {
		learned := learn(slices.Concat(samples, mended))
		if err := os.WriteFile(filepath.Join("trust", "trust.tsv"), []byte(learned.file()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var reports []string
	for _, s := range samples {
		if !slices.Contains(reports, s.report) {
			reports = append(reports, s.report)
		}
	}
	var all, numbers, names, earlier tally
	for _, left := range reports {
		others := func(s sample) bool { return s.report == left }
		learned := learn(slices.DeleteFunc(slices.Concat(samples, mended), others))
		for _, s := range samples {
			if s.report != left {
				continue
			}
			p := learned.of(s.signs)
			all.add(s, p)
			if s.kind == model.Metric {
				numbers.add(s, p)
			} else {
				names.add(s, p)
			}
		}
		for _, s := range mended {
			if s.report == left {
				earlier.add(s, learned.of(s.signs))
			}
		}
	}
	t.Logf("confidence -> share right, on reports left out\n%s", all.table())
	for _, of := range []struct {
		what string
		tally
	}{{"metrics", numbers}, {"names", names}, {"all", all}} {
		t.Logf("left out, %s: of %d wrong rows %.2f are below %.1f or flagged, of %d right ones %.2f", of.what, of.rows[0], of.share(0), doubt, of.rows[1], of.share(1))
	}
	t.Logf("left out, of the %d wrong rows of earlier rules %.2f are below %.1f or flagged", earlier.rows[0], earlier.share(0), doubt)
	if all.share(0) < leastCaught || all.share(1) > mostLost {
		t.Errorf("of the wrong rows %.2f are doubted, of the right ones %.2f; they were %.2f and %.2f", all.share(0), all.share(1), leastCaught, mostLost)
	}
}

// leastCaught and mostLost are the least share of wrong rows that are doubted and the
// largest of right ones. Where the rules get better what is left is harder to tell.
const leastCaught, mostLost = .40, .205

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

// mendedSamples are rows that earlier rules read wrong. The rules of today were mended
// with these reports at hand; errors on other reports look rather like those.
func mendedSamples(t *testing.T) (all []sample) {
	raw, err := os.ReadFile(filepath.Join("testdata", "mended.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); line[0] != '#' {
			i := slices.IndexFunc(model.Kinds(), func(k model.Kind) bool { return k.String() == fields[1] })
			if i < 0 {
				t.Fatalf("mended.tsv: %q is no kind", fields[1])
			}
			all = append(all, sample{report: fields[0], kind: model.Kinds()[i], signs: fields[2:]})
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
const wrongNumber, wrongName = .5, 1.2

// learn fits a logistic regression by gradient descent, with a penalty on large
// weights: there are few rows a sign.
func learn(samples []sample) weighing {
	const rounds, rate, penalty = 400, 1, .003
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
	w := make([]float64, len(ids))
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
			w[k] -= rate * g
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
