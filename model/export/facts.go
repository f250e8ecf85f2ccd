package export

import (
	"io"
	"strings"

	"qubi/model"
)

// Facts writes one JSON object a line, the facts contract: every key always
// there and always in the same order, numbers with the digits the text gives
// them, Chinese and <>& as they are. It streams: a line is written as soon as
// it is made, so memory does not grow with the facts.
func Facts(w io.Writer, facts []*model.Fact) error {
	var b []byte
	for _, f := range facts {
		b = appendFact(b, f)
		b = append(b, '\n')
		if len(b) > 1<<16 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	if len(b) == 0 {
		return nil
	}
	_, err := w.Write(b)
	return err
}

// appendFact appends the fact's object in the key order of the contract.
func appendFact(b []byte, f *model.Fact) []byte {
	o := object{b: append(b, '{')}
	head := &f.Report.Head
	o.text("kind", f.Kind.String())
	o.text("district", head.District)
	o.text("city", head.City)
	o.text("report", f.Report.File)
	o.text("title", head.Title)
	o.text("published", day(head.Published))
	o.text("name", f.Name)
	o.text("indicator", f.Indicator)
	o.quantity(f)
	o.text("period", f.Period.String())
	o.text("change", f.Change)
	o.text("rank", f.Rank)
	o.text("stage", string(f.Stage))
	o.text("tier", f.Tier)
	o.text("group", f.Group)
	o.texts("themes", len(f.Themes), func(i int) string { return f.Themes[i].String() })
	o.text("quote", f.Quote())
	o.text("sentence", f.Sentence())
	o.number("paragraph", f.Place.Paragraph)
	o.number("start", f.Place.Quote.Start)
	o.number("end", f.Place.Quote.End)
	o.number("line", f.Line())
	o.texts("flags", len(f.Flags), func(i int) string { return string(f.Flags[i]) })
	o.text("whole", f.Whole)
	o.text("id", string(f.Key()))
	return append(o.b, '}')
}

// quantity writes the number as written and in its base unit, or nulls.
func (o *object) quantity(f *model.Fact) {
	q := f.Quantity
	if f.HasValue {
		o.raw("value", q.Value.String())
	} else {
		o.raw("value", "null")
	}
	o.text("unit", q.Unit)
	if f.HasValue {
		o.raw("base_value", q.Base.String())
	} else {
		o.raw("base_value", "null")
	}
	o.text("base_unit", q.BaseUnit)
	bound := string(q.Bound)
	if f.HasValue && bound == "" {
		bound = string(model.Exactly)
	}
	o.text("bound", bound)
}

// object writes the members of one JSON object. It is written by hand because
// encoding/json neither keeps 4.50 nor writes decimals beyond a float.
type object struct {
	b    []byte
	some bool // a member has been written
}

// key begins a member.
func (o *object) key(name string) {
	if o.some {
		o.b = append(o.b, ',')
	}
	o.some = true
	o.b = append(quote(o.b, name), ':')
}

// raw writes a value that is JSON already: a number with its own digits.
func (o *object) raw(name, value string) {
	o.key(name)
	o.b = append(o.b, value...)
}

func (o *object) text(name, value string) {
	o.key(name)
	o.b = quote(o.b, value)
}

func (o *object) number(name string, n int) {
	o.key(name)
	o.b = appendInt(o.b, n)
}

func (o *object) texts(name string, n int, at func(int) string) {
	o.key(name)
	o.b = append(o.b, '[')
	for i := range n {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		o.b = quote(o.b, at(i))
	}
	o.b = append(o.b, ']')
}

const hex = "0123456789abcdef"

// quote appends a JSON string: only what JSON demands is escaped, and U+2028
// and U+2029, which some readers of JSON Lines take for line ends.
func quote(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r < ' ' || r == 0x7f:
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		case r == '\u2028':
			b = append(b, `\u2028`...)
		case r == '\u2029':
			b = append(b, `\u2029`...)
		default:
			b = appendRune(b, r)
		}
	}
	return append(b, '"')
}
