package tui

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/model/export"
	"qubi/model/files"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// exporter is the export dialog: format, path, and a preview of exactly the
// bytes that will be written.
type exporter struct {
	home   string // what ~ stands for
	view   export.View
	format int // index into formats
	path   field
	facts  int      // how many the view holds
	wrong  string   // why the last try failed, or what is asked
	sure   bool     // the user has been asked whether to overwrite
	head   []string // the first lines of the export in the chosen format
}

// formats are the formats that can be written here.
func formats() []export.Format { return export.Formats() }

// askExport opens the export dialog with a name that the view suggests.
func (a *App) askExport() tea.Cmd {
	e := &exporter{view: a.exported(), home: a.options.Home}
	e.facts = len(e.view.Facts())
	e.path = newField(filepath.Join(a.options.Folder, "qubi-"+string(e.view.Kind)+"."+string(formats()[0])))
	e.make()
	a.dialog = e
	return nil
}

// make writes the beginning of the export to memory, for the preview.
func (e *exporter) make() {
	var b beginning
	e.wrong, e.sure = "", false
	if err := export.Write(&b, formats()[e.format], e.view); err != nil && !errors.Is(err, errEnough) {
		e.wrong = err.Error()
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

func (e *exporter) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	k := inDialog()
	switch {
	case key.Matches(msg, k.cancel):
		a.close()
	case key.Matches(msg, k.accept):
		return e.write(a)
	case key.Matches(msg, k.up):
		e.choose(-1)
	case key.Matches(msg, k.down):
		e.choose(1)
	case key.Matches(msg, k.complete):
		e.complete()
	case e.path.update(msg):
		e.wrong, e.sure = "", false
	}
	return nil
}

// choose takes another format, and the path's ending with it.
func (e *exporter) choose(by int) {
	all := formats()
	old := "." + string(all[e.format])
	e.format = (e.format + by + len(all)) % len(all)
	if name, ok := strings.CutSuffix(e.path.value(), old); ok {
		e.path = newField(name + "." + string(all[e.format]))
	}
	e.make()
}

// complete completes the path as far as the folder's names agree, and lists
// them where they part.
func (e *exporter) complete() {
	folder, start := filepath.Split(e.path.value())
	look := e.atHome(folder)
	if look == "" {
		look = "."
	}
	entries, err := os.ReadDir(look)
	if err != nil {
		e.wrong = err.Error()
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
	e.path = newField(folder + common(names))
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
func (e *exporter) write(a *App) tea.Cmd {
	path := e.atHome(e.path.value())
	if path == "" {
		e.wrong = a.words.Text("export.nopath")
		return nil
	}
	if _, err := os.Stat(path); err == nil && !e.sure {
		e.sure, e.wrong = true, a.words.Text("export.exists", path)
		return nil
	}
	err := files.Replace(path, e.sure, func(w io.Writer) error {
		return export.Write(w, formats()[e.format], e.view)
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		e.sure, e.wrong = true, a.words.Text("export.exists", path)
	case err != nil:
		e.wrong = err.Error()
	default:
		a.close()
		a.tell(a.words.Text("toast.exported", e.facts, a.whole(path)))
	}
	return nil
}

func (e *exporter) paste(_ *App, msg tea.PasteMsg) tea.Cmd {
	e.path.update(msg)
	e.wrong, e.sure = "", false
	return nil
}

func (e *exporter) hints() []hint {
	return []hint{{"enter", "hint.write"}, {"up", ""}, {"down", "hint.format"}, {"tab", "hint.complete"}, {"esc", "hint.drop"}}
}

func (e *exporter) rows(a *App) int { return max(8, a.h*2/3) }

func (e *exporter) lines(a *App, w, h int) []cell.Line {
	rule := a.look.Glyphs.Rule
	title := cell.Line{{Text: rule + rule + " ", Role: style.Border}, {Text: a.words.Text("title.export", a.words.Text("export."+string(e.view.Kind)), e.facts) + " ", Role: style.Section}}
	for i, f := range formats() {
		role, mark := style.Bar, " "
		if i == e.format {
			role, mark = style.BarOn, a.look.Glyphs.Cursor
		}
		title = append(title, cell.Span{Text: mark + string(f) + " ", Role: role}, cell.Span{Text: " "})
	}
	label := " " + a.words.Text("export.path") + " "
	path, _ := e.path.line(a.look, w-a.look.Measure.Width(label), -1)
	note := cell.Line{{Text: " " + a.words.Text("export.how"), Role: style.Hint}}
	if e.wrong != "" {
		note = cell.Line{{Text: " " + e.wrong, Role: style.Error}}
	}
	lines := []cell.Line{title, append(cell.Line{{Text: label, Role: style.Key}}, path...), note}
	for _, s := range e.head {
		if len(lines) < h {
			lines = append(lines, a.fit(cell.Line{{Text: " " + a.look.Glyphs.Bar + " ", Role: style.Border}, {Text: plain(s)}}, w))
		}
	}
	return lines
}

// plain is a line fit to be shown: tabs as blanks, no byte order mark.
func plain(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(s, "\r"), "\t", "  "), "\ufeff")
}

func (e *exporter) cursor(a *App, w, _ int) (x, y int, ok bool) {
	label := a.look.Measure.Width(" " + a.words.Text("export.path") + " ")
	_, x = e.path.line(a.look, w-label, -1)
	return label + x, 1, true
}

// atHome is a path with its leading ~ as a shell reads it.
func (e *exporter) atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || e.home == "" || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return e.home + rest
}

// whole is a path from the root, by which a file is found again later; of one
// too long for the status line the end, with the file's name.
func (a *App) whole(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	short := full
	for room := a.w - 24; a.look.Measure.Width(short) > room; {
		_, rest, found := strings.Cut(full[1:], string(filepath.Separator))
		if !found {
			break
		}
		full = string(filepath.Separator) + rest
		short = a.look.Glyphs.More + full
	}
	return short
}
