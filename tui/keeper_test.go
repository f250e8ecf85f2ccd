package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"qubi/model/notes"
	"qubi/model/query"
)

// keyed sends a key and does what it has done beside the program.
func keyed(t *testing.T, a *App, key string) {
	t.Helper()
	if cmd := a.Update(press(key)); cmd != nil {
		if msg, ok := cmd().(doneMsg); ok && msg.err != nil {
			t.Fatal(msg.err)
		}
	}
}

// Two programs keep marks and notes in one folder: what either does is kept,
// and what one takes away is gone.
func TestTwoProgramsKeepBothNotes(t *testing.T) {
	folder := t.TempDir()
	one := browser(t, Options{State: folder}, 120, 40)
	keyed(t, one, "space")
	first := one.selected()
	two := browser(t, Options{State: folder, Corpus: one.corpus}, 120, 40)

	typed(one, "down")
	keyed(t, one, "space")
	second := one.selected()
	typed(two, "N", "\"见第3页")
	keyed(t, two, "enter")
	typed(one, "up", "N", "\"核对")
	keyed(t, one, "enter")

	three := browser(t, Options{State: folder, Corpus: one.corpus}, 120, 40)
	if n := three.notes.At(first); !n.Marked || n.Text != "见第3页 / 核对" {
		t.Errorf("the first fact has %+v", n)
	}
	if !three.notes.At(second).Marked {
		t.Error("the mark on the second fact is lost")
	}

	typed(two, "down") // knows nothing of the second mark, and leaves it
	keyed(t, two, "space")
	keyed(t, two, "space")
	typed(one, "down")
	keyed(t, one, "space")
	four := browser(t, Options{State: folder, Corpus: one.corpus}, 120, 40)
	if four.notes.At(second).Marked {
		t.Error("a mark taken away is back")
	}
}

// However many write at the same time, no mark is lost.
func TestManyProgramsLoseNoMark(t *testing.T) {
	folder := t.TempDir()
	const programs, rounds = 4, 25
	corpus := sample(t, 1)
	facts := corpus.Reports[0].Facts
	if len(facts) < programs {
		t.Fatal("the sample has too few facts")
	}
	var wg sync.WaitGroup
	for n := range programs {
		wg.Go(func() {
			k := &keeper{folder: folder, corpus: corpus.Corpus}
			kept := notes.Notes{}
			for i := range rounds {
				kept = kept.Write(facts[n], fmt.Sprint("第", i))
				k.keep(kept)
				if err := k.flush(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	kept, _, err := ReadNotes(folder)
	if err != nil || kept.Len() != programs {
		t.Fatalf("%d notes kept of %d, %v", kept.Len(), programs, err)
	}
	for n := range programs {
		if got, want := kept.At(facts[n]).Text, fmt.Sprint("第", rounds-1); got != want {
			t.Errorf("the note is %q, want %q", got, want)
		}
	}
}

// What could not be written is still to be written, and is with the next mark.
func TestAMarkThatWasNotWrittenIsNotForgotten(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	if err := os.WriteFile(folder, nil, 0o644); err != nil { // no folder can be made there
		t.Fatal(err)
	}
	corpus := sample(t, 1)
	k := &keeper{folder: folder, corpus: corpus.Corpus}
	k.keep(notes.Notes{}.Toggle(corpus.Reports[0].Facts[0]))
	if k.flush() == nil {
		t.Fatal("nobody is told")
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := k.flush(); err != nil {
		t.Fatal(err)
	}
	if kept, _, _ := ReadNotes(folder); kept.Len() != 1 {
		t.Errorf("%d marks kept", kept.Len())
	}
}

// A file of notes that cannot be read is never written over.
func TestUnreadableNotesAreLeftAlone(t *testing.T) {
	folder := t.TempDir()
	a := browser(t, Options{State: folder}, 120, 40)
	keyed(t, a, "space")
	path := NotesPath(folder)
	if err := os.WriteFile(path, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	typed(a, "down")
	if msg, ok := a.Update(press("space"))().(doneMsg); !ok || msg.err == nil {
		t.Error("nobody is told that the notes could not be kept")
	}
	if raw, _ := os.ReadFile(path); string(raw) != "{" {
		t.Errorf("the file was written over: %s", raw)
	}
}

// A note whose report was edited follows its fact; one that finds none is told,
// listed, and stays in the file until it is dropped by hand.
func TestNotesOutliveTheirText(t *testing.T) {
	folder := t.TempDir()
	one := browser(t, Options{State: folder}, 120, 40)
	first := one.selected()
	keyed(t, one, "space")
	typed(one, "end", "N", "\"见年鉴")
	keyed(t, one, "enter")
	gone := one.selected()

	edited := sample(t, 1)
	for _, r := range edited.Reports {
		if r.Head.District != first.Report.Head.District {
			continue
		}
		r.Text += "。"
		for i, f := range r.Facts {
			if f.Name == gone.Name {
				r.Facts = append(r.Facts[:i:i], r.Facts[i+1:]...)
				break
			}
		}
	}
	edited = query.Of(edited.Reports)
	two := browser(t, Options{State: folder, Corpus: edited}, 120, 40)
	shows(t, two, "有1条标记或批注的报告文字已变，找不到原处；O 查看")
	if !two.notes.At(two.selected()).Marked {
		t.Errorf("%s is not marked any more", two.selected().Name)
	}
	typed(two, "O")
	shows(t, two, gone.Name+" ¶ 见年鉴")
	typed(two, "esc", "down")
	keyed(t, two, "space")

	three := browser(t, Options{State: folder, Corpus: edited}, 120, 40)
	shows(t, three, "有1条标记或批注")
	typed(three, "O")
	keyed(t, three, "delete")
	four := browser(t, Options{State: folder, Corpus: edited}, 120, 40)
	lacks(t, four, "标记或批注")
	if four.notes.Len() != 2 {
		t.Errorf("%d marks are left, not 2", four.notes.Len())
	}
}
