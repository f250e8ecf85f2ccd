package data

import (
	"strings"
	"testing"

	"qubi/model"
)

// A fault of a rule costs a report its facts and is told; the text still opens.
func TestAFaultIsTold(t *testing.T) {
	doc := &model.Document{Text: "完成投资12亿元。", Paragraphs: []model.Span{{Start: 0, End: 999}}}
	report, err := Options{}.facts(doc, nil)
	if report == nil || report.Document != doc || len(report.Facts) > 0 {
		t.Errorf("report %+v", report)
	}
	if err == nil || !strings.Contains(err.Error(), "only its text") {
		t.Errorf("told %v", err)
	}
}
