package clean

import (
	"fmt"
	"strings"
	"testing"
)

// The rows of a table are of one width and end in no full stop, and are no lines that a
// width broke.
func TestRowsStayApart(t *testing.T) {
	text := "济阳区2021年主要指标\n指标 单位 2019年 2020年 2021年 2022年 2023年\n"
	for i := range 30 {
		text += fmt.Sprintf("第%d种粮食产量 吨 117.7 280.5 418.0 100.3 290.%d\n", i+10, i%10)
	}
	if got := Text(text); len(got.Paragraphs) != strings.Count(text, "\n") {
		t.Errorf("%d paragraphs, want %d:\n%s", len(got.Paragraphs), strings.Count(text, "\n"), got.Text)
	}
}
