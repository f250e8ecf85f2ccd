package pinyin

import (
	"flag"
	"os"
	"strings"
	"testing"

	gopinyin "github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "rewrite index.bin and readings.txt from go-pinyin's table")

// ofPlaces are readings in names of counties that go-pinyin's dictionary lacks: 乐亭, 乐陵.
var ofPlaces = map[rune]string{'乐': "lào"}

// table is what both files must hold, made from go-pinyin's dictionary.
func table() (index []byte, readings string) {
	index = make([]byte, 2*(last-first+1))
	number := map[string]int{}
	var lines []string
	for r := rune(first); r <= last; r++ {
		l := gopinyin.PinyinDict[int(r)]
		if l == "" {
			continue
		}
		if more := ofPlaces[r]; more != "" {
			l += "," + more
		}
		if number[l] == 0 {
			lines = append(lines, l)
			number[l] = len(lines)
		}
		at := 2 * int(r-first)
		index[at], index[at+1] = byte(number[l]>>8), byte(number[l])
	}
	return index, strings.Join(lines, "\n")
}

// The embedded table is the module's, character by character: a newer module
// with better readings shows here and -update takes them over.
func TestTableIsGoPinyins(t *testing.T) {
	wantIndex, wantReadings := table()
	if *update {
		for name, b := range map[string][]byte{"index.bin": wantIndex, "readings.txt": []byte(wantReadings)} {
			if err := os.WriteFile(name, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	if index != string(wantIndex) || readings != wantReadings {
		t.Error("index.bin or readings.txt differ from go-pinyin's table; run go test -update")
	}
}
