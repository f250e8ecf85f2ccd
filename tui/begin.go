package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model/project"
	"qubi/tui/ask"
)

// withProject does what needs a project; where none is open, once it is said in
// which file that is to be kept.
func (a *App) withProject(do func()) tea.Cmd {
	if a.options.Checks.Keep != nil {
		do()
		return nil
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("project.file") + " ", Field: ask.NewField("my" + project.Extension),
		Accept: func(file string) tea.Cmd {
			checks, err := a.options.Begin(strings.TrimSpace(file), a.asRead)
			if err != nil {
				a.fail(err)
				return nil
			}
			if a.options.Checks = checks; checks.Project.Len() > 0 {
				a.renew()
			}
			do()
			return nil
		},
		Tell: func(file string) (string, int) {
			if strings.TrimSpace(file) == "" {
				return a.words.Text("project.nofile"), 0
			}
			return a.words.Text("project.how"), -1
		},
	})
	return nil
}
