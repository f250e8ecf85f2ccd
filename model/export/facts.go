package export

import (
	"io"
	"slices"

	"qubi/model"
	"qubi/model/notes"
	"qubi/model/project"
)

// Facts writes one JSON object a line, the facts contract: every key always
// there and always in the same order, numbers with the digits the text gives
// them, Chinese and <>& as they are. It streams: a line is written as soon as
// it is made, so memory does not grow with the facts.
func Facts(w io.Writer, facts []*model.Fact) error {
	o := newOut(w)
	for f := range slices.Values(facts) {
		if o.fact(f); o.err != nil {
			break
		}
	}
	return o.flush()
}

func writeJSONLines(o *out, v View) error {
	for f := range v.each() {
		if o.fact(f); o.err != nil {
			break
		}
	}
	return o.err
}

// fact writes a line of the contract.
func (o *out) fact(f *model.Fact) {
	o.json(row{Fact: f})
	o.put("\n")
}

// appendJSON writes a fact as the contract does; behind that, what a person decided
// of it, where one did, and what the rules had read in place of what was corrected, and
// what a reader left at it.
func (r row) appendJSON(b []byte) []byte {
	first := len(b)
	all := columns()
	for _, c := range all[:len(all)-readers] {
		b = c.appendValue(append(b, c.member...), r)
	}
	b[first] = '{'
	var more object
	if r.Mark != model.Unchecked {
		more = append(more, member{"check", r.Mark.String()})
	}
	if r.Mark == model.Corrected && r.Read != nil {
		now, was := project.FieldsOf(r.Fact), project.FieldsOf(r.Read)
		var read object
		for _, key := range slices.Sorted(slices.Values(now.Differ(was))) {
			read = append(read, member{key, was[key]})
		}
		more = append(more, member{"read", read})
	}
	if r.note != (notes.Note{}) {
		more = append(more, member{"marked", r.note.Marked}, member{"note", r.note.Text})
	}
	if len(more) > 0 {
		return appendMembers(append(b, ','), more)
	}
	return append(b, '}')
}

// noted is the fact with what a reader left at it, where there is anything; only a
// view's own export has it.
func (v View) noted(f *model.Fact) row { return row{f, v.Notes.At(f)} }

// rows are some facts.
type rows []row

func (all rows) appendJSON(b []byte) []byte { return appendList(b, all) }

// allNoted are some facts.
func (v View) allNoted(facts []*model.Fact) rows { return model.Map(facts, v.noted) }
