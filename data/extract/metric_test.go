package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qubi/model"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected facts of testdata/metric")

// A case is a text and the metrics a reader finds in it, one a line:
//
//	stage | period | name bound value unit | change | rank | base | indicator | flags
//
// Its comment sets the report's date, district and title.
func TestMetricCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/metric/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 {
				t.Fatalf("want a text and facts: %v", err)
			}
			doc := paragraphsOf(string(a.Files[0].Data))
			doc.Head = headOf(string(a.Comment))
			rep := Report(doc)
			for _, f := range rep.Facts { // what grew stands beside its growth, and is told as none
				if f.Grows() && f.Change != "" && f.Quantity.BaseUnit != "%" && strings.TrimLeft(f.Change, "+-") != f.Quantity.Value.String()+f.Quantity.Unit {
					t.Errorf("%s %s%s is told as a growth, beside %s", f.Name, f.Quantity.Value, f.Quantity.Unit, f.Change)
				}
			}
			got := metricLines(rep)
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// headOf reads date:, district: and title: from a case's comment.
func headOf(comment string) model.Head {
	var h model.Head
	for line := range strings.Lines(comment) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "date":
			h.Published, _ = time.Parse("2006-01-02", value)
		case "district":
			h.District = value
		case "title":
			h.Title = value
		}
	}
	return h
}

// metricLines writes the metrics of a report as the cases hold them.
func metricLines(rep *model.Report) string {
	var b strings.Builder
	for _, f := range rep.Facts {
		if f.Kind != model.Metric {
			continue
		}
		q := f.Quantity
		fields := []string{string(f.Stage), dash(f.Period.Label), fmt.Sprint(f.Name, " ", q.Bound, " ", q.Value, " ", q.Unit), dash(f.Change), dash(f.Rank), fmt.Sprint(q.Base, " ", q.BaseUnit), dash(f.Indicator)}
		if f.Whole != "" {
			fields = append(fields, "其中 "+f.Whole)
		}
		if f.Scope != "" && !strings.Contains(f.Name, f.Scope) {
			fields = append(fields, "scope "+f.Scope)
		}
		if !f.Within.IsZero() {
			fields = append(fields, "within "+f.Within.Label)
		}
		for _, flag := range f.Flags {
			fields = append(fields, string(flag))
		}
		if len(f.Also) > 0 {
			fields = append(fields, fmt.Sprintf("told %d times", 1+len(f.Also)))
		}
		fmt.Fprintln(&b, strings.TrimSpace(strings.Join(fields, " | ")))
	}
	return b.String()
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// A quote begins with the first of the things that values are dealt to, whichever commas
// part them.
func TestQuoteOfCommaList(t *testing.T) {
	for _, comma := range []string{",", "，"} {
		list := strings.Join([]string{"五金类", "通讯器材类", "化工材料类商品销售额分别增长51.8%、32.2%、9.4%"}, comma)
		doc := document("2021年，" + list + "。")
		for _, f := range Report(doc).Facts {
			if quote := doc.Text[f.Place.Quote.Start:f.Place.Quote.End]; f.Kind == model.Metric && quote != list {
				t.Errorf("%q is quoted as %q", list, quote)
			}
		}
	}
}
