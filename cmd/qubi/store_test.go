//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"qubi/model"
	"qubi/model/project"
)

// The tests run themselves as other programs: a program that decides one thing
// after the other, and says which of its decisions are on the disk.
const (
	deciderVariable = "QUBI_TEST_DECIDER" // path and name of the decider
	triesVariable   = "QUBI_TEST_TRIES"   // how often a decider is killed
)

// TestDecider is that other program, where the variable says so.
func TestDecider(t *testing.T) {
	if path, by, ok := strings.Cut(os.Getenv(deciderVariable), "|"); ok {
		decideForEver(path, by)
	}
}

// corpusOfNotes is a report with n facts.
func corpusOfNotes(n int) *model.Corpus {
	doc := &model.Document{File: "r.txt", Path: "r.txt"}
	r := &model.Report{Document: doc}
	for i := range n {
		start := len(doc.Text)
		name := fmt.Sprintf("项目%d号", i)
		doc.Text += name + "。"
		span := model.Span{Start: start, End: start + len(name)}
		r.Facts = append(r.Facts, &model.Fact{Kind: model.Project, Name: name, Place: model.Place{Quote: span, Sentence: span, Paragraph: 1}})
	}
	return model.NewCorpus([]*model.Report{r})
}

const facts = 200 // that a decider decides on, round and round

// decideForEver decides on one fact after the other, and tells each when it is
// on the disk.
func decideForEver(path, by string) {
	signal.Ignore(syscall.SIGXFSZ)
	s, err := openStore(path)
	if err != nil {
		fmt.Println("error", err)
		return
	}
	corpus := corpusOfNotes(facts)
	p := s.project()
	for i := 0; ; i++ {
		a := project.Apply(corpus, p, project.ShowRejected)
		f := a.Corpus.Reports[0].Facts[i%facts]
		next, err := a.Mend(f, project.Fields{"group": fmt.Sprint(by, i)}, project.Sign{By: by, When: fmt.Sprintf("%09d", i)})
		if err == nil {
			next, _, err = s.Save(next)
		}
		if err != nil {
			fmt.Println("error", err)
			return
		}
		p = next
		fmt.Println(f.Name, i)
	}
}

// decider starts a program that decides.
func decider(t *testing.T, path, by string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestDecider$")
	cmd.Env = append(os.Environ(), deciderVariable+"="+path+"|"+by)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// saidOf are the opinions that the file holds on a fact, by anybody.
func saidOf(p project.Project) map[string]string {
	all := map[string]string{}
	for _, e := range p.Of(project.Fact) {
		text := e.Set["group"]
		for _, o := range e.Other {
			text += " " + o.Set["group"]
		}
		all[e.Was["name"]] = text
	}
	return all
}

// A program that is killed at any moment has lost nothing of what it said to be
// kept, and the file is whole. Two at a time keep what both said.
func TestNoDecisionIsLostWhenProgramsAreKilled(t *testing.T) {
	tries := 12
	if n, err := strconv.Atoi(os.Getenv(triesVariable)); err == nil {
		tries = n
	}
	decisions := 0
	for try := range tries {
		path := filepath.Join(t.TempDir(), "my.qubi")
		people := []string{"甲", "乙"}[:1+try%2]
		kept := make([]map[string]int, len(people)) // name of a fact to the last decision told
		var wg sync.WaitGroup
		for i, by := range people {
			cmd, lines := decider(t, path, by)
			kept[i] = map[string]int{}
			wg.Go(func() {
				for n := 0; lines.Scan(); n++ {
					name, number, _ := strings.Cut(lines.Text(), " ")
					kept[i][name], _ = strconv.Atoi(number)
					if n == 3+try%17 {
						cmd.Process.Kill() // what it says until it dies counts too
					}
				}
				cmd.Wait()
			})
		}
		wg.Wait()
		p, err := readProject(path)
		if err != nil {
			t.Fatal(err)
		}
		said := saidOf(p)
		for i, by := range people {
			for name, n := range kept[i] {
				decisions++
				if !strings.Contains(" "+said[name]+" ", " "+by+strconv.Itoa(n)+" ") {
					t.Errorf("try %d: %s's decision %d on %s is lost; the file says %q", try, by, n, name, said[name])
				}
			}
		}
	}
	t.Logf("%d tries, %d decisions", tries, decisions)
}

// A disk without room loses nothing that was kept, and what could not be kept
// is told.
func TestFullDiskLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.qubi")
	cmd := exec.Command("sh", "-c", "ulimit -f 64; exec "+os.Args[0]+" '-test.run=^TestDecider$'")
	cmd.Env = append(os.Environ(), deciderVariable+"="+path+"|甲")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(string(out)), "PASS")), "\n")
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, "error") || !strings.Contains(last, "my.qubi") {
		t.Fatalf("it ends with %q", last)
	}
	p, err := readProject(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(p.Of(project.Fact)); got != len(lines)-1 || got == 0 {
		t.Errorf("%d decisions of %d", got, len(lines)-1)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".qubi-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestDamagedProjectIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.qubi")
	damaged := []byte("{\"qubi\":\"project\",\"version\":1,\"needs\":1}\n{\"id\":\"a\",\"ty")
	if err := os.WriteFile(path, damaged, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(path); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
	s := &store{path: path}
	if _, _, err := s.Save(project.Project{}.Define(project.Code{Name: "码"}, project.Sign{})); err == nil {
		t.Error("a damaged file is written over")
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, damaged) {
		t.Error("a damaged file was changed")
	}
}
