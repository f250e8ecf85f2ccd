package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/model/project"
	"qubi/model/review"
)

// agree compares what two people decided.
func (p *program) agree() *cobra.Command {
	return &cobra.Command{
		Use:     "agree A.qubi B.qubi",
		Example: `qubi agree li.qubi wang.qubi`,
		Args:    takes(2, 2, "usage.twofiles"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			a, err := readProject(paths[0])
			if err != nil {
				return err
			}
			b, err := readProject(paths[1])
			if err != nil {
				return err
			}
			return p.after(nil, func(w io.Writer) error { return writeAgreement(w, review.Agree(a, b), p.tongue()) })
		},
	}
}

func writeAgreement(w io.Writer, g review.Agreement, tongue model.Lang) error {
	t := table{head: heads("table.agree", tongue), right: map[int]bool{1: true, 2: true, 3: true, 4: true}}
	add := func(label string, s review.Score) {
		kappa, share := "-", "-"
		if s.Known {
			kappa = strconv.FormatFloat(s.Kappa, 'f', 3, 64)
		}
		if s.N > 0 {
			share = review.Percent(s.Percent() / 100)
		}
		t.rows = append(t.rows, []string{label, strconv.Itoa(s.N), strconv.Itoa(s.Same), share, kappa})
	}
	add(lang.Say("agree.all").Message(tongue), g.All)
	for _, s := range g.Kinds {
		add(model.Word("kind", s.Of, tongue), s)
	}
	for _, s := range g.Themes {
		add(model.Word("theme", s.Of, tongue), s)
	}
	for _, s := range g.Codes {
		add(lang.Say("agree.code", s.Of).Message(tongue), s)
	}
	if err := t.write(w); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(w, lang.Say("agree.only", g.Only[0], g.Only[1], len(g.Differences)).Message(tongue)); err != nil {
		return err
	}
	for _, d := range g.Differences {
		e := d.About()
		line := fmt.Sprintf("%s %s %s | %s | %s", e.Place.District, e.Place.Report, e.Place.Quote, saidWords(d.A, tongue), saidWords(d.B, tongue))
		if _, err := fmt.Fprintln(w, legible.Line(line)); err != nil {
			return err
		}
	}
	return nil
}

// saidWords is what an entry says: its verdict, and what it corrects by the keys of
// the facts.
func saidWords(e project.Entry, tongue model.Lang) string {
	switch {
	case e.ID == "":
		return "-"
	case e.Type == project.Coding:
		return e.Code
	case e.Type == project.Added:
		return string(e.Type) + " " + e.Set["name"]
	}
	text := ""
	if e.Verdict != "" {
		text = lang.Say("agree." + string(e.Verdict)).Message(tongue)
	}
	for _, key := range project.Editable() {
		if s, ok := e.Set[key]; ok {
			text += " " + key + "=" + s
		}
	}
	return text
}
