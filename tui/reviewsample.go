package tui

import (
	"strconv"
	"strings"

	"qubi/model/review"
	"qubi/tui/ask"
)

// askSample asks how many facts are to be drawn at random; none are all facts
// again.
func (r *reviewer) askSample() {
	a := r.a
	a.Open(&ask.Prompt{
		Label: a.words.Text("review.sample") + " ", Field: ask.NewField(strings.TrimSpace(r.sample)),
		Accept: func(value string) {
			size, seed, _ := draws(value)
			r.draw(size, seed)
			r.back()
		},
		Cancel: r.back,
		Tell: func(value string) (string, int) {
			if _, _, ok := draws(value); !ok {
				return a.words.Text("review.nosample", value), 0
			}
			return a.words.Text("review.sample.how"), -1
		},
	})
}

// draws is the size and the seed of a sample as they are typed, 50 or 50/2.
func draws(value string) (size int, seed uint64, ok bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return 0, review.FirstDraw, true
	}
	size, seed, err := review.ParseDraw(value)
	return size, seed, err == nil
}

// draw takes a random sample of the facts on view, the same as the export and the
// command draw; of size zero all of them.
func (r *reviewer) draw(size int, seed uint64) {
	facts := r.asked()
	r.sample, r.here = "", false
	if size > 0 {
		facts = review.Sample(facts, size, seed)
		if r.sample = strconv.Itoa(size); seed != review.FirstDraw {
			r.sample += "/" + strconv.FormatUint(seed, 10)
		}
	}
	r.items = review.Queue(r.on.Corpus, facts)
	r.tallied.Forget()
	r.first()
}
