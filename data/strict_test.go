package data_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"qubi/data"
	"qubi/model"
)

// The accuracy gate. A row is a hand-read fact (optional ones left out) or a
// fact that no reader entered; it is right only when every field is right, since
// a researcher signs rows. testdata/gold holds the facts a careful reader
// entered: of the five built-in reports, and of reports of other districts told
// again in the project's own words.

// handRead is a report's facts as a reader entered them.
type handRead struct {
	Report                             struct{ District, Published, Covers string }
	Metrics, Clusters, Parks, Projects []handFact
}

// handFact is one of them; its fields are the keys of the facts format.
type handFact struct {
	Indicator, Name, Unit, Bound, Period, Change, Rank, Stage, Tier, Group, Quote string

	Value, Amount       any
	Accept, Alias, Also []string
	Alt                 []any
	Optional            bool
}

// row is a hand-read fact and what the program made of it; one of them is nil
// where the other stands alone. wrong names the fields that differ.
type row struct {
	gold  *handFact
	fact  *model.Fact
	kind  model.Kind
	wrong []string
}

// String tells a wrong row.
func (r row) String() string {
	s := r.kind.String() + " " + strings.Join(r.wrong, ",")
	if g := r.gold; g != nil {
		s += fmt.Sprintf(" | read %s%s %v%s %s%s %s %s %s%s", g.Indicator, g.Name, g.Value, g.Unit, g.Bound, g.Period, g.Stage, g.Change, g.Rank, g.Tier)
	}
	if f := r.fact; f != nil {
		s += fmt.Sprintf(" | found %s %v%s %s%s %s %s %s%s %.2f", f.Name, f.Quantity.Value, f.Quantity.Unit, f.Quantity.Bound, f.Period.Label, f.Stage, f.Change, f.Rank, f.Tier, f.Confidence)
	}
	return s
}

// goldSets are the folders of testdata/gold with the floors of their shares of
// right rows. Floors only rise.
var goldSets = []struct {
	name           string
	metrics, names float64
}{
	{"builtin", .96, .93},
	{"retold", .95, .88},
	{"told", 0, .909},      // names only
	{"written", .95, 0},    // numbers only
	{"harder", .73, .83},   // told in other orders and forms
	{"ordinary", .94, .98}, // work reports, communiques, parks, plans and news in their usual words
	{"pages", .955, .91},   // likewise, as first met in 2026: a plan's outline, zones park by park, rolls of projects
}

// TestAccuracy measures the facts against the hand-read ones and fails below
// what was reached before. -v prints every wrong row.
func TestAccuracy(t *testing.T) {
	var all []row
	for _, set := range goldSets {
		files, err := filepath.Glob(filepath.Join("testdata", "gold", set.name, "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no hand-read facts in %s: %v", set.name, err)
		}
		var rows []row
		for _, file := range files {
			rep, gold := readGold(t, file)
			if gold.Report.District != "" && !strings.HasPrefix(rep.Head.District+rep.Head.City, gold.Report.District[:min(6, len(gold.Report.District))]) {
				t.Logf("%s: district %q, read as %q", file, gold.Report.District, rep.Head.District)
			}
			found := gradeReport(rep, gold)
			rows = append(rows, found...)
			for _, r := range found {
				if len(r.wrong) > 0 {
					t.Log(strings.TrimSuffix(filepath.Base(file), ".json"), r)
				}
			}
		}
		metrics, names := shareRight(rows, true), shareRight(rows, false)
		t.Logf("%s: rows right in every field: metrics %.3f, names %.3f; of the wrong rows %.2f are doubted, of the right ones %.2f", set.name, metrics, names, doubted(rows, false), doubted(rows, true))
		if metrics < set.metrics || names < set.names {
			t.Errorf("%s: metrics %.3f, names %.3f; they were %.3f and %.3f", set.name, metrics, names, set.metrics, set.names)
		}
		all = append(all, rows...)
	}
	t.Log("confidence -> share right\n" + calibration(all))
}

// readGold reads a file of hand-read facts and the report it tells of.
func readGold(t testing.TB, file string) (*model.Report, handRead) {
	t.Helper()
	var g handRead
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	id := strings.TrimSuffix(file, ".json")
	text := id + ".txt"
	if built, _ := filepath.Glob(filepath.Join("reports", filepath.Base(id)+"_*.txt")); len(built) == 1 {
		text = built[0]
	}
	body, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	rep, _ := data.Read(filepath.Base(text), body) // a missing district is no matter here
	model.NewCorpus([]*model.Report{rep})          // its facts know it from here on
	return rep, g
}

func gradeReport(rep *model.Report, g handRead) []row {
	by := map[model.Kind][]*model.Fact{}
	for _, f := range rep.Facts {
		by[f.Kind] = append(by[f.Kind], f)
	}
	var rows []row
	if len(g.Metrics) > 0 { // of some reports names alone were entered
		rows = gradeMetrics(by[model.Metric], g.Metrics, g.Report.Covers)
	}
	if len(g.Clusters)+len(g.Parks)+len(g.Projects) == 0 { // and of some the numbers
		return rows
	}
	rows = append(rows, gradeNames(model.Cluster, by[model.Cluster], g.Clusters, nil)...)
	rows = append(rows, gradeNames(model.Park, by[model.Park], g.Parks, g.Projects)...)
	return append(rows, gradeNames(model.Project, by[model.Project], g.Projects, g.Parks)...)
}

// gradeMetrics pairs each hand-read number with the unused fact of the same value
// and place, best one with its name right, and holds their fields together.
func gradeMetrics(pred []*model.Fact, gold []handFact, covers string) (rows []row) {
	used := map[*model.Fact]bool{}
	for _, g := range optionalLast(gold) {
		var best *model.Fact
		score := -1
		for _, f := range pred {
			if used[f] || !f.HasValue || !sameValue(f, g) || !samePlace(f, g) {
				continue
			}
			s := 0
			if sameIndicator(f.Name, g) {
				s = 2
			}
			for _, a := range append([]string{g.Indicator}, g.Accept...) {
				if either(fold(f.Name), fold(a)) {
					s |= 1
				}
			}
			if s > score {
				best, score = f, s
			}
		}
		if best != nil {
			used[best] = true
		}
		switch {
		case g.Optional:
		case best == nil:
			rows = append(rows, row{&g, nil, model.Metric, []string{"missed"}})
		default:
			rows = append(rows, row{&g, best, model.Metric, metricFaults(best, g, covers)})
		}
	}
	return append(rows, extras(model.Metric, pred, used)...)
}

func metricFaults(f *model.Fact, g handFact, covers string) (wrong []string) {
	fault := func(field string, right bool) {
		if !right {
			wrong = append(wrong, field)
		}
	}
	fault("name", sameIndicator(f.Name, g))
	fault("bound", plainBound(string(f.Quantity.Bound)) == plainBound(g.Bound))
	fault("period", samePeriod(f.Period.Label, g.Period, covers))
	fault("stage", g.Stage == "" || string(f.Stage) == g.Stage)
	fault("change", plainChange(f.Change) == plainChange(g.Change))
	fault("rank", g.Unit == "名" || g.Unit == "位" || plainRank(f.Rank) == plainRank(g.Rank))
	return wrong
}

// gradeNames pairs names; a park told as a project is wrong on both sides, but
// is told once.
func gradeNames(kind model.Kind, pred []*model.Fact, gold, other []handFact) (rows []row) {
	used := map[*model.Fact]bool{}
	for _, g := range optionalLast(gold) {
		var near, exact []*model.Fact
		for _, f := range pred {
			switch {
			case used[f]:
			case sameName(f.Name, g):
				exact = append(exact, f)
				near = append(near, f)
			case nearName(f.Name, g):
				near = append(near, f)
			}
		}
		switch {
		case len(near) == 0:
			if !g.Optional {
				rows = append(rows, row{&g, nil, kind, []string{"missed"}})
			}
			continue
		case g.Optional:
			exact = near
		case len(exact) == 0:
			exact = near[:1]
		}
		for _, f := range exact {
			used[f] = true
		}
		if !g.Optional {
			rows = append(rows, row{&g, exact[0], kind, nameFaults(exact[0], g)})
		}
	}
	seen := map[string]bool{}
	for _, r := range extras(kind, pred, used) {
		name, told := fold(r.fact.Name), false
		for _, o := range other {
			told = told || sameName(r.fact.Name, o) || o.Optional && nearName(r.fact.Name, o)
		}
		if !seen[name] && !told {
			rows = append(rows, r)
		}
		seen[name] = true
	}
	return rows
}

func nameFaults(f *model.Fact, g handFact) (wrong []string) {
	fault := func(field string, right bool) {
		if !right {
			wrong = append(wrong, field)
		}
	}
	fault("name", sameName(f.Name, g))
	fault("stage", g.Stage == "" || string(f.Stage) == g.Stage)
	fault("tier", g.Tier == "" || f.Tier == g.Tier)
	fault("group", g.Group == "" || fold(f.Group) == fold(g.Group))
	if amount, err := strconv.ParseFloat(digits.FindString(fmt.Sprint(g.Amount)), 64); err == nil {
		fault("amount", f.HasValue && math.Abs(number(f)-amount) < 1e-6)
	}
	return wrong
}

func extras(kind model.Kind, pred []*model.Fact, used map[*model.Fact]bool) (rows []row) {
	for _, f := range pred {
		if !used[f] {
			rows = append(rows, row{nil, f, kind, []string{"extra"}})
		}
	}
	return rows
}

func optionalLast(gold []handFact) []handFact {
	sorted := append([]handFact(nil), gold...)
	sort.SliceStable(sorted, func(i, j int) bool { return !sorted[i].Optional && sorted[j].Optional })
	return sorted
}

// shareRight is the share of right rows among metrics, or among names.
func shareRight(rows []row, metrics bool) float64 {
	right, all := 0, 0
	for _, r := range rows {
		if (r.kind == model.Metric) == metrics {
			if all++; len(r.wrong) == 0 {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, all))
}

// doubt is the confidence below which a fact is doubted.
const doubt = .8

// doubted is the share of facts among right, or wrong, rows that carry a flag or
// a low confidence.
func doubted(rows []row, right bool) float64 {
	n, all := 0, 0
	for _, r := range rows {
		if r.fact != nil && (len(r.wrong) == 0) == right {
			if all++; r.fact.Confidence < doubt || len(r.fact.Flags) > 0 {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, all))
}

// calibration is the table of confidence bands and the shares right in them.
func calibration(rows []row) string {
	var right, all [10]int
	for _, r := range rows {
		if r.fact == nil {
			continue
		}
		band := min(9, int(r.fact.Confidence*10))
		if all[band]++; len(r.wrong) == 0 {
			right[band]++
		}
	}
	var b strings.Builder
	for i := range all {
		if all[i] > 0 {
			fmt.Fprintf(&b, "  .%d-%.1f  %4d rows  %.2f right\n", i, float64(i+1)/10, all[i], float64(right[i])/float64(all[i]))
		}
	}
	return b.String()
}

var (
	folds  = regexp.MustCompile(`[\s“”"'‘’「」『』《》()、,·・]`)
	digits = regexp.MustCompile(`[\d.]+`)
	ours   = regexp.MustCompile(`^(全区|全县|全市|我区|我县|我市)`)
)

func fold(s string) string {
	return strings.ToLower(folds.ReplaceAllString(norm.NFKC.String(s), ""))
}

func either(a, b string) bool {
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func length(s string) float64 { return float64(len([]rune(s))) }

// alike reports two texts of which one holds the other with at least the share
// of its length.
func alike(a, b string, share float64) bool {
	return either(a, b) && min(length(a), length(b))/max(length(a), length(b)) >= share
}

func sameIndicator(name string, g handFact) bool {
	n := ours.ReplaceAllString(fold(name), "")
	for _, a := range append([]string{g.Indicator}, g.Accept...) {
		a = ours.ReplaceAllString(fold(a), "")
		base, growth := strings.CutSuffix(n, "增速")
		if n == a || alike(n, a, .7) || growth && (base == a || strings.HasPrefix(a, base) && alike(base, a, .7)) {
			return true
		}
	}
	return false
}

func sameName(name string, g handFact) bool {
	for _, a := range append([]string{g.Name}, g.Alias...) {
		if a != "" && fold(name) == fold(a) {
			return true
		}
	}
	return false
}

func nearName(name string, g handFact) bool {
	for _, a := range append([]string{g.Name}, g.Alias...) {
		if a != "" && (fold(name) == fold(a) || alike(fold(name), fold(a), .6)) {
			return true
		}
	}
	return false
}

func number(f *model.Fact) float64 {
	v, _ := strconv.ParseFloat(f.Quantity.Value.String(), 64)
	return v
}

func sameValue(f *model.Fact, g handFact) bool {
	value, unit := inBase(number(f), fold(f.Quantity.Unit))
	want := [][2]any{{g.Value, g.Unit}}
	for _, a := range g.Alt {
		switch a := a.(type) {
		case []any:
			want = append(want, [2]any{a[0], a[1]})
		case map[string]any:
			want = append(want, [2]any{a["value"], a["unit"]})
		}
	}
	for _, w := range want {
		n, err := strconv.ParseFloat(strings.Trim(strings.ReplaceAll(fmt.Sprint(w[0]), ",", ""), "%"), 64)
		if err != nil {
			continue
		}
		if v, u := inBase(n, fold(fmt.Sprint(w[1]))); math.Abs(v-value) <= 1e-6*math.Max(1, math.Abs(v)) && sameUnit(u, unit) {
			return true
		}
	}
	return false
}

func inBase(v float64, unit string) (float64, string) {
	unit = strings.NewReplacer("元人民币", "元", "m2", "平方米", "km2", "平方公里").Replace(unit)
	for _, s := range []struct {
		word  string
		times float64
	}{{"万亿", 1e12}, {"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"亿", 1e8}, {"万", 1e4}, {"千", 1e3}, {"百", 1e2}} {
		if rest, ok := strings.CutPrefix(unit, s.word); ok {
			return v * s.times, rest
		}
	}
	return v, unit
}

var counters = regexp.MustCompile(`^(个|家|项|处|所|条|座|名|人|户|例|张|次|位|部|支|只|件|辆|台|间|幢|栋|套|宗|批|类|种|口|株|棵|盏|对|期|场|门|项目)$`)

func sameUnit(a, b string) bool {
	return a == b || counters.MatchString(a) && counters.MatchString(b) || a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// samePlace reports that a fact is stated where the reader saw it.
func samePlace(f *model.Fact, g handFact) bool {
	quote, sentence := fold(f.Quote()), fold(f.Sentence())
	both := quote + "|" + sentence
	for _, q := range append([]string{g.Quote}, g.Also...) {
		q = fold(q)
		if q != "" && (strings.Contains(both, q) || length(quote) >= 4 && strings.Contains(q, quote) || length(sentence) >= 4 && strings.Contains(q, sentence)) {
			return true
		}
		runes, hits := []rune(q), 0
		grams := max(1, len(runes)-2)
		for i := range grams {
			if strings.Contains(both, string(runes[i:min(len(runes), i+3)])) {
				hits++
			}
		}
		if float64(hits) >= .6*float64(grams) {
			return true
		}
	}
	return false
}

func plainBound(b string) string {
	if b == "" {
		return "="
	}
	return strings.NewReplacer(">=", ">", "<=", "<").Replace(b)
}

func plainPeriod(p string) string {
	return strings.NewReplacer("年全年", "年", "全年", "", "月份", "月", "至", "-").Replace(fold(p))
}

// samePeriod: the period that the whole report covers may stand where the
// sentence names none; any other guess is wrong.
func samePeriod(got, want, covers string) bool {
	got, want, covers = plainPeriod(got), plainPeriod(want), plainPeriod(covers)
	year := regexp.MustCompile(`^\d{4}年`)
	return got == want || want == "" && covers != "" && (got == covers || year.FindString(covers) == got)
}

func plainChange(c string) string {
	s := strings.Join(digits.FindAllString(c, -1), "")
	if strings.Contains(c, "-") {
		s += "-"
	}
	return s
}

func plainRank(r string) string {
	r = strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9").Replace(r)
	set := map[string]bool{}
	for _, n := range regexp.MustCompile(`\d+`).FindAllString(r, -1) {
		set[n] = true
	}
	var all []string
	for n := range set {
		all = append(all, n)
	}
	sort.Strings(all)
	return strings.Join(all, " ")
}
