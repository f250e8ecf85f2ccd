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

var update = flag.Bool("update", false, "learn the weights of extract/trust.tsv anew")

// sample is a fact as it was read, and whether all its fields are right.
type sample struct {
	report string
	signs  []string
	right  bool
}

// Confidence means something: learned on the other reports, it tells the right rows
// of a report left out from the wrong ones. -update learns the weights that the
// program uses from all of them.
func TestTrust(t *testing.T) {
	samples := factSamples(t)
	if *update {
		learned := learn(samples)
		if err := os.WriteFile(filepath.Join("extract", "trust.tsv"), []byte(learned.file()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var reports []string
	for _, s := range samples {
		if !slices.Contains(reports, s.report) {
			reports = append(reports, s.report)
		}
	}
	var bands [10][2]int // wrong, right
	doubtedWrong, wrong, doubtedRight, right := 0, 0, 0, 0
	for _, left := range reports {
		learned := learn(slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return s.report == left }))
		for _, s := range samples {
			if s.report != left {
				continue
			}
			p := learned.of(s.signs)
			band := &bands[min(9, int(10*p))]
			if s.right {
				band[1]++
				right++
				if p < doubt {
					doubtedRight++
				}
			} else {
				band[0]++
				wrong++
				if p < doubt {
					doubtedWrong++
				}
			}
		}
	}
	for i, b := range bands {
		if n := b[0] + b[1]; n > 0 {
			t.Logf(".%d-%.1f  %4d rows  %.2f right", i, float64(i+1)/10, n, float64(b[1])/float64(n))
		}
	}
	caught, lost := float64(doubtedWrong)/float64(wrong), float64(doubtedRight)/float64(right)
	t.Logf("left out: of %d wrong rows %.2f are below %.1f, of %d right ones %.2f", wrong, caught, doubt, right, lost)
	if caught < 1.3*lost {
		t.Errorf("the signs tell right from wrong no better than chance: %.2f against %.2f", caught, lost)
	}
}

// factSamples are the facts of all hand-read reports with their signs.
func factSamples(t *testing.T) (all []sample) {
	files, err := filepath.Glob(filepath.Join("testdata", "gold", "*", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no hand-read reports: %v", err)
	}
	for _, file := range files {
		rep, gold := readGold(t, file)
		if len(gold.Metrics) == 0 {
			continue // names alone were entered
		}
		why := map[string][]string{}
		of := func(f *model.Fact) string { return fmt.Sprint(f.Kind, f.Name, f.Place.Quote) }
		extract.Options{Why: func(f *model.Fact, w extract.Why) { why[of(f)] = w.Signs }}.Report(rep.Document)
		for _, r := range gradeReport(rep, gold) {
			if r.fact != nil && why[of(r.fact)] != nil {
				all = append(all, sample{file, why[of(r.fact)], len(r.wrong) == 0})
			}
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

// learn fits a logistic regression by gradient descent, with a penalty on large
// weights: there are few rows a sign.
func learn(samples []sample) weighing {
	const rounds, rate, penalty = 500, 1, .004
	w := weighing{}
	for range rounds {
		step := weighing{}
		for _, s := range samples {
			err := w.of(s.signs)
			if s.right {
				err--
			}
			step["all"] += err
			for _, sign := range s.signs {
				step[sign] += err
			}
		}
		for sign, g := range step {
			pull := penalty * w[sign]
			if sign == "all" {
				pull = 0
			}
			w[sign] -= rate * (g/float64(len(samples)) + pull)
		}
	}
	return w
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
