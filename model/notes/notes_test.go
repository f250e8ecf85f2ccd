package notes_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/notes"
	. "qubi/model/query"
)

func TestNotesComeBackAndAreNeverLost(t *testing.T) {
	corpus := modeltest.Corpus()
	facts := corpus.Select(Filter{})
	var none Notes
	one := none.Toggle(facts[0])
	two := one.Toggle(facts[12]).Write(facts[12], "与统计局 <核对> 过 & 无误")
	if none.Len() != 0 || one.Len() != 1 || two.Len() != 2 {
		t.Fatal("a change of notes must not change the old ones")
	}
	b, err := json.Marshal(two)
	if err != nil {
		t.Fatal(err)
	}
	var read Notes
	if err := json.Unmarshal(b, &read); err != nil {
		t.Fatal(err)
	}
	// The same reports, opened in another order: both are found.
	reports := modeltest.Reports()
	slices.Reverse(reports)
	again := Of(reports)
	marked := again.Select(Filter{Marked: read.Marked()})
	if _, lost := read.Settle(again.Corpus); len(marked) != 2 || read.At(marked[0]).Text == "" || len(lost) != 0 {
		t.Errorf("found %d, lost %v", len(marked), lost)
	}
	// A report is closed: its note is kept, and known as lost.
	fewer := Of(modeltest.Reports()[1:])
	_, lost := read.Settle(fewer.Corpus)
	if len(lost) != 1 || lost[0].Changed || lost[0].Name != facts[0].Name || lost[0].District != "东湖区" || lost[0].Quote != facts[0].Quote() {
		t.Errorf("lost %+v", lost)
	}
	rewritten, err := json.Marshal(read.Toggle(fewer.Reports[0].Facts[2]))
	if err != nil || !strings.Contains(string(rewritten), string(lost[0].Key)) {
		t.Errorf("writing again forgets the lost note: %s %v", rewritten, err)
	}
}

func TestNotesUndone(t *testing.T) {
	f := modeltest.Corpus().Select(Filter{})[0]
	n := Notes{}.Toggle(f).Write(f, "x").Toggle(f)
	if n.At(f).Marked || n.At(f).Text != "x" {
		t.Errorf("the note goes with the mark: %+v", n.At(f))
	}
	if n = n.Write(f, ""); n.Len() != 0 {
		t.Errorf("an empty note is kept: %+v", n.All())
	}
}

func TestNotesFileFromLaterVersionIsRefused(t *testing.T) {
	for _, text := range []string{`{"version":2,"notes":[]}`, `{}`, `[`, `""`} {
		var n Notes
		if err := json.Unmarshal([]byte(text), &n); err == nil {
			t.Errorf("%s is read as %d notes", text, n.Len())
		}
	}
}

// Facts have keys of their own, also where two state the same indicator.
func TestKeysTellFactsApart(t *testing.T) {
	seen := map[Key]string{}
	for _, f := range modeltest.Corpus().Select(Filter{}) {
		if other, ok := seen[f.Key()]; ok {
			t.Errorf("%s and %s share %s", f.Name, other, f.Key())
		}
		seen[f.Key()] = f.Name
		alone := &Fact{Kind: f.Kind, Name: f.Name, Place: f.Place, Report: &Report{Document: f.Report.Document}}
		if alone.Key() != f.Key() {
			t.Errorf("%s has another key outside a corpus", f.Name)
		}
	}
}
