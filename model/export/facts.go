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
	o.json(contract(f))
	o.put("\n")
}

// contract is the fact as the contract writes it; behind that, what a person decided
// of it, where one did, and what the rules had read in place of what was corrected.
func contract(f *model.Fact) object {
	all := columns()
	all = all[:len(all)-readers]
	o := make(object, 0, len(all)+readers)
	for _, c := range all {
		o = append(o, member{c.key, c.value(row{Fact: f})})
	}
	if f.Mark != model.Unchecked {
		o = append(o, member{"check", f.Mark.String()})
	}
	if f.Mark == model.Corrected && f.Read != nil {
		now, was := project.FieldsOf(f), project.FieldsOf(f.Read)
		var read object
		for _, key := range slices.Sorted(slices.Values(now.Differ(was))) {
			read = append(read, member{key, was[key]})
		}
		o = append(o, member{"read", read})
	}
	return o
}

// noted is the fact with what a reader left at it, where there is anything; only a
// view's own export has it.
func (v View) noted(f *model.Fact) object {
	o := contract(f)
	if note := v.Notes.At(f); note != (notes.Note{}) {
		o = append(o, member{"marked", note.Marked}, member{"note", note.Text})
	}
	return o
}

// allNoted are some facts.
func (v View) allNoted(facts []*model.Fact) []object { return model.Map(facts, v.noted) }
