package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/lang"
)

// pages are the help topics in both languages, as Markdown. What a command can
// do stands with the command (qubi export --help); a topic tells the rest.
//
//go:embed topics
var pages embed.FS

// topics are the pages there are, in reading order; what each tells is the text
// topic.NAME.
var topics = []string{"tour", "keys", "filter", "exporting", "folders", "format", "terminals", "accuracy", "speed", "contributing"}

// helpCommand is qubi help [TOPIC | COMMAND].
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [TOPIC | COMMAND]",
		Short: p.say("help.short"),
		Long:  p.say("help.long") + "\n" + topicList(p.tongue()),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, t := range topics {
				names = append(names, t+"\t"+p.say("topic."+t))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return cmd.Root().Help()
			case args[0] == "topics":
				return p.print(topicList(p.tongue()))
			case slices.Contains(topics, args[0]):
				return p.print(topic(args[0], p.tongue()))
			}
			found, _, err := cmd.Root().Find(args)
			if err != nil || found == cmd.Root() {
				return misuse("usage.help", args[0], lang.Words(topics))
			}
			return found.Help()
		},
	}
}

// topicList is a line a topic.
func topicList(l model.Lang) string {
	var b strings.Builder
	for _, t := range topics {
		fmt.Fprintf(&b, "  qubi help %-13s %s\n", t, lang.Load(l).Text("topic."+t))
	}
	return b.String()
}

// mark is a comment of a page that its test reads and a person need not.
var mark = strings.NewReplacer("<!-- end -->\n", "", "<!-- keys en -->\n", "", "<!-- keys zh -->\n", "")

// topic is the page of a topic.
func topic(name string, l model.Lang) string {
	text, err := pages.ReadFile("topics/" + l.String() + "/" + name + ".md")
	if err != nil {
		panic(err) // the list above and the folder are told apart by a test
	}
	return mark.Replace(string(text))
}
