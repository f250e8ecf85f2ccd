package query

import (
	"runtime"
	"sort"
	"strings"
	"sync"
)

// blob is many short texts in one, each ended by a NUL.
type blob struct {
	text string
	ends []int // end of each text, before its NUL
}

// blobBuilder puts a blob together.
type blobBuilder struct {
	strings.Builder
	ends []int
}

func (b *blobBuilder) add(text string) {
	b.WriteString(text)
	b.ends = append(b.ends, b.Len())
	b.WriteByte(0)
}

func (b *blobBuilder) blob() blob { return blob{b.String(), b.ends} }

func (b blob) len() int { return len(b.ends) }

func (b blob) at(i int) string { return b.text[b.start(i):b.ends[i]] }

func (b blob) start(i int) int {
	if i == 0 {
		return 0
	}
	return b.ends[i-1] + 1
}

// each calls yield for every text from up to to that holds the word.
func (b blob) each(word string, from, to int, yield func(int)) {
	if from >= to || strings.IndexByte(word, 0) >= 0 { // a NUL would match across an end
		return
	}
	stop := b.ends[to-1]
	for at, i := b.start(from), from; at < stop; {
		// After a hit the rest of its text is passed over: one hit is enough.
		hit := strings.Index(b.text[at:stop], word)
		if hit < 0 {
			return
		}
		at += hit
		i += sort.SearchInts(b.ends[i:to], at+len(word))
		if i >= to {
			return
		}
		yield(i)
		at = b.ends[i] + 1
		i++
	}
}

// parallel splits 0..n over the processors, at multiples of 64 so that no two
// of them write the same word of a set.
func parallel(n int, work func(from, to int)) {
	const least = 1 << 14
	workers := min(runtime.GOMAXPROCS(0), n/least+1)
	step := (n/workers + 64) &^ 63
	var wg sync.WaitGroup
	for from := 0; from < n; from += step {
		wg.Go(func() { work(from, min(from+step, n)) })
	}
	wg.Wait()
}
