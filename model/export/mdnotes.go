package export

import (
	"strconv"
	"strings"

	"qubi/model"
)

// remarks lists what a reader must know of the facts noted since the last
// list: their own marks and notes, doubts, and repaired places.
func (m *markdown) remarks() {
	var b strings.Builder
	for _, f := range m.noted[m.listed:] {
		if parts := m.remarksOn(f); len(parts) > 0 {
			b.WriteString("- " + m.ref(f) + " “" + escape(f.Name) + "” " + strings.Join(parts, m.say("；", "; ")) + "\n")
		}
	}
	m.listed = len(m.noted)
	if b.Len() > 0 {
		m.line(m.say("说明：", "Remarks:"))
		m.line(b.String())
	}
}

func (m *markdown) remarksOn(f *model.Fact) (parts []string) {
	note := m.v.Notes.At(f)
	if note.Marked && m.v.Kind != Marked { // where all are, it says nothing
		parts = append(parts, m.say("已标记", "marked"))
	}
	if note.Text != "" {
		parts = append(parts, m.say("批注：", "note: ")+escape(note.Text))
	}
	for _, flag := range f.Flags {
		parts = append(parts, flag.Word(m.lang))
	}
	for _, r := range f.Report.Repairs {
		if r.Span.Start <= f.Place.Sentence.End && r.Span.End >= f.Place.Sentence.Start {
			parts = append(parts, m.repair(r))
		}
	}
	return parts
}

// repair names a place that cleaning changed, or had to leave.
func (m *markdown) repair(r model.Repair) string {
	text := m.say("修补：", "repaired: ")
	if !r.Proved {
		text = m.say("疑有残损：", "perhaps damaged: ")
	}
	text += "“" + escape(r.Original) + "” → “" + escape(r.Repaired) + "”"
	if r.Reason != "" {
		text += m.say("（", " (") + escape(r.Why(m.lang)) + m.say("）", ")")
	}
	return text + m.say("，原文件第"+strconv.Itoa(r.Line)+"行", ", line "+strconv.Itoa(r.Line)+" of the file")
}

// strays lists the marks and notes whose report is open and reads differently
// now: nobody's work is left out because a text was edited.
func (m *markdown) strays() {
	_, all := m.v.Notes.Settle(m.v.Corpus.Corpus)
	var b strings.Builder
	for _, s := range all {
		if !s.Changed {
			continue
		}
		b.WriteString("- “" + escape(s.Name) + "”" + m.say("（", " (") + escape(s.District+" "+s.Report) + m.say("）", ")"))
		if s.Text != "" {
			b.WriteString(m.say("批注：", " note: ") + escape(s.Text) + m.say("；", ";"))
		}
		b.WriteString(m.say("原句：", " it stood at: ") + escape(s.Quote) + "\n")
	}
	if b.Len() > 0 {
		m.heading(2, m.say("找不到原处的标记与批注", "Marks and notes whose text has changed"))
		m.line(b.String())
	}
}

// footnotes writes a footnote for every fact: its sentence, and where that
// stands.
func (m *markdown) footnotes() {
	for i, f := range m.noted {
		head := f.Report.Head
		source := head.Source
		if source == "" {
			source = m.say("来源未注明", "source not stated")
		}
		where := []string{m.whose(head), m.title(f.Report), source, m.date(f.Report), m.place(f)}
		m.b.WriteString("[^" + strconv.Itoa(i+1) + "]: “" + escape(f.Sentence()) + "” " +
			escape(strings.Join(where, m.say("，", ", "))) + "\n")
	}
}

// whose is the district that a footnote's report is of.
func (m *markdown) whose(head model.Head) string {
	if head.District == "" && head.City == "" {
		return m.say("区县未注明", "district not stated")
	}
	return name(&model.District{Name: head.District, City: head.City})
}

// place is file and line, and the lines of the same fact's other places.
func (m *markdown) place(f *model.Fact) string {
	text := f.Report.File + ":" + strconv.Itoa(f.Line())
	for _, p := range f.Also {
		text += m.say("、", ", ") + strconv.Itoa(f.Report.Origin(p.Quote).Line)
	}
	return text
}
