package tui

import (
	"strings"

	"qubi/model/project"
	"qubi/tui/ask"
)

// withProject does what needs a project; where none is open, once it is said in
// which file that is to be kept.
func (a *App) withProject(do func()) {
	if a.options.Checks.Keep != nil {
		do()
		return
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("project.file") + " ", Field: ask.NewField("my" + project.Extension),
		Accept: func(file string) {
			checks, err := a.options.Begin(strings.TrimSpace(file), a.asRead)
			if err != nil {
				a.fail(err)
				return
			}
			if a.options.Checks = checks; checks.Project.Len() > 0 {
				a.renew()
			}
			do()
		},
		Tell: func(file string) (string, int) {
			if strings.TrimSpace(file) == "" {
				return a.words.Text("project.nofile"), 0
			}
			return a.words.Text("project.how"), -1
		},
	})
}
