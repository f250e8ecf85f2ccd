package notes_test

import (
	"strings"
	"testing"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/notes"
	. "qubi/model/query"
)

// noted marks and notes the first fact of the first report.
func noted() (Notes, *Fact) {
	f := modeltest.Corpus().Reports[0].Facts[0]
	return Notes{}.Toggle(f).Write(f, "待核"), f
}

// insert puts a text before a report's own and moves its facts along.
func insert(r *Report, text string) {
	r.Text = text + r.Text
	for _, f := range r.Facts {
		for _, s := range []*Span{&f.Place.Quote, &f.Place.Sentence} {
			s.Start += len(text)
			s.End += len(text)
		}
	}
}

func TestNotesFindTheirFactInAnEditedReport(t *testing.T) {
	notes, f := noted()
	reports := modeltest.Reports()
	insert(reports[0], "更正：")
	reports[0].File = "renamed.txt"
	settled, strays := notes.Settle(NewCorpus(reports))
	note := settled.At(reports[0].Facts[0])
	if len(strays) != 0 || !note.Marked || note.Text != "待核" || note.Report != "renamed.txt" || settled.Len() != 1 {
		t.Errorf("%s has %+v, strays %v", f.Name, note, strays)
	}
}

func TestNotesFindTheirFactWhenItIsReadBetter(t *testing.T) {
	notes, _ := noted()
	reports := modeltest.Reports()
	better := reports[0].Facts[0]
	better.Name = "更好的" + better.Name
	better.Place.Quote.Start = better.Place.Sentence.Start
	settled, strays := notes.Settle(NewCorpus(reports))
	if settled.At(better).Text != "待核" || len(strays) != 0 {
		t.Errorf("%+v, strays %v", settled.All(), strays)
	}
}

// A sentence is written anew: what it names is the same thing, what it counts
// may be another number.
func TestNotesFollowThingsAndNotNumbers(t *testing.T) {
	for _, kind := range []Kind{Park, Metric} {
		reports := modeltest.Reports()
		f := Of(reports).Select(Filter{Kinds: []Kind{kind}})[0]
		notes := Notes{}.Write(f, "待核")
		anew := strings.Repeat("改", len(f.Quote())/len("改")) + strings.Repeat("x", len(f.Quote())%len("改"))
		edited := modeltest.Reports()
		for _, r := range edited {
			r.Text = strings.Replace(r.Text, f.Quote(), anew, 1)
		}
		_, strays := notes.Settle(NewCorpus(edited))
		if got, want := len(strays), map[Kind]int{Park: 0, Metric: 1}[kind]; got != want {
			t.Errorf("%s: %d strays, want %d", f.Name, got, want)
		}
	}
}

// What finds no fact stays in the notes as it was written, and is told apart:
// the report reads differently, or is not open.
func TestStraysAreKept(t *testing.T) {
	notes, f := noted()
	reports := modeltest.Reports()
	reports[0].Text = strings.Repeat("。", len(reports[0].Text))
	changed, strays := notes.Settle(NewCorpus(reports))
	if len(strays) != 1 || !strays[0].Changed || strays[0].Name != f.Name || len(changed.All()) != 1 || changed.All()[0] != notes.All()[0] {
		t.Errorf("changed: %+v, notes %+v", strays, changed.All())
	}
	away, strays := notes.Settle(NewCorpus(modeltest.Reports()[1:]))
	if len(strays) != 1 || strays[0].Changed || away.Len() != 1 {
		t.Errorf("away: %+v", strays)
	}
}

// Of two facts that could be meant neither is taken.
func TestNotesAreNotGuessed(t *testing.T) {
	notes, _ := noted()
	reports := modeltest.Reports()
	twin := *reports[0].Facts[0]
	reports[0].Facts = append(reports[0].Facts, &twin)
	insert(reports[0], "更正：")
	if _, strays := notes.Settle(NewCorpus(reports)); len(strays) != 1 {
		t.Errorf("strays %v", strays)
	}
}

// A note that comes to a noted fact joins what is there.
func TestSettledNotesJoin(t *testing.T) {
	notes, _ := noted()
	reports := modeltest.Reports()
	insert(reports[0], "更正：")
	corpus := NewCorpus(reports)
	f := reports[0].Facts[0]
	settled, _ := notes.Write(f, "已核").Settle(corpus)
	if note := settled.At(f); !note.Marked || note.Text != "已核 / 待核" || settled.Len() != 1 {
		t.Errorf("%+v", settled.All())
	}
}
