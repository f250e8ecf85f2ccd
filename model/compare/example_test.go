package compare_test

import (
	"fmt"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/modeltest"
	"qubi/model/query"
)

func ExampleDistricts() {
	comparison := compare.Districts(modeltest.Corpus(), query.Filter{})
	for _, row := range comparison.Rows()[:2] {
		var cells []string
		for j := range comparison.Districts {
			if cell := row.Cell(j); cell.State.Missing() {
				cells = append(cells, cell.State.Word(model.Chinese))
			} else {
				cells = append(cells, cell.Pick.Quantity.Words(model.Chinese))
			}
		}
		fmt.Println(row.Name(), strings.Join(cells, " "), row.Verdict().Word(model.Chinese))
	}
	// Output:
	// 固定资产投资 400亿元 3960000万元 27.8% 不可直比
	// 规上工业增加值 10.2% 7.9% 未提及 可比
}
