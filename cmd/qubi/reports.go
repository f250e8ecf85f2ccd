package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"qubi/data"
	"qubi/model"
	"qubi/model/lang"
	"qubi/model/legible"
	"qubi/model/query"
)

// reports lists what was read.
func (p *program) reports() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use: "reports [PATH...]",
		Example: `qubi reports
qubi reports --format json my-reports/`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := layout(format); err != nil {
				return err
			}
			reports, err := p.load(paths, "")
			if reports.corpus == nil {
				return err
			}
			list := summaries(reports.corpus, reports.findings)
			p.tellLeftOut(reports.findings, list, format == "json")
			return p.after(err, func(w io.Writer) error {
				if format == "json" {
					return writeSummaries(w, list)
				}
				if err := summaryTable(list, p.tongue()).write(w); err != nil || p.verbose { // --verbose has said the rest
					return err
				}
				return writeAside(w, reports.findings, p.tongue())
			})
		},
	}
	p.defineLayout(cmd, &format)
	return cmd
}

// defineLayout adds the flag that chooses between a table and JSON.
func (p *program) defineLayout(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "table", p.say("flag.table"))
	complete(cmd, "format", "table", "json")
}

// layout checks that flag.
func layout(format string) error {
	if format != "table" && format != "json" {
		return misuse("usage.oneof", "format", format, lang.Words{"table", "json"})
	}
	return nil
}

// tellLeftOut says which files of a folder were not read, and how to learn what the problems are that are
// counted, where no table lists them. With --verbose all of it has been said.
func (p *program) tellLeftOut(found findings, list []summary, unlisted bool) {
	if p.verbose {
		return
	}
	for _, e := range found.inside {
		if unlisted && errors.As(e, new(*data.SkippedError)) {
			p.noteError(e)
		}
	}
	if unlisted && slices.ContainsFunc(list, func(s summary) bool { return len(s.Problems) > 0 }) {
		p.note("note.problems")
	}
}

// summary is what reports says of one report; the keys are stable.
type summary struct {
	District   string   `json:"district"`
	City       string   `json:"city"`
	Level      string   `json:"level"` // zone, township, city or province; "" for a district's
	Title      string   `json:"title"`
	Published  string   `json:"published"` // 2020-05-14, or "" when unknown
	Event      string   `json:"event"`     // likewise
	Source     string   `json:"source"`
	Report     string   `json:"report"` // file name without folders, as in the facts
	Encoding   string   `json:"encoding"`
	Characters int      `json:"characters"` // of the clean text
	Clusters   int      `json:"clusters"`
	Parks      int      `json:"parks"`
	Projects   int      `json:"projects"`
	Metrics    int      `json:"metrics"`
	Repairs    int      `json:"repairs"` // proved
	Open       int      `json:"open"`    // restored without proof, or left as found
	Problems   []string `json:"problems"`
}

// summaries are in the order of the corpus.
func summaries(corpus *query.Index, found findings) []summary {
	list := make([]summary, 0, len(corpus.Reports))
	problems := map[string][]string{}
	for _, e := range slices.Concat(found.inside, found.unread) {
		problems[e.File] = append(problems[e.File], e.Err.Error())
	}
	for _, r := range corpus.Reports {
		s := summary{
			District: r.Head.District, City: r.Head.City, Level: string(r.Head.Level), Title: r.Head.Title,
			Published: model.Day(r.Head.Published), Event: model.Day(r.Head.Event), Source: r.Head.Source,
			Report: r.File, Encoding: r.Encoding, Characters: utf8.RuneCountInString(r.Text),
			Problems: []string{},
		}
		of := map[model.Kind]*int{model.Cluster: &s.Clusters, model.Park: &s.Parks, model.Project: &s.Projects, model.Metric: &s.Metrics}
		for _, f := range r.Facts {
			*of[f.Kind]++
		}
		for _, repair := range r.Repairs {
			if repair.Proved {
				s.Repairs++
			} else {
				s.Open++
			}
		}
		s.Problems = append(s.Problems, problems[r.Path]...)
		list = append(list, s)
	}
	return list
}

// writeSummaries writes them as JSON that a terminal can be shown.
func writeSummaries(w io.Writer, list []summary) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		return err
	}
	_, err := w.Write(legible.JSON(b.Bytes()))
	return err
}

// writeAside lists below the table what is in none of its rows: the files that
// could not be read, and those of folders that are no documents, by reason.
func writeAside(w io.Writer, found findings, tongue model.Lang) error {
	for i, s := range found.told(tongue) {
		if i == 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w, "! "+s); err != nil {
			return err
		}
	}
	return nil
}

// summaryTable lays the summaries out.
func summaryTable(list []summary, tongue model.Lang) table {
	t := table{head: heads("table.reports", tongue)}
	t.right = map[int]bool{6: true, 7: true, 8: true, 9: true, 10: true, 11: true, 12: true, 13: true}
	for _, s := range list {
		line := []string{dash(s.District), dash(s.City), dash(model.Level(s.Level).Word(tongue)), dash(s.Published), dash(s.Event), dash(s.Encoding)}
		for _, n := range []int{s.Characters, s.Clusters, s.Parks, s.Projects, s.Metrics, s.Repairs, s.Open, len(s.Problems)} {
			line = append(line, strconv.Itoa(n))
		}
		t.rows = append(t.rows, append(line, s.Report))
	}
	return t
}

// dash stands for what a report does not say; a blank cell would be a riddle.
func dash(s string) string { return cmp.Or(s, "-") }
