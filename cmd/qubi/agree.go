package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/legible"
	"qubi/model/project"
	"qubi/model/review"
)

// agree compares what two people decided.
func (p *program) agree() *cobra.Command {
	return &cobra.Command{
		Use:   "agree A.qubi B.qubi",
		Short: "Compare two people's decisions: percent, Cohen's kappa, differences",
		Long: `agree compares the verdicts of two projects where both judged a fact, in all, by
kind and by theme, and their codes passage by passage in the reports that both
worked on. A correction agrees with the same correction only. Kappa is a dash
where both gave one and the same answer throughout: there it is not defined.`,
		Example: `qubi agree li.qubi wang.qubi`,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, paths []string) error {
			lang, err := p.language()
			if err != nil {
				return err
			}
			a, err := readProject(paths[0])
			if err != nil {
				return err
			}
			b, err := readProject(paths[1])
			if err != nil {
				return err
			}
			return p.after(nil, func(w io.Writer) error { return writeAgreement(w, review.Agree(a, b), lang) })
		},
	}
}

func writeAgreement(w io.Writer, g review.Agreement, lang model.Lang) error {
	t := table{head: []string{"项", "共判", "一致", "一致率", "κ"}, right: map[int]bool{1: true, 2: true, 3: true, 4: true}}
	if lang == model.English {
		t.head = []string{"of", "both", "same", "percent", "kappa"}
	}
	add := func(label string, s review.Score) {
		kappa, share := "-", "-"
		if s.Known {
			kappa = strconv.FormatFloat(s.Kappa, 'f', 3, 64)
		}
		if s.N > 0 {
			share = percent(s.Percent() / 100)
		}
		t.rows = append(t.rows, []string{label, strconv.Itoa(s.N), strconv.Itoa(s.Same), share, kappa})
	}
	add(lang.Pick("全部", "all"), g.All)
	for _, s := range g.Kinds {
		add(model.Word("kind", s.Of, lang), s)
	}
	for _, s := range g.Themes {
		add(model.Word("theme", s.Of, lang), s)
	}
	for _, s := range g.Codes {
		add(lang.Pick("编码 ", "code ")+s.Of, s)
	}
	if err := t.write(w); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, lang.Pick("仅甲判 %d 条，仅乙判 %d 条，分歧 %d 处\n", "judged by A alone %d, by B alone %d; differences %d\n"), g.Only[0], g.Only[1], len(g.Differences)); err != nil {
		return err
	}
	for _, d := range g.Differences {
		e := d.About()
		line := fmt.Sprintf("%s %s %s | %s | %s", e.Place.District, e.Place.Report, e.Place.Quote, saidWords(d.A, lang), saidWords(d.B, lang))
		if _, err := fmt.Fprintln(w, legible.Line(line)); err != nil {
			return err
		}
	}
	return nil
}

// saidWords is what an entry says: its verdict, and what it corrects by the keys of
// the facts.
func saidWords(e project.Entry, lang model.Lang) string {
	switch {
	case e.ID == "":
		return "-"
	case e.Type == project.Coding:
		return e.Code
	case e.Type == project.Added:
		return string(e.Type) + " " + e.Set["name"]
	}
	text := map[project.Verdict]string{
		project.Right:  lang.Pick("对", "right"),
		project.Wrong:  lang.Pick("错", "wrong"),
		project.Mended: lang.Pick("改", "mended"),
	}[e.Verdict]
	for _, key := range project.Editable() {
		if s, ok := e.Set[key]; ok {
			text += " " + key + "=" + s
		}
	}
	return text
}
