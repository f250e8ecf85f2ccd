package tui

import (
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
			r.draw(value)
			r.back()
		},
		Cancel: r.back,
		Tell: func(value string) (string, int) {
			if value = strings.TrimSpace(value); value != "" {
				if _, _, err := review.ParseDraw(value); err != nil {
					return a.words.Text("review.nosample", value), 0
				}
			}
			return a.words.Text("review.sample.how"), -1
		},
	})
}

// draw takes a random sample of the facts on view, the same as the export and the
// command draw: its size, and behind a / its seed; "" are all of them.
func (r *reviewer) draw(sample string) {
	r.sample, r.here = sample, false
	r.items, _ = r.view().ToReview() // looked at where it was typed
	r.tallied.Forget()
	r.first()
}
