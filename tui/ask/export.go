package ask

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"qubi/model/export"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Export is the export dialog: format, path, and a preview of exactly the
// bytes that will be written.
type Export struct {
	home   string // what ~ stands for
	view   export.View
	format int // index into [export.Formats]
	path   Field
	facts  int      // how many the view holds
	wrong  string   // why the last try failed, or what is asked
	sure   bool     // the user has been asked whether to overwrite
	head   []string // the first lines of the export in the chosen format

	Closed func() // opens what was open before, or nil
}

// NewExport makes the dialog for a view, with a path in a folder that the view
// suggests; home is what ~ stands for in a path.
func NewExport(v export.View, folder, home string) *Export {
	e := &Export{view: v, home: home, facts: len(v.Facts())}
	e.path = NewField(filepath.Join(folder, "qubi-"+string(v.Kind)+"."+string(export.Formats()[0])))
	e.make()
	return e
}

// make writes the beginning of the export to memory, for the preview.
func (e *Export) make() {
	var b beginning
	e.wrong, e.sure = "", false
	format := export.Formats()[e.format]
	if format == export.Excel {
		format = export.TSV // the same cells; a workbook's bytes are no text
	}
	if err := export.Write(&b, format, e.view); err != nil && !errors.Is(err, errEnough) {
		e.wrong = lang.Told(err, e.view.Lang)
	}
	e.head = strings.Split(strings.ToValidUTF8(b.text.String(), ""), "\n")
}

// beginning keeps the first bytes written to it, more than any window shows.
type beginning struct{ text strings.Builder }

// errEnough stops a writer whose rest nobody will see.
var errEnough = errors.New("enough for a preview")

func (b *beginning) Write(p []byte) (int, error) {
	const enough = 64 << 10
	if b.text.Len()+len(p) > enough {
		b.text.Write(p[:enough-b.text.Len()])
		return 0, errEnough
	}
	return b.text.Write(p)
}

// Preview is what the file begins with.
func (e *Export) Preview() string { return strings.Join(e.head, "\n") }

// Key does what a key does here.
func (e *Export) Key(h Host, msg tea.KeyPressMsg) {
	switch msg.String() {
	case "esc", "ctrl+c":
		e.close(h)
	case "enter":
		e.write(h)
	case "up", "ctrl+p", "shift+tab":
		e.choose(-1)
	case "down", "ctrl+n":
		e.choose(1)
	case "tab":
		e.complete()
	default:
		e.typed(msg)
	}
}

// choose takes another format, and the path's ending with it.
func (e *Export) choose(by int) {
	all := export.Formats()
	old := "." + string(all[e.format])
	e.format = (e.format + by + len(all)) % len(all)
	if name, ok := strings.CutSuffix(e.path.Value(), old); ok {
		e.path = NewField(name + "." + string(all[e.format]))
	}
	e.make()
}

// complete completes the path as far as the folder's names agree, and lists
// them where they part.
func (e *Export) complete() {
	folder, start := filepath.Split(e.path.Value())
	look := e.atHome(folder)
	if look == "" {
		look = "."
	}
	entries, err := os.ReadDir(look)
	if err != nil {
		e.wrong = lang.Told(err, e.view.Lang)
		return
	}
	var names []string
	for _, entry := range entries {
		if name := entry.Name(); strings.HasPrefix(name, start) {
			if entry.IsDir() {
				name += string(filepath.Separator)
			}
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return
	}
	if len(names) > 1 {
		e.wrong = strings.Join(names[:min(8, len(names))], "  ")
	}
	e.path = NewField(folder + common(names))
}

// common is what all names begin with.
func common(names []string) string {
	s := names[0]
	for _, name := range names[1:] {
		for !strings.HasPrefix(name, s) {
			_, n := utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-n]
		}
	}
	return s
}

// write writes the file, after asking when there is one of that name already.
func (e *Export) write(h Host) {
	path, text := e.atHome(e.path.Value()), h.Look().Words.Text
	switch info, err := os.Stat(path); {
	case path == "":
		e.wrong = text("export.nopath")
		return
	case files.Same(path, append(e.view.Corpus.Paths(), e.view.Lexicon, e.view.File)) != "":
		e.sure, e.wrong = false, text("export.open", path)
		return
	case err == nil && !info.IsDir() && !info.Mode().IsRegular(): // a pipe without a reader would wait for ever
		e.sure, e.wrong = false, text("export.special", path)
		return
	case err == nil && !e.sure:
		e.sure, e.wrong = true, text("export.exists", path)
		return
	}
	err := files.Replace(path, e.sure, func(w io.Writer) error {
		return export.Write(w, export.Formats()[e.format], e.view)
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		e.sure, e.wrong = true, text("export.exists", path)
	case err != nil:
		e.wrong = lang.Told(err, e.view.Lang)
	default:
		e.close(h)
		h.Tell(text("toast.exported", whole(h, path)))
	}
}

// close closes the dialog.
func (e *Export) close(h Host) {
	h.Open(nil)
	if e.Closed != nil {
		e.Closed()
	}
}

// Paste types what was pasted.
func (e *Export) Paste(_ Host, msg tea.PasteMsg) { e.typed(msg) }

// typed hands a key or a paste to the path.
func (e *Export) typed(msg tea.Msg) {
	if e.path.Update(msg) {
		e.wrong, e.sure = "", false
	}
}

// Hints are its keys.
func (e *Export) Hints() []Hint {
	return []Hint{{"enter", "hint.write"}, {"up", ""}, {"down", "hint.format"}, {"tab", "hint.complete"}, {"esc", "hint.drop"}}
}

// Rows is how many rows it wants.
func (e *Export) Rows(h Host) int {
	_, height := h.Size()
	return max(8, height*2/3)
}

// Lines draws it.
func (e *Export) Lines(host Host, w, h int) []cell.Line {
	l := host.Look()
	rule := l.Glyphs.Rule
	title := cell.Line{{Text: rule + rule + " ", Role: style.Border}, {Text: l.Words.Text("title.export", l.Words.Text("export."+string(e.view.Kind)), e.facts) + " ", Role: style.Section}}
	var choice cell.Line
	for i, f := range export.Formats() {
		role, mark := style.Bar, " "
		if i == e.format {
			role, mark = style.BarOn, l.Glyphs.Cursor
		}
		choice = append(choice, cell.Span{Text: mark + string(f) + " ", Role: role})
	}
	label := " " + l.Words.Text("export.path") + " "
	path, _ := e.path.Line(l, w-l.Measure.Width(label), -1)
	note := cell.Line{{Text: " " + l.Words.Text("export.how"), Role: style.Hint}}
	if e.wrong != "" {
		note = cell.Line{{Text: " " + e.wrong, Role: style.Error}}
	}
	lines := []cell.Line{title, choice, append(cell.Line{{Text: label, Role: style.Key}}, path...), note}
	for _, s := range e.head {
		if len(lines) < h {
			lines = append(lines, table.Fit(l.Measure, cell.Line{{Text: " " + l.Glyphs.Bar + " ", Role: style.Border}, {Text: Plain(s)}}, w))
		}
	}
	return lines
}

// Plain is a line fit to be shown: tabs as blanks, no byte order mark.
func Plain(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(s, "\r"), "\t", "  "), "\ufeff")
}

// Cursor is where typing goes.
func (e *Export) Cursor(h Host, w int) (x, y int, ok bool) {
	l := h.Look()
	label := l.Measure.Width(" " + l.Words.Text("export.path") + " ")
	_, x = e.path.Line(l, w-label, -1)
	return label + x, 2, true
}

// atHome is a path with its leading ~ as a shell reads it.
func (e *Export) atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || e.home == "" || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return e.home + rest
}

// whole is a path from the root, by which a file is found again later; of one
// too long for the status line the end, with the file's name.
func whole(h Host, path string) string {
	l := h.Look()
	w, _ := h.Size()
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	short := full
	for room := w - 24; l.Measure.Width(short) > room; {
		_, rest, found := strings.Cut(full[1:], string(filepath.Separator))
		if !found {
			break
		}
		full = string(filepath.Separator) + rest
		short = l.Glyphs.More + full
	}
	return short
}
