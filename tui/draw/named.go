package draw

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Named is a district's name; one whose reports do not name it goes by the
// first report's title, or its file where it has none.
func (l *Look) Named(d *model.District) string {
	if d.Name == "" && len(d.Reports) > 0 {
		return l.Words.Text("pane.unnamed", cmp.Or(d.Reports[0].Head.Title, d.Reports[0].File))
	}
	return d.Name
}

// Rule is a line across w cells.
func (l *Look) Rule(w int) cell.Line {
	s := strings.Repeat(l.Glyphs.Rule, max(0, w)/max(1, l.Measure.Width(l.Glyphs.Rule)))
	return cell.Line{Text(s, style.Border)}
}

// ThemeOf is a fact's best theme; of those that are filtered for where any are,
// so that a fact stands under the heading it was asked for by.
func (l *Look) ThemeOf(f *model.Fact) model.Theme {
	for _, t := range f.Themes {
		if slices.Contains(l.Themes, t) {
			return t
		}
	}
	if len(f.Themes) == 0 {
		return model.NoTheme
	}
	return f.Themes[0]
}

// ThemeWord is a theme's word; facts without a theme have one too.
func (l *Look) ThemeWord(t model.Theme) string {
	if t == model.NoTheme {
		return l.Words.Text("theme.none")
	}
	return t.Word(l.Words.Lang)
}
