package names

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"qubi/model"
)

func TestDump(t *testing.T) {
	for _, text := range strings.Split(os.Getenv("TEXT"), "|") {
		if text == "" {
			continue
		}
		toks := scan(text, model.Span{End: len(text)}, nil)
		var b strings.Builder
		for _, k := range toks {
			c := ""
			if k.entry != nil {
				c = fmt.Sprint(k.entry.class)
				if k.entry.verb != nil {
					c += "v"
				}
			}
			fmt.Fprintf(&b, "%s/%d%s ", text[k.Start:k.End], k.kind, c)
		}
		fmt.Println(b.String())
		p := parser{text: text, tokens: toks}
		r := reader{text: text, tokens: toks, nodes: p.parse()}
		r.read(0)
		names := []string{"ITEM", "VERB", "weak", "adv", "、", "和", "等", "COUNT", "size", "amount", "的", "IS", "HAS", "AMONG", "TAKES", "KIND", "SET", "aside", "|", "stop"}
		for _, n := range r.nodes {
			fmt.Printf("%s[%s] ", names[n.kind], text[n.Start:n.End])
		}
		fmt.Println()
		for _, l := range r.lists {
			var ms []string
			for _, m := range l.members {
				ms = append(ms, text[m.Start:m.End]+fmt.Sprint(m.many)+"<"+text[m.own.Start:m.own.End]+">")
			}
			fmt.Printf("  %v lead=%s L=%v R=%v open=%v n=%d class=%s compl=%s label=%s set=%s taken=%v counted=%v\n", ms, r.of(l.lead), l.left, l.right, l.open, l.count, r.of(l.class), r.of(l.complement), r.of(l.label), r.of(l.set), l.taken, l.counted)
		}
	}
}
