package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"qubi/model/lang"
	"qubi/tui/cell"
)

// drawHelp lets the help pages be drawn in the language.
func (p *program) drawHelp(root *cobra.Command) {
	root.PersistentFlags().BoolP("help", "h", false, p.say("help.flag"))
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { io.WriteString(cmd.OutOrStdout(), p.helpPage(cmd)) })
}

// helpPage is the help of a command: what it is for, how it is called, examples,
// commands, flags. On a terminal it is as wide as that, else a hundred cells.
func (p *program) helpPage(cmd *cobra.Command) string {
	h := helpPage{width: 100}
	if f, ok := p.out.(*os.File); ok && isTerminal(f) {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			h.width = w
		}
		h.bold = !p.env.noColor
	}
	h.b.WriteString(strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)) + "\n")
	h.section(p.say("help.usage"), [][2]string{{cmd.UseLine()}})
	if cmd.Example != "" {
		h.section(p.say("help.examples"), [][2]string{{strings.ReplaceAll(cmd.Example, "\n", "\n  ")}})
	}
	var commands [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			commands = append(commands, [2]string{c.Use, c.Short})
		}
	}
	h.section(p.say("help.commands"), commands)
	h.section(p.say("help.flags"), flagRows(cmd.LocalFlags()))
	h.section(p.say("help.inherited"), flagRows(cmd.InheritedFlags()))
	if !cmd.HasParent() {
		h.b.WriteString("\n" + p.say("help.more") + "\n")
	}
	return h.b.String()
}

// helpPage is a help page being written.
type helpPage struct {
	b     strings.Builder
	width int // in cells
	bold  bool
}

// section is a heading and its rows in two columns; nothing where there are none.
func (h *helpPage) section(title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	if h.bold {
		title = "\x1b[1m" + title + "\x1b[m"
	}
	fmt.Fprintf(&h.b, "\n%s\n\n", title)
	var measure cell.Measure
	left := 0
	for _, r := range rows {
		if r[1] != "" {
			left = max(left, measure.Width(r[0]))
		}
	}
	for _, r := range rows {
		if r[1] == "" {
			h.b.WriteString("  " + r[0] + "\n")
			continue
		}
		margin := strings.Repeat(" ", left-measure.Width(r[0])+2)
		for _, line := range measure.Wrap(r[1], max(30, h.width-left-4)) {
			h.b.WriteString("  " + r[0] + margin + strings.TrimRight(line, " ") + "\n")
			r[0], margin = "", strings.Repeat(" ", left+2)
		}
	}
}

// flagRows are the flags, each with its value's name, what it does and its default.
func flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		if d := f.DefValue; d != "" && d != "0" && d != "false" && d != "[]" {
			usage += " (" + d + ")"
		}
		rows = append(rows, [2]string{name, usage})
	})
	return rows
}

// noArgs is for a command without arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("usage.noargs", cmd.CommandPath(), args[0])
	}
	return nil
}

// takes is for a command with so many arguments, which the text with the id names.
func takes(least, most int, id string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return misuse("usage.args", cmd.CommandPath(), lang.Say(id), len(args))
		}
		return nil
	}
}

// wrongFlag is what the command line's reader says of a flag, in both languages.
func wrongFlag(err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return lang.Say("usage.unknown", "-"+unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return lang.Say("usage.unknown", "--"+unknown.GetSpecifiedName())
	case errors.As(err, &bare):
		return lang.Say("usage.novalue", "--"+bare.GetFlag().Name)
	case errors.As(err, &wrong):
		return lang.Say("usage.value", "--"+wrong.GetFlag().Name, wrong.GetValue())
	}
	return err
}

// completion writes the script that completes the command line in a shell.
func (p *program) completion() *cobra.Command {
	shells := map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":        (*cobra.Command).GenZshCompletion,
		"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
	}
	return &cobra.Command{
		Use:       "completion SHELL",
		Example:   "qubi completion bash > ~/.local/share/bash-completion/completions/qubi",
		ValidArgs: sorted(shells),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := shells[strings.Join(args, " ")]
			if !ok {
				return misuse("usage.shell", strings.Join(args, " "), lang.Words(sorted(shells)))
			}
			return p.after(nil, func(w io.Writer) error { return write(cmd.Root(), w) })
		},
	}
}
