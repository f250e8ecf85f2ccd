package model

import "time"

// Span is a half-open range of byte offsets into a Document's Text.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Head is what the page says about the report itself, from its head or body.
// Fields the page does not state are zero.
type Head struct {
	Title     string
	Published time.Time // day of publication, UTC midnight; zero when unknown
	Event     time.Time // day the reported event took place, when the text states it
	Source    string    // 信息来源, as written
	Author    string    // 作者, 记者 or 通讯员, as written
	District  string    // full name with 区, 县 or 市; of a document of another level, the place that it is of (济南市, 回河街道)
	Level     Level     // of the place that the document is of
	City      string    // prefecture-level city (济南市); empty when unknown
	Province  string    // empty when unknown
	Covers    Period    // the period the report's achievements are about
}

// Level is what kind of place a document is of. Documents of a city or a township
// stand beside those of districts and are told apart.
type Level string

// The levels.
const (
	OfDistrict Level = ""         // a county-level division, or not known
	OfZone     Level = "zone"     // a development zone
	OfTownship Level = "township" // a town, township or street office
	OfCity     Level = "city"     // a prefecture
	OfProvince Level = "province"
)

// Word names the level, "" for a district's.
func (l Level) Word(lang Lang) string {
	if l == OfDistrict {
		return ""
	}
	return Word("level", string(l), lang)
}

// Date is the day against which 今年 and 上半年 are resolved: the event's day
// when it is known, else the day of publication; zero when neither is.
func (h Head) Date() time.Time {
	if !h.Event.IsZero() {
		return h.Event
	}
	return h.Published
}

// Day is a date as the contract writes it, "" where it is not known.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// Repair is one place of a damaged page that cleaning changed, or had to leave.
type Repair struct {
	Span       Span    // place in the clean text (may be empty for a removal)
	Original   string  // as found in the file
	Repaired   string  // as it stands in the clean text
	Reason     string  // one short clause, Chinese
	Confidence float64 // 0 (left as found) to 1 (proved)
	Line       int     // line of the original file, from 1
	Proved     bool    // false: marked, a reader must look
}

// Document is one report's text and the way back from it to its file.
type Document struct {
	File       string // file name without folders
	Path       string // as the user gave it, for messages
	FileSum    string // hash of the file's bytes, 16 hexadecimal digits: what is said of the file holds wherever it lies
	Encoding   string // "UTF-8", "GB18030", …
	Original   string // the whole file decoded to UTF-8, nothing removed
	Text       string // clean text; paragraphs are separated by "\n"
	Head       Head
	Paragraphs []Span // in order, without the line ends
	Repairs    []Repair
	Offsets    Offsets  // from Text to Original
	Raw        Offsets  // from Original to the file's bytes; empty means identity, or that Original is not in the file as it is
	Format     string   // txt, html, docx, pdf, …: told by the bytes
	Sheets     []int    // offsets in Original where the file's pages begin; nil where it has none
	Tables     []Table  // in the order of Original
	Unread     []Unread // numbers of tables that the text draws with blanks, which gave no fact
}

// Quote is the text at a span.
func (d *Document) Quote(s Span) string { return d.Text[s.Start:s.End] }
