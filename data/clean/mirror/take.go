package mirror

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/script"
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
	s.next, s.best, s.limit = s.next[:0], math.MaxInt32/2, math.MaxInt32/2
	page := s.m.page[at:]
	r, n := utf8.DecodeRuneInString(page)
	if syllable, length := bracket(page); length > 0 {
		return length, s.takeBracket(hs, syllable, page[:length])
	}
	take := func(h hypothesis) { s.takeWhole(h, r) }
	if r == '?' {
		hurt = true
		if syllable, length := closing(page[1:]); length > 0 {
			n += length
			sounds := s.soundsOf(syllable)
			take = func(h hypothesis) { s.takeBare(h, syllable, sounds) }
		} else {
			take = func(h hypothesis) { s.takeQuestion(h, page[1:]) }
		}
	}
	for _, h := range hs {
		if h.cost > s.limit+mostShape || s.work > mostWork || hurt && h.hidden != 0 {
			continue // a pair without trace before a lost sign: nothing tells of either
		}
		s.open(h, take)
	}
	return n, hurt
}

// open yields a hypothesis, one that hides a pair of bytes with each trail byte
// that the pair may have.
func (s *solver) open(h hypothesis, yield func(hypothesis)) {
	if h.hidden == 0 {
		yield(h)
		return
	}
	behind := h.hidden
	h.hidden = 0
	for trail := byte(0x81); trail < 0xFF; trail++ {
		if s.codes.decode(behind, trail) == 0 {
			h.lead, h.g1 = trail, trail
			yield(h)
		}
	}
}

// takeWhole takes a character as the page shows it, or behind a byte that a cut
// dropped.
func (s *solver) takeWhole(h hypothesis, r rune) {
	s.takeSign(h, r)
	if s.dropped && (isCut(r) || h.lead != 0 && r < 0x40) {
		s.guess(h, costDropped, func(g hypothesis) { s.takeSign(g, r) })
	}
}

// takeSign takes a character as the page shows it.
func (s *solver) takeSign(h hypothesis, r rune) {
	if r >= utf8.RuneSelf {
		lead, trail, ok := s.codes.encode(r)
		if !ok {
			if h.lead == 0 && !h.any {
				s.keepSaid(h, r, 0)
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

// keepSaid keeps a hypothesis that goes on by a character.
func (s *solver) keepSaid(h hypothesis, r rune, extra int32) {
	if h, ok := s.say(&h, r, extra); ok {
		s.keep(h)
	}
}

// vanished is the hypotheses, and what the best of them may be after a pair of
// bytes that is no character and left no trace; behind a cut, after two. Only the
// likeliest are followed: a pair has 1200 forms.
func (s *solver) vanished(hs []hypothesis) []hypothesis {
	times, kept := 1, 40
	if s.behindCut {
		times, kept = 2, 120
	}
	most := s.best + fall + 60
	s.all = append(s.all[:0], hs...)
	froms := hs[:min(len(hs), 6)]
	for range times {
		s.leads, s.limit = s.leads[:0], most
		for _, h := range froms {
			if h.cost+costVanish <= s.limit+mostShape {
				s.open(h, func(h hypothesis) { s.vanish1(h, most, kept) })
			}
		}
		likely := s.likeliest(s.leads, most, kept)
		from := len(s.all)
		for _, g := range likely {
			if g.g2, g.hidden = g.lead, g.lead; g.owes {
				g.cost, g.owes = g.cost+costMissing, false
			}
			s.all = append(s.all, g)
		}
		froms = s.all[from:]
	}
	return s.all
}

// vanish1 notes what a hypothesis may be after the first byte of a pair that
// vanished: the byte that makes a character of the one waiting, and begins one
// that GBK does not have.
func (s *solver) vanish1(h hypothesis, most int32, kept int) {
	if h.lead == 0 {
		return
	}
	h.cost += costVanish
	if h.owes {
		h.cost, h.owes = h.cost+costMissing, false
	}
	waits := h.lead
	h.lead = 0
	for lead := byte(0xA6); lead < 0xFF; lead++ {
		r := s.codes.decode(waits, lead)
		if r == 0 || lead > 0xAF && lead < 0xF8 {
			continue
		}
		s.feedCharacter(&h, r, lead, func(g hypothesis) { g.lead = lead; s.leads = append(s.leads, g) })
	}
	s.leads = s.fewer(s.leads, most, kept)
}

// takeBracket takes a whole bracket: the reading of the last two bytes.
func (s *solver) takeBracket(hs []hypothesis, syllable, shown string) (hurt bool) {
	hurt = true
	for _, h := range hs {
		if h.hidden != 0 {
			continue
		}
		h.owes = false
		if !h.any && pinyin.Is(s.codes.decode(h.g2, h.g1), syllable) {
			hurt = hurt && h.lead != 0
			s.keep(h)
			continue
		}
		if h.lead == 0 && !h.any {
			h.cost += costStray
			for _, r := range shown {
				s.append(&h, r)
			}
			h.last = ')'
			s.keep(h)
		}
	}
	return hurt
}

// takeBare takes a reading whose ( a lead byte has swallowed: the byte before
// it is to be guessed, and the reading tells it.
func (s *solver) takeBare(h hypothesis, syllable string, sounds []uint16) {
	if h.any {
		return
	}
	from, _ := slices.BinarySearch(sounds, uint16(h.g1)<<8)
	for _, pair := range sounds[from:] {
		if byte(pair>>8) != h.g1 {
			break
		}
		g := h
		if h.lead == 0 { // a hit astride two characters: any annotated one
			r := s.codes.decode(h.g1, byte(pair))
			g.cost += single(s.simple.Char(r)) / 3
			if g.owes = false; s.m.reading[r] == syllable {
				g.cost -= 20
			}
		}
		s.feed(g, byte(pair), func(g hypothesis) { g.owes = false; s.keep(g) })
	}
}

// soundsOf is the pairs of bytes whose character is read so, in order.
func (s *solver) soundsOf(syllable string) []uint16 {
	pairs, known := s.sounds[syllable]
	if known {
		return pairs
	}
	is := pinyin.Reading(syllable)
	for lead := 0x81; lead < 0xFF; lead++ {
		for trail := 0x81; trail < 0xFF; trail++ {
			if is(s.codes.decode(byte(lead), byte(trail))) {
				pairs = append(pairs, uint16(lead<<8|trail))
			}
		}
	}
	s.sounds[syllable] = pairs
	return pairs
}

// noLead is a trail byte that no character begins with: out of step it is read as
// one ? with the byte behind it (個常 82 80 B3 A3: 80 B3 is ?).
const noLead = 0x80

// takeQuestion takes a ? with rest behind it.
func (s *solver) takeQuestion(h hypothesis, rest string) {
	after, _ := utf8.DecodeRuneInString(rest)
	cut := rest == "" || isCut(after) || after == '\n'
	if h.any {
		s.takeSign(h, '?')
		return
	}
	if h.lead == 0 {
		s.keepSaid(h, '?', costLiteral)
	} else {
		s.takeSign(h, '?')
	}
	if cut {
		s.guess(h, costLone, s.keep)
	}
	if h.lead != 0 {
		s.guess(h, costEaten, func(g hypothesis) { s.takeEaten(g, rest) })
		s.feed(h, noLead, func(g hypothesis) { s.guess(g, costLone, s.keep) })
	}
}

// takeEaten says the sign that a byte out of step has eaten. Digits of a year
// are known; any other sign is not.
func (s *solver) takeEaten(h hypothesis, rest string) {
	if h.lead != 0 || h.owes {
		return
	}
	if len(rest) > 6 && script.IsDigits(rest[:3]) && strings.HasPrefix(rest[3:], "年") {
		century := '2'
		if rest[0] == '9' {
			century = '1'
		}
		s.keepSaid(h, century, 0)
		return
	}
	if rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, "/") {
		s.keep(h) // the < of a tag
		return
	}
	h.doubt = true
	s.keepSaid(h, unknown, 0)
}

// unknown stands for a character that nothing tells.
const unknown = '□'
