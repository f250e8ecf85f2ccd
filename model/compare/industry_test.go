package compare

import (
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/query"
)

// clusters is a report that names clusters.
func clusters(district string, names ...string) *model.Report {
	r := &model.Report{Document: &model.Document{File: district, Head: model.Head{District: district}}}
	for _, name := range names {
		at := model.Span{Start: len(r.Text), End: len(r.Text) + len(name)}
		r.Text += name
		r.Facts = append(r.Facts, &model.Fact{Kind: model.Cluster, Name: name, Report: r, Place: model.Place{Quote: at, Sentence: at, Paragraph: 1}})
	}
	return r
}

// Clusters of other names meet in the narrowest class that holds both, which
// tells the level; those that nothing holds stay a district's own.
func TestIndustriesMeetInTheirClass(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string // the row in which they meet, "" for none
	}{
		{"智能制造", "装备制造", "near 高端装备制造产业(战略性新兴产业 2)"},
		{"生物医药", "医药化工", "near 生物医药产业(战略性新兴产业 4.1)"},
		{"新能源汽车及配件生产", "汽车零部件", "near 汽车制造业(GB/T 4754 C36)"},
		{"现代物流产业集群", "商贸物流", "near 交通运输、仓储和邮政业(GB/T 4754 G)"},
		{"大数据", "人工智能", "near 新一代信息技术产业(战略性新兴产业 1)"},
		{"生物制药", "生物医药", "all 生物制药"},
		{"新能源汽车", "新能源", ""},
		{"钢铁", "食品饮料", ""}, // both are made, which is no likeness
		{"实力", "优势", ""},
	} {
		cmp := Districts(query.Of([]*model.Report{clusters("甲区", c.a), clusters("乙区", c.b)}), query.Filter{})
		var got []string
		for _, r := range cmp.Names() {
			if s := r.Sharing(); s != InOne {
				got = append(got, s.String()+" "+r.Title())
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s and %s meet in %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// What is near is near both ways, and no cluster is lost: each stands in a row of
// its own or in a class.
func TestNearnessIsMutual(t *testing.T) {
	w := industryWords()
	var words []string
	for word := range w.codes {
		words = append(words, word)
	}
	slices.Sort(words)
	for i, a := range words {
		b := words[(i*7+3)%len(words)]
		there := Districts(query.Of([]*model.Report{clusters("甲区", a), clusters("乙区", b)}), query.Filter{}).Names()
		back := Districts(query.Of([]*model.Report{clusters("甲区", b), clusters("乙区", a)}), query.Filter{}).Names()
		if titles(there) != titles(back) {
			t.Errorf("%s and %s: %s, but %s", a, b, titles(there), titles(back))
		}
		for j, rows := 0, there; j < 2; j++ {
			if !slices.ContainsFunc(rows, func(r NameRow) bool { return len(r.Facts(j)) > 0 }) {
				t.Errorf("%s and %s: column %d has lost its cluster", a, b, j)
			}
		}
	}
}

// titles are the rows that two share, in order.
func titles(rows []NameRow) string {
	var all []string
	for _, r := range rows {
		switch r.Sharing() {
		case InNear:
			all = append(all, r.Title())
		case InAll:
			all = append(all, "same")
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// Every code of an industry is a class of the list.
func TestIndustriesAreOfKnownClasses(t *testing.T) {
	known := map[string]bool{}
	for _, c := range industryWords().classes {
		known[c.code] = true
	}
	for line := range strings.Lines(industryFile) {
		codes, _, ok := strings.Cut(strings.TrimSpace(line), "\t")
		for code := range strings.FieldsSeq(codes) {
			if ok && codes[0] != '#' && !known[code] {
				t.Errorf("%s is in no list", code)
			}
		}
	}
}
