package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// run shows the App through bubbletea's own renderer until package screen is
// there.
func run(ctx context.Context, app *App, _ Options) error {
	_, err := tea.NewProgram(standIn{app}, tea.WithContext(ctx)).Run()
	return err
}

// standIn is the App as bubbletea runs it.
type standIn struct{ app *App }

func (s standIn) Init() tea.Cmd { return s.app.Init() }

func (s standIn) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return s, s.app.Update(msg) }

func (s standIn) View() tea.View {
	f := s.app.Frame()
	sheet := s.app.Sheet()
	var b strings.Builder
	for i, row := range f.Rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, seg := range row {
			for _, span := range seg.Line {
				if open := sheet.Open(span.Role); open != "" {
					b.WriteString(open + span.Text + "\x1b[m")
				} else {
					b.WriteString(span.Text)
				}
			}
		}
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	if f.Cursor.Shown {
		v.Cursor = tea.NewCursor(f.Cursor.Col, f.Cursor.Row)
	}
	return v
}

// holdMouse asks the terminal for the mouse, or lets go of it.
func (a *App) holdMouse(bool) tea.Cmd { return nil }

// hand hands a text to the terminal's clipboard.
func hand(text string) tea.Cmd { return tea.SetClipboard(text) }
