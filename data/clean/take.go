package clean

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/model/pinyin"
)

// How each sign of the page is taken into the hypotheses, and which damage it
// may hide.

// step takes the sign at an offset into every hypothesis of the beam, and tells
// its length and whether it showed damage.
func (s *solver) step(hs []hypothesis, at int) (n int, hurt bool) {
	if s.vanish {
		hs = s.vanished(hs)
	}
	s.next, s.best = s.next[:0], math.MaxInt/2
	page := s.m.page[at:]
	r, n := utf8.DecodeRuneInString(page)
	if syllable, length := bracket(page); length > 0 {
		return length, s.takeBracket(hs, syllable, page[:length])
	}
	if r == '?' {
		if syllable, length := closing(page[1:]); length > 0 {
			s.takeBare(hs, syllable)
			return 1 + length, true
		}
		s.takeQuestion(hs, page[1:])
		return 1, true
	}
	for _, h := range hs {
		if h.lead != 0 {
			h.shift++
		}
		s.takeSign(h, r)
		if s.dropped && (isCut(r) || h.lead != 0 && r < 0x40) {
			s.guess(h, costDropped, func(g hypothesis) { s.takeSign(g, r) })
		}
	}
	return n, false
}

// takeSign takes a character as the page shows it.
func (s *solver) takeSign(h hypothesis, r rune) {
	if r >= utf8.RuneSelf {
		lead, trail, ok := s.codes.encode(r)
		if !ok {
			if h.lead == 0 && !h.any {
				s.keep(s.say(h, r, 0))
			}
			return
		}
		s.feed(h, lead, func(g hypothesis) { s.feed(g, trail, s.keep) })
		return
	}
	b := byte(r)
	if h.lead == 0 && !h.any {
		s.feed(h, b, s.keep)
		return
	}
	if b >= 0x40 {
		s.feed(h, b, s.keep)
	}
	if b > ' ' { // its full-width form, shown half-width
		s.feed(h, 0xA3, func(g hypothesis) { s.feed(g, 0x80|b, s.keep) })
	}
}

// vanished is the hypotheses, and what the best of them may be after a pair of bytes that is no
// character and left no trace; behind a cut, after two. Only the likeliest are
// followed: a pair has 1200 forms.
func (s *solver) vanished(hs []hypothesis) []hypothesis {
	froms := slices.DeleteFunc(slices.Clone(hs[:min(len(hs), 6)]), func(h hypothesis) bool { return h.lead == 0 })
	times, kept := 1, 40
	if s.behindCut {
		times, kept = 2, 120
	}
	s.all = append(s.all[:0], hs...)
	for k := range times {
		most := s.best + fall + 60
		s.pairs[k] = s.vanish1(s.pairs[k][:0], froms, most, kept)
		froms = s.pairs[k]
		s.all = append(s.all, froms...)
	}
	return s.all
}

// vanish1 appends to all what the hypotheses may be after one pair vanished.
func (s *solver) vanish1(all, hs []hypothesis, most, kept int) []hypothesis {
	s.leads = s.leads[:0]
	for _, h := range hs {
		h.cost += costVanish
		for lead := byte(0xA6); lead < 0xFF; lead++ {
			if (lead <= 0xAF || lead >= 0xF8) && s.codes.decode(h.lead, lead) != 0 {
				s.feed(h, lead, func(g hypothesis) { g.lead = lead; s.leads = append(s.leads, g) })
			}
		}
	}
	for _, g := range likeliest(s.leads, most, kept) {
		lead := g.lead
		g.lead = 0
		for trail := byte(0x81); trail < 0xFF; trail++ {
			if s.codes.decode(lead, trail) == 0 {
				s.feed(g, trail, func(g hypothesis) { all = append(all, g) })
			}
		}
	}
	return all
}

// takeBracket takes a whole bracket: the reading of the last two bytes.
func (s *solver) takeBracket(hs []hypothesis, syllable, shown string) (hurt bool) {
	hurt = true
	for _, h := range hs {
		h.owes = ""
		if !h.any && pinyin.Is(s.codes.decode(h.g2, h.g1), syllable) {
			hurt = hurt && h.lead != 0
			s.keep(h)
			continue
		}
		if h.lead == 0 && !h.any {
			h.cost += costStray
			for _, r := range shown {
				h.text = &letter{h.text, r}
			}
			h.last = ')'
			s.keep(h)
		}
	}
	return hurt
}

// takeBare takes a reading whose ( a lead byte has swallowed: the byte before
// it is to be guessed, and the reading tells it.
func (s *solver) takeBare(hs []hypothesis, syllable string) {
	for _, h := range hs {
		for b := 0x81; b < 0xFF && !h.any; b++ {
			r := s.codes.decode(h.g1, byte(b))
			if r == 0 || !pinyin.Is(r, syllable) {
				continue
			}
			g := h
			if h.lead == 0 { // a hit astride two characters: any annotated one
				g.cost += single(s.simple.char(r)) / 3
				if g.owes = ""; s.m.reading[r] == syllable {
					g.cost -= 20
				}
			}
			s.feed(g, byte(b), func(g hypothesis) { g.owes = ""; s.keep(g) })
		}
	}
}

// takeQuestion takes a ? with rest behind it.
func (s *solver) takeQuestion(hs []hypothesis, rest string) {
	after, _ := utf8.DecodeRuneInString(rest)
	cut := rest == "" || isCut(after) || after == '\n'
	for _, h := range hs {
		switch {
		case h.any:
			s.takeSign(h, '?')
		case h.lead == 0:
			s.keep(s.say(h, '?', costLiteral))
			if cut {
				s.guess(h, costLone, s.keep)
			}
		default:
			s.takeSign(h, '?')
			if cut {
				s.guess(h, costLone, s.keep)
			}
			s.guess(h, costEaten, func(g hypothesis) { s.takeEaten(g, rest) })
		}
	}
}

// takeEaten says the sign that a byte out of step has eaten. Digits of a year
// are known; any other sign is not.
func (s *solver) takeEaten(h hypothesis, rest string) {
	if h.lead != 0 || h.owes != "" {
		return
	}
	if len(rest) > 6 && isDigits(rest[:3]) && strings.HasPrefix(rest[3:], "年") {
		century := '2'
		if rest[0] == '9' {
			century = '1'
		}
		s.keep(s.say(h, century, 0))
		return
	}
	if rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, "/") {
		s.keep(h) // the < of a tag
		return
	}
	h.doubt = true
	s.keep(s.say(h, unknown, 0))
}

// unknown stands for a character that nothing tells.
const unknown = '□'
