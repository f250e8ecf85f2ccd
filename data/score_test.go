package data_test

import (
	"fmt"
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"qubi/model"
)

// The rules by which found facts are held against hand-read ones. A metric is
// found when value (in the base unit), unit and place agree; its fields are
// then counted apart. Facts marked optional count neither way.

type tally3 struct{ hit, miss, extra int }

type score struct {
	kind   map[string]tally3
	fields map[string][2]int // right, all
	errors []string
}

func grade(rep *model.Report, g handRead) score {
	s := score{map[string]tally3{}, map[string][2]int{}, nil}
	s.metrics(rep, g.Metrics)
	s.names(rep, "cluster", model.Cluster, g.Clusters, nil)
	s.names(rep, "park", model.Park, g.Parks, g.Projects)
	s.names(rep, "project", model.Project, g.Projects, g.Parks)
	return s
}

func (s *score) count(field string, ok bool) {
	f := s.fields[field]
	if ok {
		f[0]++
	}
	f[1]++
	s.fields[field] = f
}

func (s *score) metrics(rep *model.Report, gold []handFact) {
	var pred []*model.Fact
	for _, f := range rep.Facts {
		if f.Kind == model.Metric {
			pred = append(pred, f)
		}
	}
	used := map[int]bool{}
	var t tally3
	for _, g := range optionalLast(gold) {
		best, named := s.match(rep, pred, used, g)
		switch {
		case best < 0 && !g.Optional:
			t.miss++
			s.errors = append(s.errors, fmt.Sprintf("missed %v %v%s | %s", g.Indicator, g.Value, g.Unit, g.Quote))
		case best >= 0:
			used[best] = true
			if !g.Optional {
				t.hit++
				s.field(rep, pred[best], g, named)
			}
		}
	}
	for i, f := range pred {
		if !used[i] {
			t.extra++
			s.errors = append(s.errors, fmt.Sprintf("extra %s %v%s | %s", f.Name, f.Quantity.Value, f.Quantity.Unit, rep.Quote(f.Place.Quote)))
		}
	}
	s.kind["metric"] = t
}

// match is the unused fact that states g, best one with its name right.
func (s *score) match(rep *model.Report, pred []*model.Fact, used map[int]bool, g handFact) (best int, named bool) {
	best = -1
	want := [][2]any{{g.Value, g.Unit}}
	for _, a := range g.Alt {
		switch a := a.(type) {
		case []any:
			want = append(want, [2]any{a[0], a[1]})
		case map[string]any:
			want = append(want, [2]any{a["value"], a["unit"]})
		}
	}
	for i, f := range pred {
		if used[i] || !f.HasValue || !sameValue(f, want) || !samePlace(rep, f, g) {
			continue
		}
		ok := false
		for _, a := range append([]string{g.Indicator}, g.Accept...) {
			ok = ok || scoreInside(f.Name, a)
		}
		if best < 0 || ok && !named {
			best, named = i, ok
		}
	}
	return best, named
}

func (s *score) field(rep *model.Report, f *model.Fact, g handFact, named bool) {
	wrong := func(field string, got, want any) {
		s.errors = append(s.errors, fmt.Sprintf("%s is %v, not %v | %s %v%s | %s", field, got, want, f.Name, g.Value, g.Unit, g.Quote))
	}
	check := func(field string, ok bool, got, want any) {
		if s.count(field, ok); !ok {
			wrong(field, got, want)
		}
	}
	check("name", named, f.Name, g.Accept)
	check("stage", string(f.Stage) == g.Stage, f.Stage, g.Stage)
	check("bound", bound(string(f.Quantity.Bound)) == bound(g.Bound), f.Quantity.Bound, g.Bound)
	if g.Period != "" {
		check("period", scoreInside(f.Period.Label, g.Period), f.Period.Label, g.Period)
	} else if f.Period.Label != "" {
		s.errors = append(s.errors, fmt.Sprintf("period is %s, none given | %s", f.Period.Label, g.Quote))
	}
	if g.Change != "" {
		check("change", fold(f.Change) == fold(g.Change) || notDigit.ReplaceAllString(f.Change, "") == notDigit.ReplaceAllString(g.Change, ""), f.Change, g.Change)
	} else if f.Change != "" {
		s.errors = append(s.errors, fmt.Sprintf("change is %s, none given | %s", f.Change, g.Quote))
	}
	if g.Rank != "" {
		check("rank", f.Rank != "" && (scoreInside(f.Rank, g.Rank) || shareNumber(f.Rank, g.Rank)), f.Rank, g.Rank)
	}
	if g.Theme != "" {
		ok := false
		for _, t := range f.Themes {
			ok = ok || t.String() == g.Theme
		}
		s.count("theme", ok)
	}
}

func bound(b string) string {
	if b == "" {
		return "="
	}
	return strings.ReplaceAll(b, ">=", ">")
}

var notDigit, ordinals, folds = regexp.MustCompile(`[^\d.]`), regexp.MustCompile(`\d+|一|二|三`), regexp.MustCompile(`[\s“”"'‘’「」『』《》()、,·・]`)

func shareNumber(a, b string) bool {
	for _, x := range ordinals.FindAllString(a, -1) {
		for _, y := range ordinals.FindAllString(b, -1) {
			if x == y {
				return true
			}
		}
	}
	return false
}

func fold(s string) string {
	return strings.ToLower(folds.ReplaceAllString(norm.NFKC.String(s), ""))
}

func scoreInside(a, b string) bool {
	a, b = fold(a), fold(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func near(a, b string) bool {
	x, y := len([]rune(fold(a))), len([]rune(fold(b)))
	return fold(a) == fold(b) && x > 0 || scoreInside(a, b) && float64(min(x, y))/float64(max(x, y)) >= .6
}

var scales = []struct {
	word string
	size float64
}{{"万亿", 1e12}, {"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"亿", 1e8}, {"万", 1e4}, {"千", 1e3}, {"百", 100}}

func baseValue(v float64, u string) (float64, string) {
	u = strings.NewReplacer("元人民币", "元", "m2", "平方米", "㎡", "平方米", "km2", "平方公里").Replace(fold(u))
	for _, sc := range scales {
		if rest, ok := strings.CutPrefix(u, sc.word); ok {
			return v * sc.size, rest
		}
	}
	return v, u
}

const classifiers = " 个 家 项 处 所 条 座 名 人 户 例 张 次 位 部 支 只 件 辆 台 间 幢 栋 套 宗 批 类 种 口 株 棵 盏 对 期 场 门 项目 "

func sameUnit(a, b string) bool {
	money := func(u string) bool { return u == "" || u == "元" }
	return a == b || money(a) && money(b) || strings.Contains(classifiers, " "+a+" ") && strings.Contains(classifiers, " "+b+" ") ||
		b != "" && strings.HasSuffix(a, b) || a != "" && strings.HasSuffix(b, a)
}

func sameValue(f *model.Fact, want [][2]any) bool {
	pv, pu := baseValue(f.Quantity.Value.Float(), f.Quantity.Unit)
	for _, w := range want {
		v, err := strconv.ParseFloat(strings.TrimSuffix(strings.ReplaceAll(fmt.Sprint(w[0]), ",", ""), "%"), 64)
		unit, _ := w[1].(string)
		gv, gu := baseValue(v, unit)
		if err == nil && math.Abs(pv-gv) <= 1e-6*max(1, math.Abs(gv)) && sameUnit(pu, gu) {
			return true
		}
	}
	return false
}

func samePlace(rep *model.Report, f *model.Fact, g handFact) bool {
	pq := fold(rep.Quote(f.Place.Quote)) + "|" + fold(rep.Quote(f.Place.Sentence))
	for _, quote := range append([]string{g.Quote}, g.Also...) {
		q := fold(quote)
		if q != "" && strings.Contains(pq, q) {
			return true
		}
		for _, x := range strings.Split(pq, "|") {
			if len([]rune(x)) >= 4 && strings.Contains(q, x) {
				return true
			}
		}
		r := []rune(q)
		n, in := 0, 0
		for i := range max(1, len(r)-2) {
			n++
			if strings.Contains(pq, string(r[i:min(i+3, len(r))])) {
				in++
			}
		}
		if q != "" && float64(in)/float64(n) >= .6 {
			return true
		}
	}
	return false
}

func optionalLast(gold []handFact) []handFact {
	sorted := append([]handFact(nil), gold...)
	sort.SliceStable(sorted, func(i, j int) bool { return !sorted[i].Optional && sorted[j].Optional })
	return sorted
}

func (s *score) names(rep *model.Report, label string, kind model.Kind, gold, other []handFact) {
	var pred []*model.Fact
	for _, f := range rep.Facts {
		if f.Kind == kind {
			pred = append(pred, f)
		}
	}
	used := map[int]bool{}
	var t tally3
	for _, g := range optionalLast(gold) {
		found := false
		for i, f := range pred {
			if !used[i] && nearAny(f.Name, g) {
				used[i], found = true, true
			}
		}
		switch {
		case found && !g.Optional:
			t.hit++
		case !found && !g.Optional:
			t.miss++
		}
	}
	seen := map[string]bool{}
	for i, f := range pred {
		k := fold(f.Name)
		if used[i] || seen[k] {
			continue
		}
		seen[k] = true
		elsewhere := false
		for _, o := range other {
			elsewhere = elsewhere || nearAny(f.Name, o)
		}
		if !elsewhere {
			t.extra++
		}
	}
	s.kind[label] = t
}

func nearAny(name string, g handFact) bool {
	for _, n := range append([]string{g.Name}, g.Alias...) {
		if near(name, n) {
			return true
		}
	}
	return false
}

func (s *score) add(o score) {
	if s.kind == nil {
		s.kind, s.fields = map[string]tally3{}, map[string][2]int{}
	}
	for k, t := range o.kind {
		u := s.kind[k]
		s.kind[k] = tally3{u.hit + t.hit, u.miss + t.miss, u.extra + t.extra}
	}
	for k, f := range o.fields {
		u := s.fields[k]
		s.fields[k] = [2]int{u[0] + f[0], u[1] + f[1]}
	}
}

func (t tally3) prf() (p, r, f float64) {
	p, r = 1, 1
	if t.hit+t.extra > 0 {
		p = float64(t.hit) / float64(t.hit+t.extra)
	}
	if t.hit+t.miss > 0 {
		r = float64(t.hit) / float64(t.hit+t.miss)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return
}

func (s *score) kinds() string {
	var parts []string
	for _, k := range []string{"metric", "cluster", "park", "project"} {
		t := s.kind[k]
		p, r, f := t.prf()
		parts = append(parts, fmt.Sprintf("%s P%.3f R%.3f F%.3f (%d/%d+%d)", k, p, r, f, t.hit, t.hit+t.miss, t.extra))
	}
	return strings.Join(parts, " | ")
}

func (s *score) fieldLine() string {
	var parts []string
	for _, k := range []string{"name", "stage", "bound", "period", "change", "rank", "theme"} {
		f := s.fields[k]
		parts = append(parts, fmt.Sprintf("%s %d/%d=%.3f", k, f[0], f[1], float64(f[0])/float64(max(1, f[1]))))
	}
	return strings.Join(parts, " ")
}

// figure is one number by its name: metric.P, cluster.F, name, period …
func (s *score) figure(what string) float64 {
	kind, part, _ := strings.Cut(what, ".")
	if t, ok := s.kind[kind]; ok {
		p, r, f := t.prf()
		return map[string]float64{"P": p, "R": r, "F": f}[part]
	}
	f := s.fields[what]
	return float64(f[0]) / float64(max(1, f[1]))
}
