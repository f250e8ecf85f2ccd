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
