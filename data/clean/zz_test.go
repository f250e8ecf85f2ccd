package clean

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	if f := os.Getenv("DUMP"); f != "" {
		b, _ := os.ReadFile(f)
		r := Text(string(b))
		fmt.Println(r.Text)
		for _, x := range r.Repairs {
			fmt.Printf("R %+v\n", x)
		}
	}
}

func TestBeam(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	debug = func(m mirror, from, end int, found []hypothesis, s solver) {
		fmt.Printf("## drop %v vanish %v %q\n", s.dropped, s.vanish, m.page[from:end])
		for i, h := range found {
			if i > 5 {
				break
			}
			fmt.Printf("   %d avg %d %q\n", h.cost, h.each(), h.text.string())
		}
	}
	Text(string(b))
}
