package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"qubi/model"
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
		Use:   "review [PATH...]",
		Short: "List the facts to check, the doubtful ones first; measure by a random sample",
		Long: `review lists the facts in the order in which they are best checked, with what is
doubted: the rule's confidence, flags, two reports that disagree, parts above
their whole, a growth that two levels contradict. Verdicts are given in the
browser (its review view) and kept in the project file.

--sample N draws N facts at random instead; the same --seed draws the same ones,
also from more reports. Once they are checked, the share that is right is told
with its 95 % interval (Wilson): the accuracy on your own reports.`,
		Example: `qubi review my-reports/ --project my.qubi
qubi review --sample 50 --project my.qubi`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			lang, err := p.language()
			if err != nil {
				return err
			}
			if format != "table" && format != "json" {
				return misuse("--format is %q; it can be table or json", format)
			}
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
			facts := readByRules(corpus.Select(filter))
			if sample > 0 {
				facts = review.Sample(facts, sample, seed)
			}
			items := review.Queue(a.Corpus, facts)
			return p.after(unread, func(w io.Writer) error {
				if format == "json" {
					return writeQueueJSON(w, items, lang)
				}
				if err := queueTable(items, lang).write(w); err != nil {
					return err
				}
				_, err := fmt.Fprintln(w, tallyWords(review.Count(facts), lang))
				return err
			})
		},
	}
	c.defineFilter(cmd, p.districts)
	f := cmd.Flags()
	f.IntVar(&sample, "sample", 0, "draw `N` facts at random")
	f.Uint64Var(&seed, "seed", review.FirstDraw, "another `NUMBER` draws other facts")
	f.StringVar(&format, "format", "table", "`FORMAT`: table or json")
	complete(cmd, "format", "table", "json")
	return cmd
}

// readByRules are the facts without those that people added.
func readByRules(facts []*model.Fact) []*model.Fact {
	var read []*model.Fact
	for _, f := range facts {
		if f.Mark != model.Added {
			read = append(read, f)
		}
	}
	return read
}

// queueTable lays the queue out: a line a fact.
func queueTable(items []review.Item, lang model.Lang) table {
	t := table{head: []string{"核", "疑", "类", "名称", "数值", "时期", "阶段", "出处", "存疑", "原文"}, right: map[int]bool{1: true}}
	if lang == model.English {
		t.head = []string{"mark", "doubt", "kind", "name", "value", "period", "stage", "place", "why", "sentence"}
	}
	for _, item := range items {
		f := item.Fact
		value := ""
		if f.HasValue {
			value = f.Quantity.Words(lang)
		}
		t.rows = append(t.rows, []string{dash(f.Mark.Word(lang)), strconv.Itoa(int(item.Weight*100 + 0.5)), f.Kind.Word(lang), f.Name, dash(value),
			dash(f.Period.Label), dash(f.Stage.Word(lang)), f.Report.File + ":" + strconv.Itoa(f.Line()), dash(doubtWords(item, lang)),
			strings.Join(strings.Fields(f.Sentence()), " ")})
	}
	return t
}

func doubtWords(item review.Item, lang model.Lang) string {
	var words []string
	for _, d := range item.Doubts {
		words = append(words, d.Words(lang))
	}
	return strings.Join(words, lang.Pick("；", "; "))
}

// writeQueueJSON writes a line a fact; the keys are stable.
func writeQueueJSON(w io.Writer, items []review.Item, lang model.Lang) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, item := range items {
		doubts := []string{}
		for _, d := range item.Doubts {
			doubts = append(doubts, d.Words(lang))
		}
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
		}{string(f.Key()), f.Mark.String(), item.Weight, doubts, f.Report.Head.District, f.Report.File, f.Line(), project.FieldsOf(f), f.Sentence()}); err != nil {
			return err
		}
	}
	return nil
}

// tallyWords says how many facts were checked and how many of these are right.
func tallyWords(t review.Tally, lang model.Lang) string {
	if t.Decided() == 0 {
		return fmt.Sprintf(lang.Pick("共 %d 条，均未核对", "%d facts, none checked yet"), t.Open)
	}
	exact, lenient := t.Precision(), t.Lenient()
	return fmt.Sprintf(lang.Pick("已核 %d 条，余 %d 条；各项全对 %d 条，准确率 %s（95%% 区间 %s 至 %s）；有误可改 %d 条，计入则 %s（%s 至 %s）；不成立 %d 条",
		"%d checked, %d left; right in every field %d: precision %s (95 %% interval %s to %s); with a field to mend %d: %s with them (%s to %s); wrong %d"),
		t.Decided(), t.Open, t.Right, percent(exact.Value), percent(exact.Low), percent(exact.High),
		t.Mended, percent(lenient.Value), percent(lenient.Low), percent(lenient.High), t.Wrong)
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + "%" }
