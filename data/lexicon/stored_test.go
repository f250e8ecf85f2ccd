package lexicon

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "rewrite index.bin from the words")

// made is the index made of the words, and as it is stored.
func made(t testing.TB) (*index, []byte) {
	t.Helper()
	x, err := makeIndex(wordsFile + commonFile)
	if err != nil {
		t.Fatal(err)
	}
	return x, pack(x, sumOf(wordsFile, commonFile))
}

// The embedded index is that of the words, byte for byte, and it is what a text is read by.
func TestStoredIndexIsThatOfTheWords(t *testing.T) {
	_, want := made(t)
	if *update {
		if err := os.WriteFile("index.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if stored != string(want) {
		t.Fatal("index.bin is not made of words/*.tsv; run go generate ./data/lexicon")
	}
	if unpack(stored, sumOf(wordsFile, commonFile)) == nil {
		t.Error("the index in the program is not used")
	}
}

// What is stored is read again as it was, and nothing else is taken for an index: one of
// other words, and one that is cut anywhere.
func TestStoredIndexIsReadAgain(t *testing.T) {
	_, file := made(t)
	sum := sumOf(wordsFile, commonFile)
	x := unpack(string(file), sum)
	if x == nil || !bytes.Equal(pack(x, sum), file) {
		t.Fatal("the index is another when it was stored")
	}
	if unpack(string(file), sumOf(wordsFile)) != nil {
		t.Error("an index of other words is used")
	}
	for cut := 0; cut < len(file); cut += 1 + len(file)/1000 {
		if unpack(string(file[:cut]), sum) != nil {
			t.Errorf("an index cut at %d is used", cut)
		}
	}
}

// BenchmarkStored is what each start does that reads a report; BenchmarkMade what it would
// do without the stored index.
func BenchmarkStored(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if unpack(stored, sumOf(wordsFile, commonFile)) == nil {
			b.Fatal("the index in the program is not used")
		}
	}
}

func BenchmarkMade(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		made(b)
	}
}
