package main

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// pages are the help topics in both languages, as Markdown. What a command can
// do stands with the command (qubi export --help); a topic tells the rest.
//
//go:embed topics
var pages embed.FS

// topics are the pages there are, in reading order, each with what it tells.
var topics = []struct{ name, english, chinese string }{
	{"tour", "the first five minutes", "五分钟上手"},
	{"keys", "every key, its command and its name in config.toml", "全部按键"},
	{"filter", "the filter language", "筛选语言"},
	{"exporting", "what is written, and how it may be cited", "导出"},
	{"folders", "your own reports: forms, encodings, who and when", "自己的报告"},
	{"format", "the facts on the wire, settings, many machines", "事实的数据格式、命令与配置"},
	{"terminals", "when columns are not straight", "显示不齐怎么办"},
	{"accuracy", "how right the facts are, how sure of each, limits", "准确度与局限"},
	{"speed", "figures, and how to take them", "速度"},
	{"contributing", "the packages, a change from idea to test, data and licences", "参与开发、数据来源与许可"},
}

// helpCommand is qubi help [TOPIC | COMMAND].
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [TOPIC | COMMAND]",
		Short: "Show a help topic, or the help of a command",
		Long:  "help shows the page of a topic, in the language of the interface, or a command's own help:\n\n" + topicList(false),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, t := range topics {
				names = append(names, t.name+"\t"+t.english)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			chinese := p.lang != "en"
			switch {
			case len(args) == 0:
				return cmd.Root().Help()
			case args[0] == "topics":
				return p.after(nil, func(w io.Writer) error {
					_, err := io.WriteString(w, topicList(chinese))
					return err
				})
			case isTopic(args[0]):
				return p.after(nil, func(w io.Writer) error {
					_, err := io.WriteString(w, topic(args[0], chinese))
					return err
				})
			}
			found, _, err := cmd.Root().Find(args)
			if err != nil || found == cmd.Root() {
				return misuse("there is no help on %q; topics are %s", args[0], strings.Join(topicNames(), ", "))
			}
			return found.Help()
		},
	}
}

func topicNames() (names []string) {
	for _, t := range topics {
		names = append(names, t.name)
	}
	return names
}

func isTopic(name string) bool { return slices.Contains(topicNames(), name) }

// topicList is a line a topic.
func topicList(chinese bool) string {
	var b strings.Builder
	for _, t := range topics {
		text := t.english
		if chinese {
			text = t.chinese
		}
		fmt.Fprintf(&b, "  qubi help %-13s %s\n", t.name, text)
	}
	return b.String()
}

// mark is a comment of a page that its test reads and a person need not.
var mark = strings.NewReplacer("<!-- end -->\n", "", "<!-- keys en -->\n", "", "<!-- keys zh -->\n", "")

// topic is the page of a topic, in English where there is no Chinese one.
func topic(name string, chinese bool) string {
	if chinese {
		if text, err := pages.ReadFile("topics/zh/" + name + ".md"); err == nil {
			return mark.Replace(string(text))
		}
	}
	text, err := pages.ReadFile("topics/en/" + name + ".md")
	if err != nil {
		panic(err) // the list above and the folder are told apart by a test
	}
	return mark.Replace(string(text))
}
