package data_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qubi/model"
)

// TestEffect prints what a change of words or rules does to the facts of all hand-read
// reports: those added, lost and altered since testdata/effect.tsv, rule by rule. It
// fails on none of them, since only the accuracy tells whether they are for the
// better; -update takes them as the new state.
func TestEffect(t *testing.T) {
	file := filepath.Join("testdata", "effect.tsv")
	now := effectLines(t)
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	by := map[string][]string{}
	counts := [3]int{}
	for _, c := range changes(before, now) {
		counts[c.kind]++
		by[c.rule] = append(by[c.rule], c.text)
	}
	t.Logf("%d facts: %d added, %d lost, %d altered", len(now), counts[added], counts[lost], counts[altered])
	for _, rule := range slices.Sorted(maps.Keys(by)) {
		t.Logf("%s\n  %s", rule, strings.Join(by[rule], "\n  "))
	}
}

// effectLines are the facts of the hand-read reports, one a line: what tells a fact
// from others, a tab, its rule, a tab, the fields that a change may alter.
func effectLines(t *testing.T) (all []string) {
	files, err := filepath.Glob(filepath.Join("testdata", "gold", "*", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no hand-read reports: %v", err)
	}
	for _, file := range files {
		rep, _ := readGold(t, file)
		for _, f := range rep.Facts {
			id := fmt.Sprintf("%s:%d %s ", strings.TrimSuffix(filepath.Base(file), ".json"), f.Line(), f.Kind)
			fields := fmt.Sprintf("%s | %s", f.Stage, f.Group+f.Tier)
			if f.Kind == model.Metric {
				q := f.Quantity
				id += q.Value.String() + q.Unit
				fields = fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s", f.Name, q.Bound, f.Period, f.Stage, f.Change, f.Rank, f.Owner)
			} else {
				id += f.Name
			}
			all = append(all, strings.ReplaceAll(id, "\n", "")+"\t"+f.Rule+"\t"+strings.ReplaceAll(fields, "\n", ""))
		}
	}
	return all
}

// The kinds of a change.
const (
	added = iota
	lost
	altered
)

// change is what became of one fact, under the rule that reads it now, or did.
type change struct {
	kind       int
	rule, text string
}

// changes pairs the lines of two states. Of facts that nothing but their fields tells
// apart, the equal ones are paired first.
func changes(before, now []string) (all []change) {
	old := map[string][]string{}
	for _, line := range before {
		id, rest, _ := strings.Cut(line, "\t")
		old[id] = append(old[id], rest)
	}
	var unpaired []string
	for _, line := range now {
		id, rest, _ := strings.Cut(line, "\t")
		if i := slices.Index(old[id], rest); i >= 0 {
			old[id] = slices.Delete(old[id], i, i+1)
		} else {
			unpaired = append(unpaired, line)
		}
	}
	for _, line := range unpaired {
		id, rest, _ := strings.Cut(line, "\t")
		rule, fields, _ := strings.Cut(rest, "\t")
		if len(old[id]) == 0 {
			all = append(all, change{added, rule, "+ " + id + " " + fields})
			continue
		}
		was := old[id][0]
		old[id] = old[id][1:]
		all = append(all, change{altered, rule, "~ " + id + " " + strings.Replace(was, "\t", " ", 1) + "  ->  " + rule + " " + fields})
	}
	for _, id := range slices.Sorted(maps.Keys(old)) {
		for _, rest := range old[id] {
			rule, fields, _ := strings.Cut(rest, "\t")
			all = append(all, change{lost, rule, "- " + id + " " + fields})
		}
	}
	return all
}

// What became of a fact is told by the number or the name that it keeps.
func TestChangesArePaired(t *testing.T) {
	before := []string{"a:1 metric 5个\tmetric.level\t学校", "a:1 metric 5个\tmetric.level\t医院", "a:2 park 甲园\tpark.head\t"}
	now := []string{"a:1 metric 5个\tmetric.level\t医院", "a:1 metric 5个\tmetric.rank\t小学", "a:3 project 乙路\tproject.head\tdone"}
	var got []string
	for _, c := range changes(before, now) {
		got = append(got, c.text)
	}
	want := []string{"~ a:1 metric 5个 metric.level 学校  ->  metric.rank 小学", "+ a:3 project 乙路 done", "- a:2 park 甲园 "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
