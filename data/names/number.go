package names

import (
	"strings"

	"qubi/data/lexicon"
)

// number reads a number with its unit, and the bound before it; it gives at where none begins.
func (c *scanner) number(r rune, at int) int {
	end, count := c.digits(r, at)
	switch {
	case end > at:
	case lexicon.BeforeBound.Begins(r):
		return c.bounded(at)
	default:
		return at
	}
	rest := strings.TrimLeft(c.text[end:c.end], " ")
	for _, more := range [...]string{"余", "多", "几"} {
		rest = strings.TrimPrefix(rest, more)
	}
	unit := lexicon.NameUnit.At(rest)
	unitEnd := c.end - len(rest)
	if unit != lexicon.NoWord {
		unitEnd += len(unit.Text())
	}
	switch {
	case !isDigit(r) && c.characters(at, end, rest, unitEnd, unit):
		return at
	case unit == lexicon.NoWord:
		if n := c.listNumber(end); n >= 0 {
			return end + n
		}
		c.add(letters, at, end)
		return end
	case strings.HasPrefix(c.text[unitEnd:c.end], "级"): // 300亿级产业集群
		unitEnd += len("级")
		c.add(letters, at, unitEnd)
		return unitEnd
	}
	unitEnd = c.measured(unitEnd, unit)
	t := c.add(number, at, unitEnd)
	t.count, t.unit = count, unit
	return unitEnd
}

// bounded reads a number behind a bound that is no verb: 超3亿元.
func (c *scanner) bounded(at int) int {
	bound := lexicon.BeforeBound.At(c.text[at:c.end])
	if bound == lexicon.NoWord || bound.Is(lexicon.NameWord) || !c.digitAt(at+len(bound.Text())) {
		return at
	}
	first := len(c.tokens)
	end := c.next(at + len(bound.Text()))
	if first < len(c.tokens) { // what begins as a number may be passed over
		c.tokens[first].Start = at
	}
	return end
}

// digits is where the number at a place ends, and its value; at where none begins.
func (c *scanner) digits(r rune, at int) (end, count int) {
	if !isDigit(r) {
		n, count := 0, 0
		if counting.Has(r) {
			n, count = chineseCount(c.text[at:c.end])
		}
		return at + n, count
	}
	for end = at; end < c.end; {
		r, n := lexicon.RuneAt(c.text, end, c.end)
		if isDigit(r) {
			count = min(count*10+int(r&15), 1<<20)
		} else if !strings.ContainsRune(".-．~—", r) || !c.digitAt(end+n) {
			break
		}
		end += n
	}
	return end, count
}

// characters reports whether a number in characters is rather part of a word or a place's
// name: 三产, 三里乡.
func (c *scanner) characters(at, end int, rest string, unitEnd int, unit lexicon.Word) bool {
	if unit != lexicon.NoWord && c.placeAt(unitEnd) {
		return true
	}
	counts := unit.Is(lexicon.CountUnit) || strings.HasPrefix(rest, "季度") || strings.HasPrefix(rest, "月")
	return !counts || c.longerWord(at, end)
}

// measured is where what belongs to a number behind its unit ends: 3亿元以上, 6月底前.
func (c *scanner) measured(end int, unit lexicon.Word) int {
	for _, more := range [...]string{"以上", "左右", "以内", "多", "余"} {
		if strings.HasPrefix(c.text[end:c.end], more) {
			end += len(more)
		}
	}
	if rest, ok := strings.CutPrefix(c.text[end:c.end], "度"); ok && unit.Is(lexicon.DateUnit) && unit.Text() == "年" && !strings.HasPrefix(rest, "假") { // 2025年度
		return c.end - len(rest)
	}
	if unit.Is(lexicon.DateUnit) {
		end = c.end - len(strings.TrimLeft(c.text[end:c.end], "底初末前内份"))
	}
	return end
}

// listNumber is the length of the mark behind a number by which a list or a
// table's line is told: 2.甲乙项目, 1甲园; -1 where the number belongs to a name.
func (c *scanner) listNumber(end int) int {
	if n := len(c.tokens); n > 0 && c.tokens[n-1].kind != mark || end >= c.end {
		return -1
	}
	r, n := lexicon.RuneAt(c.text, end, c.end)
	if len(c.tokens) == 0 && r >= 0x4E00 && !strings.ContainsRune("号期路街楼站线级环批区", r) {
		return 0 // the number of a table's line
	}
	if r != '.' && r != '．' {
		return -1
	}
	if next, _ := lexicon.RuneAt(c.text, end+n, max(c.end, end+n)); next < 0x4E00 && !isLetter(next) {
		return -1
	}
	return n
}

// numbers reports whether a text ends with the number of a list's line: 4. or 4、.
func numbers(s string) bool { return strings.TrimRight(s, " .．、") != strings.TrimRight(s, " ") }

// longerWord reports whether a number in characters begins a longer word: 三产.
func (c *scanner) longerWord(at, end int) bool {
	e, n := c.at(at)
	return at+n > end && e.class != noClass && e.class != common
}

// placeAt reports whether a place's last character stands there, so that what is
// before it names the place.
func (c *scanner) placeAt(at int) bool {
	r, _ := lexicon.RuneAt(c.text, at, max(c.end, at))
	return at < c.end && strings.ContainsRune("乡镇村屯桥", r)
}

func (c *scanner) digitAt(at int) bool {
	if at >= c.end {
		return false
	}
	r, _ := lexicon.RuneAt(c.text, at, c.end)
	return isDigit(r)
}
