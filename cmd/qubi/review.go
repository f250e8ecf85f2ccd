package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/model/review"
)

// review lists facts to check, or measures by a sample.
func (p *program) review() *cobra.Command {
	var c choices
	var sample int
	var seed uint64
	var format string
	cmd := &cobra.Command{
		Use: "review [PATH...]",
		Example: `qubi review my-reports/ --project my.qubi
qubi review --sample 50 --project my.qubi`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := layout(format); err != nil {
				return err
			}
			tongue := p.tongue()
			reports, unread := p.load(paths, "")
			if reports.corpus == nil {
				return unread
			}
			a := project.Apply(reports.raw, reports.applied.Project, project.ShowRejected)
			corpus := query.New(a.Corpus)
			filter, err := c.modelFilter(corpus)
			if err != nil {
				return err
			}
			facts := slices.DeleteFunc(corpus.Select(filter), func(f *model.Fact) bool { return f.Mark == model.Added })
			if sample > 0 {
				facts = review.Sample(facts, sample, seed)
			}
			items := review.Queue(a.Corpus, facts)
			return p.after(unread, func(w io.Writer) error {
				if format == "json" {
					return writeQueueJSON(w, items, tongue)
				}
				if err := queueTable(items, tongue).write(w); err != nil {
					return err
				}
				_, err := fmt.Fprintln(w, tallyWords(review.Count(facts), tongue))
				return err
			})
		},
	}
	c.defineFilter(cmd, p)
	f := cmd.Flags()
	f.IntVar(&sample, "sample", 0, p.say("flag.sample"))
	f.Uint64Var(&seed, "seed", review.FirstDraw, p.say("flag.seed"))
	p.defineLayout(cmd, &format)
	return cmd
}

// queueTable lays the queue out: a line a fact.
func queueTable(items []review.Item, tongue model.Lang) table {
	t := table{head: heads("table.review", tongue), right: map[int]bool{1: true}}
	for _, item := range items {
		f := item.Fact
		value := ""
		if f.HasValue {
			value = f.Stated().Words(tongue)
		}
		t.rows = append(t.rows, []string{dash(f.Mark.Word(tongue)), strconv.Itoa(int(item.Weight*100 + 0.5)), f.Kind.Word(tongue), f.Name, dash(value),
			dash(f.Period.Label), dash(f.Stage.Word(tongue)), f.Report.File + ":" + strconv.Itoa(f.Line()), dash(strings.Join(item.Why(tongue), tongue.Pick("；", "; "))),
			strings.Join(strings.Fields(f.Sentence()), " ")})
	}
	return t
}

// writeQueueJSON writes a line a fact; the keys are stable.
func writeQueueJSON(w io.Writer, items []review.Item, tongue model.Lang) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, item := range items {
		f := item.Fact
		if err := enc.Encode(struct {
			ID       string         `json:"id"`
			Mark     string         `json:"mark"`
			Doubt    float64        `json:"doubt"`
			Why      []string       `json:"why"`
			District string         `json:"district"`
			Report   string         `json:"report"`
			Line     int            `json:"line"`
			Fields   project.Fields `json:"fields"`
			Sentence string         `json:"sentence"`
		}{string(f.Key()), f.Mark.String(), item.Weight, item.Why(tongue), f.Report.Head.District, f.Report.File, f.Line(), project.FieldsOf(f), f.Sentence()}); err != nil {
			return err
		}
	}
	return nil
}

// tallyWords says how many facts were checked and how many of these are right.
func tallyWords(t review.Tally, tongue model.Lang) string {
	if t.Decided() == 0 {
		return lang.Say("tally.open", t.Open).Message(tongue)
	}
	exact, lenient := t.Precision(), t.Lenient()
	return lang.Say("tally.checked", t.Decided(), t.Open, t.Right, review.Percent(exact.Value), review.Percent(exact.Low), review.Percent(exact.High),
		t.Mended, review.Percent(lenient.Value), review.Percent(lenient.Low), review.Percent(lenient.High), t.Wrong).Message(tongue)
}
