package export

import (
	"slices"

	"qubi/model"
	"qubi/model/export/cite"
)

// cites writes the reports on view as they are cited in a style, one after
// another.
func cites(style cite.Style) func(*out, View) error {
	return func(o *out, v View) error {
		for _, s := range cite.All(v.reports()) {
			o.put(s.Text(style), "\n")
		}
		return o.err
	}
}

// writeCSL writes them as the list of items that citation programs read.
func writeCSL(o *out, v View) error {
	o.put("[")
	sep := "\n  "
	for _, s := range cite.All(v.reports()) {
		o.put(sep, s.Text(cite.CSLJSON))
		sep = ",\n  "
	}
	o.put("\n]\n")
	return o.err
}

// reports are those of the districts on view; of marked facts, those that hold
// some.
func (v View) reports() (all []*model.Report) {
	for d, facts := range v.byDistrict() {
		for _, r := range d.Reports {
			if v.Kind != Marked || slices.ContainsFunc(facts, func(f *model.Fact) bool { return f.Report == r }) {
				all = append(all, r)
			}
		}
	}
	return all
}
