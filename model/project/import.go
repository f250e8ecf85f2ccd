package project

import (
	"strings"

	"qubi/model"
	"qubi/model/qdpx"
)

// Import brings codes and memos of another tool to the same passages of the
// corpus that the rules read, and its codes into the codebook. What the other
// tool has from an export of ours, the kinds and themes that the rules found,
// is there already and stays out. What finds no place is given back.
func Import(raw *model.Corpus, into Project, from qdpx.Project, s Sign) (Project, []Lost) {
	find := newFinder(raw.Reports)
	names := map[string]string{}
	into = into.defineAll(from.Codes, names, s)
	var lost []Lost
	for _, source := range from.Sources {
		for _, p := range source.Passages {
			sign := Sign{By: p.By, When: p.When}
			if p.By == "" {
				sign.By = s.By
			}
			if p.When == "" {
				sign.When = s.When
			}
			place := Anchor{Report: source.Name, Start: p.Start, End: p.End, Quote: source.Text[p.Start:p.End],
				Before: lastRunes(source.Text[:p.Start], surroundings), After: firstRunes(source.Text[p.End:], surroundings)}
			if r, span, ok := find.find(place, func(*model.Report) bool { return true }); ok { // it names no district
				place = AnchorAt(r, span)
			} else {
				ok = len(ourOwn(p.Codes, names)) == 0
				if !ok {
					lost = append(lost, Lost{Entry{Type: Coding, Code: strings.Join(ourOwn(p.Codes, names), " "), Place: place}, find.open(place)})
				}
				continue
			}
			for _, code := range ourOwn(p.Codes, names) {
				into = into.With(Entry{Type: Coding, Code: code, Place: place, Opinion: Opinion{Text: p.Memo, Sign: sign}})
			}
			if len(p.Codes) == 0 && p.Memo != "" {
				into = into.With(Entry{Type: Memo, Place: place, Opinion: Opinion{Text: p.Memo, Sign: sign}})
			}
		}
	}
	return into, lost
}

// ourOwn are the names of codes that people made.
func ourOwn(ids []string, names map[string]string) (own []string) {
	for _, id := range ids {
		if name := names[id]; name != "" {
			own = append(own, name)
		}
	}
	return own
}

// Branches of the code tree of an export: what the rules found, and what people
// made.
const (
	BranchKinds  = "qubi:类别"
	BranchThemes = "qubi:主题"
)

// defineAll takes codes into the codebook, and tells their names by ID. Codes
// below others are named with them: 产业/集群.
func (p Project) defineAll(codes []qdpx.Code, names map[string]string, s Sign) Project {
	var walk func(codes []qdpx.Code, above string)
	known := map[string]bool{}
	for _, c := range p.Codebook() {
		known[c.Name] = true
	}
	walk = func(codes []qdpx.Code, above string) {
		for _, c := range codes {
			if above == "" && (c.Name == BranchKinds || c.Name == BranchThemes) {
				continue
			}
			name := above + c.Name
			if !c.Grouping {
				names[c.ID] = name
				if !known[name] {
					p = p.Define(Code{Name: name, Means: c.Means}, s)
				}
			}
			walk(c.Codes, name+"/")
		}
	}
	walk(codes, "")
	return p
}
