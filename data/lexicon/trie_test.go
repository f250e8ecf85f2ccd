package lexicon

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// slowLongest is the longest word at a place, found by trying them all.
func slowLongest(list []string, text string) string {
	best := ""
	for _, w := range list {
		if strings.HasPrefix(text, w) && len(w) > len(best) {
			best = w
		}
	}
	return best
}

// randomText is up to n runes of a small alphabet, so that words meet often.
func randomText(r *rand.Rand, n int) string {
	alphabet := []rune("产业园区建a，𠮷")
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteRune(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// The trie finds what trying every word finds.
func TestWordsFindTheLongest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var list []string
		draft := NewDraft()
		for i := range 20 {
			w := randomText(r, 4)
			list = append(list, w)
			*draft.Enter(w) = int32(i + 1)
		}
		forward := draft.Trie()
		text := randomText(r, 30)
		for at := range text {
			end, v := forward.Longest(text, at, len(text))
			want := slowLongest(list, text[at:])
			if known := want != ""; known != (v != 0) {
				t.Fatalf("at %d of %q: value %d, want the word %q", at, text, v, want)
			} else if !known {
				c, _ := utf8.DecodeRuneInString(text[at:])
				want = string(c)
			}
			if text[at:end] != want {
				t.Fatalf("at %d of %q: %q, want %q", at, text, text[at:end], want)
			}
		}
	}
}

// The rune before a place is the one that the library decodes.
func TestRuneBefore(t *testing.T) {
	text := "a业\xff二\xe4\xb8é\U00020000，\u0800\ud7ff"
	for end := range len(text) + 1 {
		r, n := RuneBefore(text, end)
		if want, size := utf8.DecodeLastRuneInString(text[:end]); r != want || n != size {
			t.Errorf("before %d: %U of %d bytes, want %U of %d", end, r, n, want, size)
		}
	}
}
