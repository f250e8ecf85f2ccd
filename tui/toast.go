package tui

import (
	"qubi/tui/cell"
)

// news is what was said last, or how far the reading is; nil for neither.
func (a *App) news() cell.Line {
	switch {
	case a.toast.text != "":
		return cell.Line{{Text: " " + a.toast.text, Role: a.toast.role}}
	case a.dialog == nil && a.progress.Reading:
		return a.progressLine()
	}
	return nil
}
