// Package export writes what is on view for other programs and for people:
// Markdown with a footnote for every sentence, a page of HTML with pictures,
// workbooks, CSV, TSV, SQL, JSON, and JSON Lines in the form of the facts
// contract.
//
//	err := export.Write(os.Stdout, export.Markdown, export.View{
//		Kind: export.Indicators, Corpus: corpus, Filter: filter,
//		Command: "qubi export --view indicators",
//	})
//
// The browser and the command both call Write with a [View], so that the same
// view gives the same bytes; nothing here looks at a clock, a locale, a disk or
// a terminal. Every format is written as it is made, so that the memory it takes
// does not grow with the facts.
package export

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"qubi/model"
	"qubi/model/export/cite"
)

// writers are the formats, in the order in which they are offered.
func writers() []writer {
	return []writer{{Markdown, writeMarkdown}, {HTML, writeHTML}, {Excel, writeExcel}, {CSV, writeCSV}, {TSV, writeTSV},
		{JSON, writeJSON}, {JSONLines, writeJSONLines}, {SQL, writeSQL},
		{GB7714, cites(cite.GB7714)}, {APA, cites(cite.APA)}, {BibTeX, cites(cite.BibTeX)}, {CSLJSON, writeCSL}, {QDPX, writeQDPX}}
}

// writer writes one format.
type writer struct {
	format Format
	write  func(*out, View) error
}

// Formats are all formats.
func Formats() []Format {
	return model.Map(writers(), func(w writer) Format { return w.format })
}

// Write writes the view. Its only errors are those of w and an unknown format,
// view or column.
func Write(w io.Writer, format Format, v View) error {
	if v.Kind == "" {
		v.Kind = SideBySide
	}
	if !slices.Contains(Kinds(), v.Kind) {
		return fmt.Errorf("export: no view %q", v.Kind)
	}
	if _, err := v.columns(); err != nil {
		return err
	}
	if v.Code != "" && v.Project != nil {
		v.Filter.Marked = v.Project.Within(v.Code)
	}
	v.compared = sync.OnceValue(v.comparison)
	if v.Kind.lists() {
		v.listed = sync.OnceValues(v.makeListing)
		if _, err := v.listing(); err != nil {
			return err
		}
	}
	if v.Command == "" {
		v.Command = Command(v, format, v.Paths)
	}
	for _, one := range writers() {
		if one.format == format {
			o := newOut(w)
			if err := one.write(o, v); err != nil {
				return err
			}
			return o.flush()
		}
	}
	return fmt.Errorf("export: no format %q", format)
}
