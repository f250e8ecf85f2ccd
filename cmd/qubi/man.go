package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual writes the man page, in roff. It is drawn from the command tree
// itself, so that it cannot fall behind the help.
func (p *program) manual() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Example: "qubi man > ~/.local/share/man/man1/qubi.1",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.print(p.page(cmd.Root()))
		},
	}
}

// page is the whole manual page.
func (p *program) page(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH QUBI 1 \"\" \"qubi\" \"%s\"\n", roff(root.Short))
	fmt.Fprintf(&b, ".SH %s\nqubi \\- %s\n", p.say("man.name"), roff(root.Short))
	fmt.Fprintf(&b, ".SH %s\n.nf\n%s\n", p.say("man.synopsis"), roff(root.UseLine()))
	for _, c := range shown(root) {
		fmt.Fprintf(&b, "%s\n", roff(c.UseLine()))
	}
	fmt.Fprintf(&b, ".fi\n.SH %s\n%s", p.say("man.description"), paragraphs(root.Long))
	b.WriteString(".SH " + p.say("man.options") + "\n")
	options(&b, root.LocalFlags())
	b.WriteString(".SH " + p.say("man.commands") + "\n")
	for _, c := range shown(root) {
		fmt.Fprintf(&b, ".SS %s\n%s", roff(c.Use), paragraphs(cmp.Or(c.Long, c.Short+".")))
		options(&b, c.LocalNonPersistentFlags())
		examples(&b, c)
	}
	b.WriteString(".SH " + p.say("man.examples") + "\n")
	examples(&b, root)
	b.WriteString(p.say("man.end") + "\n")
	return b.String()
}

// shown are the commands a reader is told of.
func shown(root *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" && c.Name() != "completion" {
			all = append(all, c)
		}
	}
	return all
}

// options lists the flags of one set.
func options(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" || f.Name == "version" {
			return
		}
		name := `\fB\-\-` + roff(f.Name) + `\fR`
		if f.Shorthand != "" {
			name = `\fB\-` + f.Shorthand + `\fR, ` + name
		}
		word, usage := pflag.UnquoteUsage(f)
		if word != "" {
			name += ` \fI` + roff(word) + `\fR`
		}
		fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(usage))
	})
}

// examples prints a command's examples as they are typed.
func examples(b *strings.Builder, c *cobra.Command) {
	if c.Example != "" {
		fmt.Fprintf(b, ".PP\n.nf\n%s\n.fi\n", roff(c.Example))
	}
}

// paragraphs is running text, parted at its empty lines.
func paragraphs(text string) string {
	return strings.ReplaceAll(roff(strings.TrimSpace(text)), "\n\n", "\n.PP\n") + "\n"
}

// roff makes text harmless: no escapes, no hyphens for minus signs, no line
// that begins like a request.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
