package extract

import (
	"strings"

	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// The shares of the three industries are told as a chain of numbers without
// units: 三次产业结构由15:62:23调整为14:57.5:28.5. Each is a metric, in percent.

// structure reads the chain of a sentence, the last one where it tells what was
// before. Shares that do not make a whole are none.
func (m *miner) structure(s *scan.Sentence) {
	text := m.text[s.Start:s.End]
	word, at := s.Words.Find(structureWords, text)
	if at < 0 {
		return
	}
	quote := model.Span{Start: s.Start + at}
	var found []scan.Quantity
	for i := at + len(word); i < len(text) && !strings.HasPrefix(text[i:], "；") && text[i] != ';'; {
		shares, n := chain(text[i:])
		if n == 0 {
			i++
			continue
		}
		found = found[:0]
		for _, part := range shares {
			q := scan.Percent(part, model.Span{Start: s.Start + i, End: s.Start + i + n})
			found = append(found, q)
		}
		quote.End = s.Start + i + n
		i += n
	}
	m.rule, m.owner = "shares", ""
	for i := range found {
		m.add(&found[i], sectorSharesWords.Words()[i], quote, false)
	}
}

// chain reads 14:57.5:28.5 at the front of a text: three numbers that together
// are about a hundred, and its length; 0 where none begins.
func chain(s string) (shares []numeral.Number, n int) {
	sum := 0.0
	for len(shares) < 3 {
		part, size, err := numeral.Scan(s[n:])
		if size == 0 || err != nil || !scan.IsWestern(s[n:]) {
			return nil, 0
		}
		value := float64(part.Coef)
		for e := part.Exp; e < 0; e++ {
			value /= 10
		}
		if sum += value; part.Exp > 0 || value > 100 {
			return nil, 0
		}
		shares = append(shares, part)
		if n += size; len(shares) == 3 {
			break
		}
		colon := ""
		for _, c := range [...]string{":", "：", "∶", "︰", "、"} {
			if strings.HasPrefix(s[n:], c) {
				colon = c
			}
		}
		if colon == "" {
			return nil, 0
		}
		n += len(colon)
	}
	if sum < 99 || sum > 101 || scan.IsWestern(s[n:]) {
		return nil, 0
	}
	return shares, n
}
