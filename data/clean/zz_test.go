package clean

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	debug = func(m mirror, from, end int, found []hypothesis, s solver) {
		if len(found) == 0 {
			return
		}
		fmt.Printf("## drop %v vanish %v %q\n", s.dropped, s.vanish, m.page[from:end])
		for i, h := range found {
			if i > 3 {
				break
			}
			fmt.Printf("   %d each %d %q\n", h.cost, h.each(), h.text.string())
		}
	}
	lines := builtin(t)
	trad := make([]string, len(lines))
	for i, line := range lines {
		trad[i] = traditional(line)
	}
	for _, seed := range []uint64{0, 2, 4} {
		rnd := rand.New(rand.NewPCG(seed, 1))
		m := newMirror(strings.Join(trad, ""), 230, rnd)
		shown := make([]string, len(lines))
		for i := range trad {
			shown[i] = m.damage(trad[i])
		}
		got := Text(strings.Join(shown, "\n"))
		out := strings.Split(got.Text, "\n")
		for i := range lines {
			if strings.ReplaceAll(out[i], " ", "") != strings.ReplaceAll(strings.Map(fold, lines[i]), " ", "") {
				d := firstDifference(out[i], strings.Map(fold, lines[i]))
				fmt.Println("@@@", seed, d)
				a := []rune(d)
				_ = a
				at := 0
				for at < len(out[i]) && at < len(lines[i]) && out[i][at] == strings.Map(fold, lines[i])[at] {
					at++
				}
				k := strings.Index(shown[i], "?")
				for k >= 0 {
					fmt.Printf("     %q\n", shown[i][max(0, k-12):min(len(shown[i]), k+70)])
					n := strings.Index(shown[i][k+1:], "?")
					if n < 0 {
						break
					}
					k += 1 + n
				}
			}
		}
	}
}
