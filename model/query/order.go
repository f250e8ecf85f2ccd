package query

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
)

// Order is the order of facts within a pane or an export.
type Order uint8

// The orders. Facts that an order does not tell apart keep the text's order.
const (
	ByText   Order = iota // as the reports state them
	ByName                // by pinyin
	ByValue               // greatest first within a base unit; facts without a number last
	ByPeriod              // latest first; facts without a period last
)

// Orders are all orders.
func Orders() []Order { return []Order{ByText, ByName, ByValue, ByPeriod} }

// String is the order's key, as the command line writes it.
func (o Order) String() string { return [...]string{"text", "name", "value", "period"}[o&3] }

// Word names the order for titles and status lines.
func (o Order) Word(l model.Lang) string { return model.Word("order", o.String(), l) }

// RowWord names the order for the tables of a comparison, whose first order is
// not the text's.
func (o Order) RowWord(l model.Lang) string {
	if o == ByText {
		return model.Word("order", "rows", l)
	}
	return o.Word(l)
}

// Sort is a sorted copy of the facts; reverse turns the order round, but what
// has no value or period stays last.
func Sort(facts []*model.Fact, o Order, reverse bool) []*model.Fact {
	out := slices.Clone(facts)
	var compare func(a, b *model.Fact) int
	switch o {
	case ByName:
		sounds := map[string]string{}
		for _, f := range out {
			if _, known := sounds[f.Name]; !known {
				sounds[f.Name] = Sound(f.Name)
			}
		}
		compare = func(a, b *model.Fact) int { return turn(strings.Compare(sounds[a.Name], sounds[b.Name]), reverse) }
	case ByValue, ByPeriod:
		compare = func(a, b *model.Fact) int { return o.Compare(a, b, reverse) }
	default:
		if reverse {
			slices.Reverse(out)
		}
		return out
	}
	slices.SortStableFunc(out, compare)
	return out
}

// Compare is how two facts stand by value or by period, as [Sort] orders them;
// 0 in any other order.
func (o Order) Compare(a, b *model.Fact, reverse bool) int {
	switch o {
	case ByValue:
		return compareValues(a, b, reverse)
	case ByPeriod:
		return comparePeriods(a, b, reverse)
	}
	return 0
}

func turn(c int, reverse bool) int {
	if reverse {
		return -c
	}
	return c
}

func compareValues(a, b *model.Fact, reverse bool) int {
	if a.HasValue != b.HasValue {
		return lastIf(!a.HasValue)
	}
	if c := strings.Compare(a.Quantity.BaseUnit, b.Quantity.BaseUnit); c != 0 || !a.HasValue {
		return c
	}
	return turn(b.Quantity.Base.Cmp(a.Quantity.Base), reverse)
}

func comparePeriods(a, b *model.Fact, reverse bool) int {
	if (a.Period.To == 0) != (b.Period.To == 0) {
		return lastIf(a.Period.To == 0)
	}
	c := cmp.Compare(b.Period.To, a.Period.To)
	if c == 0 {
		c = cmp.Compare(b.Period.From, a.Period.From)
	}
	return turn(c, reverse)
}

// lastIf orders what is missing behind what is there.
func lastIf(missing bool) int {
	if missing {
		return 1
	}
	return -1
}

// Sound is the text by which a name is sorted: the commonest reading of each
// character, the character itself behind it so that homophones stay together.
func Sound(name string) string {
	var b strings.Builder
	t := syllableTable()
	for _, r := range model.Fold(name) {
		b.WriteString(t.names[t.read(r)[0]])
		b.WriteRune(r)
		b.WriteByte(' ')
	}
	return b.String()
}
