package tables_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"qubi/data"
)

// Tables as bulletins of statistics lay them out. What is not plain is left out:
// a wrong number is worse than none.
func TestVariants(t *testing.T) {
	html := func(rows string) string {
		return "<html><body><p>2021年钢城区统计公报</p><table>" + rows + "</table><p>钢城区统计局</p></body></html>"
	}
	for name, c := range map[string]struct{ file, text, want string }{
		"unit in the head, notes below": {"a.csv", "指标,2021年(亿元),比上年增长(%)\n地区生产总值,352.8,8.6\n常住人口(万人),31.2,0.5\n注：本表数据为初步核算数，2022年再行核实。\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% B2\n常住人口 31.2 万人 2021年 +0.5% B3\n"},
		"the latest year first": {"a.csv", "指标,单位,2021年,2020年,增长%\n地区生产总值,亿元,352.8,312.5,8.6\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% C2\n地区生产总值 312.5 亿元 2020年  D2\n"},
		"several units in the caption": {"a.csv", "2021年主要指标,单位：亿元、%\n指标,绝对数,增长(%)\n地区生产总值,352.8,8.6\n城镇化率,65.2,0.8\n", "地区生产总值 352.8 亿元 2021年 +8.6% B3\n"},
		"thousands, percent signs, falls": {"a.csv", "指标,单位,2021年,同比增长\n固定资产投资,万元,\"2,063,400\",10.8%\n社会消费品零售总额,亿元,\"1,086.0\",-3.2%\n",
			"固定资产投资 2063400 万元 2021年 +10.8% C2\n社会消费品零售总额 1086.0 亿元 2021年 -3.2% C3\n"},
		"merged names of groups": {"a.html", html("<tr><th colspan=2>指标</th><th>单位</th><th>2021年</th></tr><tr><td rowspan=2>综合</td><td>地区生产总值</td><td>亿元</td><td>352.8</td></tr><tr><td>固定资产投资</td><td>亿元</td><td>206.3</td></tr>"),
			"地区生产总值 352.8 亿元 2021年  table 1 row 2\n固定资产投资 206.3 亿元 2021年  table 1 row 3\n"},
		"groups told again in each row": {"a.csv", "类别,指标,单位,2021年\n综合,地区生产总值,亿元,352.8\n综合,固定资产投资,亿元,206.3\n人口,常住人口,万人,31.2\n人口,户籍人口,万人,30.1\n",
			"地区生产总值 352.8 亿元 2021年  D2\n固定资产投资 206.3 亿元 2021年  D3\n常住人口 31.2 万人 2021年  D4\n户籍人口 30.1 万人 2021年  D5\n"},
		"groups that are drawn beside their rows": {"a.txt", "2021年钢城区统计公报\n类别\t指标\t单位\t2020年\t2021年\n地区生产总值\t亿元\t312.5\t352.8\n综合\t固定资产投资\t亿元\t201.1\t206.3\n社会消费品零售总额\t亿元\t70\t71\n粮食产量\t吨\t7\t8\n农业\n油料产量\t吨\t70\t71\n人口\t常住人口\t万人\t31\t31.2\n",
			"固定资产投资 201.1 亿元 2020年  \n固定资产投资 206.3 亿元 2021年  \n常住人口 31 万人 2020年  \n常住人口 31.2 万人 2021年  \n"},
		"what is measured of each group": {"a.csv", "指标,,单位,2021年\n第一产业,增加值,亿元,3.8\n第一产业,固定资产投资,亿元,1.3\n第二产业,增加值,亿元,31.2\n第二产业,固定资产投资,亿元,13.1\n",
			"第一产业增加值 3.8 亿元 2021年  D2\n 1.3 亿元 2021年  D3\n第二产业增加值 31.2 亿元 2021年  D4\n 13.1 亿元 2021年  D5\n"},
		"a head of two rows": {"a.html", html("<tr><th rowspan=2>指标</th><th rowspan=2>单位</th><th colspan=2>2021年</th><th colspan=2>2020年</th></tr><tr><th>总量</th><th>增长%</th><th>总量</th><th>增长%</th></tr><tr><td>地区生产总值</td><td>亿元</td><td>352.8</td><td>8.6</td><td>312.5</td><td>4.1</td></tr>"),
			"地区生产总值 352.8 亿元 2021年 +8.6% table 1 row 3\n地区生产总值 312.5 亿元 2020年 +4.1% table 1 row 3\n"},
		"months": {"a.csv", "2021年11月主要指标\n指标,单位,本月,1-11月,本月增长%,累计增长%\n规模以上工业增加值,亿元,12.3,120.5,7.1,9.3\n",
			"规模以上工业增加值 120.5 亿元 2021年1-11月 +9.3% D3\n"},
		"amounts, points, orders, plans, last year": {"a.csv", "指标,单位,2021年,上年同期,增长额(亿元),增速位次,比上年增减(百分点),年度目标\n地区生产总值,亿元,352.8,312.5,40.3,3,1.2,360\n",
			"地区生产总值 352.8 亿元 2021年  C2\n"},
		"plans of a year, with bounds": {"a.csv", "指标,单位,2021年完成,2021年增长%,2022年计划,2022年计划增长%,年度计划,完成计划%\n地区生产总值,亿元,352.8,8.6,380,7.5左右,370,96\n固定资产投资,亿元,—,-9.1,—,10以上,1,2\n城镇登记失业率,%,2.1,,3.5以内,,,\n单位GDP能耗降低,%,3.3,,完成下达任务,,,\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% C2\n地区生产总值 380 亿元 2022年 +7.5% target E2\n固定资产投资增速 9.1 % 2021年 -9.1% D3\n固定资产投资增速 10 % 2022年  target F3\n城镇登记失业率 2.1 % 2021年  C4\n城镇登记失业率 3.5 % 2022年  target E4\n单位地区生产总值能耗增速 3.3 % 2021年 -3.3% C5\n"},
		"what is told by its growth only": {"a.csv", "2021年主要指标\n指标,绝对数(亿元),比上年增长(%)\n规模以上工业增加值,,5.6\n固定资产投资,-,-12.3\n", "规模以上工业增加值增速 5.6 % 2021年  C3\n固定资产投资增速 12.3 % 2021年 -12.3% C4\n"},
		"year and unit on the lines above": {"a.html", "<html><body><p>2022年1-9月主要经济指标</p><p>单位：亿元</p><table><tr><td>指标</td><td>总量</td><td>增速(%)</td></tr><tr><td>地区生产总值</td><td>212.3</td><td>5.1</td></tr><tr><td>第一产业</td><td>20.3</td><td>4.1</td></tr></table></body></html>",
			"地区生产总值 212.3 亿元 2022年1-9月 +5.1% table 1 row 2\n第一产业增加值 20.3 亿元 2022年1-9月 +4.1% table 1 row 3\n"},
		"the month so far": {"a.csv", "2022年9月主要指标\n指标,单位,本月止累计,同比增长%\n用电量,亿千瓦时,34.5,2.2\n", " 34.5 亿千瓦时 2022年1-9月 +2.2% C3\n"},
		"products":         {"a.csv", "2021年主要产品产量\n产品名称,单位,产量,比上年增长(%)\n水泥,万吨,123.4,-8.1\n发电量,亿千瓦时,12.3,5.6\n", " 123.4 万吨 2021年 -8.1% C3\n 12.3 亿千瓦时 2021年 +5.6% C4\n"},
		"ratios to another year": {"a.csv", "指标,单位,2021年,2021年为2020年%,2016-2020年年均增长%\n地区生产总值,亿元,352.8,108.6,7.2\n",
			"地区生产总值 352.8 亿元 2021年  C2\n"},
		"years as rows, districts as rows, prices": {"a.csv", "区县,地区生产总值(亿元),规模以上工业增加值(亿元)\n济阳区,352.8,120.5\n2021年,352.8,120.5\n地区生产总值(当年价),352.8,1\n", ""},
		"current prices": {"a.csv", "指标,2021年(亿元)\n地区生产总值（当年价）,352.8\n合计,1000\n", "地区生产总值 352.8 亿元 2021年  B2\n"},
		"the head again": {"a.csv", "指标,单位,2021年\n地区生产总值,亿元,352.8\n指标,单位,2021\n固定资产投资,亿元,206.3\n", "地区生产总值 352.8 亿元 2021年  C2\n固定资产投资 206.3 亿元 2021年  C4\n"},
		"a value that is not told": {"a.csv", "钢城区统计公报,单位：亿元\n指标,2020年,2021年,增长（％）\n地区生产总值,312,—,８．６\n固定资产投资,—,186.2,-3.1\n",
			"地区生产总值 312 亿元 2020年  B3\n地区生产总值增速 8.6 % 2021年  D3\n固定资产投资 186.2 亿元 2021年 -3.1% C4\n"},
		"one unit for people and money": {"a.csv", "2021年钢城区统计公报,单位：亿元\n指标,2021年,增长%\n地区生产总值,352.8,8.6\n常住人口,31.2,0.1\n城镇化率,65.2,0.8\n", "地区生产总值 352.8 亿元 2021年 +8.6% B3\n"},
		"shares of one":                 {"a.csv", "指标,2021年(亿元),增速\n地区生产总值,352.8,0.086\n固定资产投资,186.2,-0.031\n", "地区生产总值 352.8 亿元 2021年  B2\n固定资产投资 186.2 亿元 2021年  B3\n"},
		"units in the cells":            {"a.csv", "指标,2021年,同比\n地区生产总值,352.8亿元,8.6%\n城镇居民人均可支配收入,\"45,123 元\",+5.1%\n", "地区生产总值 352.8 亿元 2021年 +8.6% B2\n城镇居民人均可支配收入 45123 元 2021年 +5.1% B3\n"},
		"Markdown without bars at its edges": {"a.md", "钢城区2021年统计公报\n\n指标 | 单位 | 2021年 | 比上年增长(%)\n:--|---|--:|---\n地区生产总值 | 亿元 | 352.8 | 8.6\n固定资产投资 | 亿元 | | 10.1\n\n正文|完。\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% table 1 row 2\n固定资产投资增速 10.1 % 2021年  table 1 row 3\n"},
		"Markdown with empty cells":           {"a.md", "钢城区2021年统计公报\n\n|指标|单位|2020年|2021年|\n|---|---|---|---|\n|地区生产总值|亿元||352.8|\n", "地区生产总值 352.8 亿元 2021年  table 1 row 2\n"},
		"trades and what is measured of them": {"a.csv", "2021年钢城区固定资产投资\n行业,固定资产投资(亿元),比上年增长(%)\n工业,352.8,8.6\n", "工业投资 352.8 亿元 2021年 +8.6% B3\n"},
		"drawn, with an empty cell that cannot be seen": {"a.txt", "2021年钢城区统计公报\n指标\t单位\t2020年\t2021年\n地区生产总值\t亿元\t312.5\t352.8\n常住人口\t万人\t\t31.2\n固定资产投资\t亿元\t201.1\t206.3\n",
			"地区生产总值 312.5 亿元 2020年  \n地区生产总值 352.8 亿元 2021年  \n固定资产投资 201.1 亿元 2020年  \n固定资产投资 206.3 亿元 2021年  \n"},
		"drawn, with rows of empty cells broken": {"a.txt", "钢城区2021年统计公报\n表1 2021年生产总值\n指标 | 总量(万元) | 增长(%) |\n地区生产总值 | 686065 | 7.7 |\n分行业 |\n|\n|\n|\n工业 | 152865 | 1.6 |\n建筑业 | 96351 | 11.8 |\n",
			"地区生产总值 686065 万元 2021年 +7.7% \n工业增加值 152865 万元 2021年 +1.6% \n 96351 万元 2021年 +11.8% \n"},
		"the year's end in the caption": {"a.csv", "表2 2021年末人口\n指标,年末人数(人),比重(%)\n常住人口,98509,--\n户籍人口,100050,50.82\n", "常住人口 98509 人 截至2021年底  B3\n户籍人口 100050 人 截至2021年底  B4\n"},
		"projects of districts":         {"a.csv", "2021年钢城区重点项目\n区县,项目名称,总投资(亿元),完成投资(亿元)\n钢城区,钢城智造园项目,35.2,12\n莱芜区,莱芜智造园项目,33.2,11\n", " 35.2 亿元   B3\n莱芜区 33.2 亿元   B4\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := facts(t, c.file, []byte(c.text)); got != c.want {
				t.Errorf("%s:\n%swant\n%s", name, got, c.want)
			}
		})
	}
}

// Rows that tell what they are only by those above them, and columns by those beside.
func TestContext(t *testing.T) {
	const title = "钢城区2022年主要指标"
	for name, c := range map[string]struct{ file, text, want, left string }{
		"parts": {"a.csv", title + "\n指标,单位,2022年,增长%\n规模以上工业增加值,亿元,120.4,4.1\n其中：采矿业,亿元,20.1,3.2\n一般公共预算收入,亿元,22.8,7.4\n其中:税收收入,,17.1,5.3\n",
			"规模以上工业增加值 120.4 亿元 2022年 +4.1% C3\n 20.1 亿元 2022年 +3.2% C4\n一般公共预算收入 22.8 亿元 2022年 +7.4% C5\n税收收入 17.1 亿元 2022年 +5.3% C6\n", ""},
		"rows of an index and of shares": {"a.csv", title + ",单位：亿元\n指标,2021年,2022年\n地区生产总值,352.3,360.4\n第一产业,19.1,20.1\n地区生产总值指数（上年=100）,108.6,104.1\n第一产业,107.6,103.2\n构成（%）\n第一产业,5.4,5.6\n第二产业,44.0,44.4\n固定资产投资（亿元）,190.1,206.3\n",
			"地区生产总值 352.3 亿元 2021年  B3\n地区生产总值 360.4 亿元 2022年  C3\n第一产业增加值 19.1 亿元 2021年  B4\n第一产业增加值 20.1 亿元 2022年  C4\n固定资产投资 190.1 亿元 2021年  B10\n固定资产投资 206.3 亿元 2022年  C10\n",
			"2 name B5\n6 head B6\n"},
		"the unit of a heading, and a count above what has none": {"a.csv", title + ",单位：万元\n指标,2022年\n主要产品产量（万吨）\n钢材,35.2\n企业数（个）,55\n内资企业,33\n税收收入,171000\n",
			" 35.2 万吨 2022年  B4\n 55 个 2022年  B5\n税收收入 171000 万元 2022年  B7\n", "1 unit B6\n"},
		"amounts of growth below a bare head": {"a.csv", title + "\n指标,单位,2022年,增长\n地区生产总值,亿元,360.4,48.2\n一般公共预算收入,万元,228000,15660\n",
			"地区生产总值 360.4 亿元 2022年  C3\n一般公共预算收入 228000 万元 2022年  C4\n", "2 growth D3\n"},
		"growth below a bare head that is more than its value": {"a.csv", title + "\n指标,单位,2022年,增长\n地区生产总值,亿元,360.4,8.2\n实际利用外资,亿美元,0.32,135.1\n",
			"地区生产总值 360.4 亿元 2022年 +8.2% C3\n实际使用外资 0.32 亿美元 2022年 +135.1% C4\n", ""},
		"rows that have no meaning without what heads them": {"a.txt", title + "\n指标  单位  2022年  增长(%)\n地区生产总值  亿元  360.4  4.1\n\n第二产业：\n增加值  亿元  132.8  9.6\n第三产业：\n增加值  亿元  152.8  8.6\n财政\n税收收入  亿元  17.1  5.3\n",
			"地区生产总值 360.4 亿元 2022年 +4.1% \n第二产业增加值 132.8 亿元 2022年 +9.6% \n第三产业增加值 152.8 亿元 2022年 +8.6% \n税收收入 17.1 亿元 2022年 +5.3% \n", ""},
		"what heads them in a column": {"a.html", "<html><body><p>" + title + "</p><table><tr><td colspan=2>指标</td><td>单位</td><td>2022年</td></tr><tr><td rowspan=2>第一产业</td><td>增加值</td><td>亿元</td><td>20.1</td></tr><tr><td>投资额</td><td>亿元</td><td>9.4</td></tr><tr><td>第二产业</td><td>增加值</td><td>亿元</td><td>132.8</td></tr></table></body></html>",
			"第一产业增加值 20.1 亿元 2022年  table 1 row 2\n第一产业投资额 9.4 亿元 2022年  table 1 row 3\n第二产业增加值 132.8 亿元 2022年  table 1 row 4\n", ""},
		"a table that goes on upon the next page": {"a.html", "<html><body><p>" + title + "</p><table><tr><td>指标</td><td>单位</td><td>2022年</td></tr><tr><td>地区生产总值</td><td>亿元</td><td>360.4</td></tr></table><p>续表</p><table><tr><td>固定资产投资</td><td>亿元</td><td>206.3</td></tr></table></body></html>",
			"地区生产总值 360.4 亿元 2022年  table 1 row 2\n固定资产投资 206.3 亿元 2022年  table 2 row 1\n", ""},
		"a budget and how it was kept": {"a.csv", "钢城区2022年一般公共预算收入执行情况表,单位：万元\n项目,2021年决算数,预算数,调整预算数,执行数,完成预算%,比上年增长%\n一般公共预算收入,21234,22500,22600,22800,100.9,7.4\n",
			"一般公共预算收入 21234 万元 2021年  B3\n一般公共预算收入 22500 万元 2022年  target C3\n一般公共预算收入 22800 万元 2022年 +7.4% E3\n", ""},
		"the month so far and its growth": {"a.csv", "钢城区2022年9月主要指标\n指标,单位,9月,累计,累计增长%\n社会消费品零售总额,亿元,6.1,55.4,2.1\n",
			"社会消费品零售总额 6.1 亿元 2022年9月  C3\n社会消费品零售总额 55.4 亿元 2022年1-9月 +2.1% D3\n", ""},
		"income and outlay side by side, each under its own head": {"a.csv", "钢城区2022年一般公共预算收支表,单位：万元\n收入项目,2021年执行数,2022年预算数,支出项目,2021年执行数,2022年预算数\n一、税收收入,17100,18000,一、教育支出,9100,9300\n二、非税收入,5700,5600,二、科学技术支出,800,850\n",
			"税收收入 17100 万元 2021年  B3\n税收收入 18000 万元 2022年  target C3\n 9100 万元 2021年  E3\n 9300 万元 2022年  target F3\n 5700 万元 2021年  B4\n 5600 万元 2022年  target C4\n 800 万元 2021年  E4\n 850 万元 2022年  target F4\n", ""},
		"such sides in order, with a unit at the edge": {"a.csv", "钢城区2022年一般公共预算收支预算表,,,,,单位：万元\n序号,收入,预算数,序号,支出,预算数\n1,税收收入,18000,1,教育支出,9300\n2,非税收入,5600,2,科学技术支出,850\n",
			"税收收入 18000 万元 2022年  target C3\n 9300 万元 2022年  target F3\n 5600 万元 2022年  target C4\n 850 万元 2022年  target F4\n", ""},
		"columns behind words that nobody explains": {"a.csv", title + "\n指标,单位,2021年,牵头,2022年\n地区生产总值,亿元,352.3,税收收入,17.1\n固定资产投资,亿元,190.1,非税收入,5.7\n",
			"地区生产总值 352.3 亿元 2021年  C3\n固定资产投资 190.1 亿元 2021年  C4\n", "2 head E3\n"},
		"such columns of which one is empty": {"a.csv", title + "\n指标,单位,2021年,牵头,2022年,2023年\n地区生产总值,亿元,352.3,税收收入,17.1,\n固定资产投资,亿元,190.1,非税收入,5.7,\n",
			"地区生产总值 352.3 亿元 2021年  C3\n固定资产投资 190.1 亿元 2021年  C4\n", "2 head E3\n"},
		"growth behind a plan, and behind the later of two years": {"a.csv", title + "\n指标,单位,2021年,2022年,2023年计划,增长%\n地区生产总值,亿元,352.3,360.4,383,6\n",
			"地区生产总值 352.3 亿元 2021年  C3\n地区生产总值 360.4 亿元 2022年  D3\n地区生产总值 383 亿元 2023年 +6% target E3\n", ""},
		"growth that is told as an amount, in points or by an arrow": {"a.csv", title + "\n指标,2022年,比上年增减\n城镇化率(%),63.2,1.1个百分点\n汽车保有量(万辆),20,1.5万辆\n固定资产投资(亿元),206.3,↑3.2%\n进出口总额(亿元),50,↓7.1\n",
			"常住人口城镇化率 63.2 % 2022年  B3\n 20 万辆 2022年  B4\n固定资产投资 206.3 亿元 2022年 +3.2% B5\n外贸进出口总额 50 亿元 2022年  B6\n", "3 growth C3\n"},
		"numbers that are not plain, and scales behind numbers": {"a.csv", title + "\n指标,单位,2021年,2022年\n企业数,家,1.2万,13000\n利润总额,亿元,(12.3),▲4\n招商引资到位资金,,1.2亿,1.5亿\n固定资产投资,亿元,190.1,↑3.2\n",
			" 1.2 万家 2021年  C3\n 13000 家 2022年  D3\n固定资产投资 190.1 亿元 2021年  C6\n", "3 form C4\n2 unit C5\n"},
		"shares of one beside growths that are": {"a.csv", title + "\n指标,单位,2022年,增速\n地区生产总值,亿元,360.4,0.041\n城镇化率,%,0.652,0.011\n", "地区生产总值 360.4 亿元 2022年  C3\n", "2 growth D3\n1 form C4\n"},
		"products that are counted, among those that are weighed": {"a.csv", title + "\n产品,产量(吨),增长%\n粮食,3528,1.2\n禽蛋(万吨),1.2,2\n生猪出栏(万头),30,5.6\n",
			"粮食产量 3528 吨 2022年 +1.2% B3\n 1.2 万吨 2022年 +2% B4\n生猪出栏 30 万头 2022年 +5.6% B5\n", ""},
		"growth since another year, of a mean, and of the city": {"a.csv", title + "\n指标,2022年,比2021年增长%,比2019年增长%,两年平均增长%\n地区生产总值(亿元),360.4,4.1,12.4,6.1\n", "地区生产总值 360.4 亿元 2022年  B3\n", ""},
		"the growth of the city beside that of the district":    {"a.csv", title + "\n指标,增速(%),全市增速(%)\n地区生产总值,4.1,3.1\n", "地区生产总值增速 4.1 % 2022年  B3\n", ""},
		"growth of what another column names":                   {"a.csv", title + "\n企业名称,营业收入(万元),同比(%)\n山东甲公司,120000,5\n", "", "1 head B3\n1 growth C3\n"},
		"the state at the year's end":                           {"a.csv", title + "\n指标,单位,2022年,2025年目标\n年末户籍总人口,人,310000,320000\n", " 310000 人 截至2022年底  C3\n 320000 人 2025年  target D3\n", ""},
		"growth and aims in words": {"a.csv", title + "\n指标,单位,2022年,同比,2023年目标\nGDP,亿元,360.4,增长4.1%,增长6%左右\n社会消费品零售总额,亿元,55.4,下降2.1%,60\n城镇登记失业率,%,2.1,,控制在4以内\n",
			"地区生产总值 360.4 亿元 2022年 +4.1% C3\n地区生产总值增速 6 % 2023年  target E3\n社会消费品零售总额 55.4 亿元 2022年 -2.1% C4\n社会消费品零售总额 60 亿元 2023年  target E4\n城镇登记失业率 2.1 % 2022年  C5\n城镇登记失业率 4 % 2023年  target E5\n", ""},
		"growth of something else than what stands beside it": {"a.csv", "2021年钢城区规模以上工业情况\n行业,增加值增长（%）,营业收入（亿元）\n通用设备制造业,9.3,50.4\n",
			" 9.3 % 2021年  B3\n 50.4 亿元 2021年  C3\n", ""},
		"two heads that are read below one, of which another holds ranks": {"a.csv", title + "\n指标,单位,2022年,\n,,总量,位次\n地区生产总值,亿元,360.4,3\n", "地区生产总值 360.4 亿元 2022年  C4\n", ""},
		"a quarter, or the year up to it":                                 {"a.csv", "钢城区2022年三季度主要指标\n指标,单位,总量\n社会消费品零售总额,亿元,55.4\n", "", "1 head C3\n"},
		"heads over two columns, not merged": {"a.csv", title + "\n指标,单位,2022年完成,,2023年计划,\n,,绝对数,增长%,绝对数,增长%\n地区生产总值,亿元,360.4,4.1,383,6\n",
			"地区生产总值 360.4 亿元 2022年 +4.1% C4\n地区生产总值 383 亿元 2023年 +6% target E4\n", ""},
		"blanks between thousands, English heads, branches": {"a.csv", "钢城区历年生产总值,单位：万元\n年份,地区生产总值,第一产业,#工业\nYear,GDP,Primary,Industry\n2018,2 801 000,151 000,1 101 000\n2019,3 001 000,161 000,1 141 000\n",
			"地区生产总值 2801000 万元 2018年  B4\n第一产业增加值 151000 万元 2018年  C4\n工业增加值 1101000 万元 2018年  D4\n地区生产总值 3001000 万元 2019年  B5\n第一产业增加值 161000 万元 2019年  C5\n工业增加值 1141000 万元 2019年  D5\n", ""},
		"a number that looks like a year": {"a.csv", title + "\n指标,单位,2022年\n规模以上工业企业,家,2013\n学校,所,12\n", "规模以上工业企业 2013 家 2022年  C3\n 12 所 2022年  C4\n", ""},
		"a unit for several rows": {"a.html", "<html><body><p>" + title + "</p><table><tr><td>指标</td><td>单位</td><td>2022年</td></tr><tr><td>地区生产总值</td><td rowspan=2>亿元</td><td>360.4</td></tr><tr><td>第一产业</td><td>20.1</td></tr><tr><td>常住人口</td><td>万人</td><td>29.2</td></tr></table></body></html>",
			"地区生产总值 360.4 亿元 2022年  table 1 row 2\n第一产业增加值 20.1 亿元 2022年  table 1 row 3\n常住人口 29.2 万人 2022年  table 1 row 4\n", ""},
		"a value for two rows": {"a.html", "<html><body><p>" + title + "</p><table><tr><td>指标</td><td>单位</td><td>2022年</td></tr><tr><td>固定资产投资</td><td>亿元</td><td rowspan=2>360.4</td></tr><tr><td>工业投资</td><td>亿元</td></tr><tr><td>常住人口</td><td>万人</td><td>29.2</td></tr></table></body></html>",
			"常住人口 29.2 万人 2022年  table 1 row 4\n", "1 head table 1 row 2\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := facts(t, c.file, []byte(c.text)); got != c.want {
				t.Errorf("%swant\n%s", got, c.want)
			}
			if got := problems(c.file, c.text); got != c.left {
				t.Errorf("left out: %swant %s", got, c.left)
			}
		})
	}
}

// A number of another place never stands for the report's own; a list of districts
// does not say of which one the report is.
func TestPlaces(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want, left string }{
		"districts as rows, heads of two rows": {"a.html", "<html><body><p>济南市2022年各区县主要指标</p><table><tr><td rowspan=2>区县</td><td colspan=2>地区生产总值</td><td rowspan=2>常住人口（万人）</td></tr><tr><td>总量（亿元）</td><td>增速（%）</td></tr><tr><td>钢城区</td><td>352.8</td><td>8.6</td><td>31.2</td></tr><tr><td>莱芜区</td><td>933.5</td><td>-7.1</td><td>98.1</td></tr><tr><td>全市</td><td>12000</td><td>5</td><td>900</td></tr></table></body></html>",
			"钢城区地区生产总值 352.8 亿元 2022年 +8.6% table 1 row 3\n钢城区常住人口 31.2 万人 2022年  table 1 row 3\n莱芜区地区生产总值 933.5 亿元 2022年 -7.1% table 1 row 4\n莱芜区常住人口 98.1 万人 2022年  table 1 row 4\n", "3 places table 1 row 5\n"},
		"total, growth and rank below an indicator": {"a.csv", "济南市2022年主要指标\n区县,地区生产总值,,\n,总量（亿元）,增速（%）,位次\n钢城区,352.8,8.6,2\n莱芜区,933.5,-7.1,3\n",
			"钢城区地区生产总值 352.8 亿元 2022年 +8.6% B4\n莱芜区地区生产总值 933.5 亿元 2022年 -7.1% B5\n", ""},
		"a row for each number": {"a.csv", "年份,区县,指标,数值,单位\n2020,莱芜区,地区生产总值,901.2,亿元\n2021年,莱芜区,地区生产总值,933.5,亿元\n2021年上半年,钢城区,地区生产总值,150.2,亿元\n2021年末,钢城区,常住人口,31.2,万人\n",
			"莱芜区地区生产总值 901.2 亿元 2020年  D2\n莱芜区地区生产总值 933.5 亿元 2021年  D3\n钢城区地区生产总值 150.2 亿元 2021年上半年  D4\n钢城区常住人口 31.2 万人 截至2021年底  D5\n", ""},
		"the same under English heads": {"a.csv", "district,year,indicator,value,unit\n莱芜区,2020,GDP,901.2,亿元\n钢城区,2021,GDP,150.2,亿元\n",
			"莱芜区地区生产总值 901.2 亿元 2020年  D2\n钢城区地区生产总值 150.2 亿元 2021年  D3\n", ""},
		"growth behind the later of two years": {"a.csv", "济南市主要指标\n区县,地区生产总值（亿元）,,\n,2020年,2021年,增速（%）\n钢城区,312.5,352.8,8.6\n莱芜区,901.2,933.5,-7.1\n",
			"钢城区地区生产总值 312.5 亿元 2020年  B4\n钢城区地区生产总值 352.8 亿元 2021年 +8.6% C4\n莱芜区地区生产总值 901.2 亿元 2020年  B5\n莱芜区地区生产总值 933.5 亿元 2021年 -7.1% C5\n", ""},
		"the report's own district among them": {"a.csv", "济南市钢城区2021年统计公报\n区县,地区生产总值(亿元),比上年增长(%)\n钢城区,352.8,8.6\n莱芜区,933.5,7.1\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% B3\n莱芜区地区生产总值 933.5 亿元 2021年 +7.1% B4\n", ""},
		"districts as columns":        {"a.csv", "2021年主要指标,单位：亿元\n指标,钢城区,莱芜区\n地区生产总值,352.8,933.5\n常住人口,31.2,98.1\n", "钢城区地区生产总值 352.8 亿元 2021年  B3\n莱芜区地区生产总值 933.5 亿元 2021年  C3\n", "2 unit B4\n"},
		"growth alone, orders":        {"a.csv", "济南市钢城区2021年统计公报\n序号,区县,地区生产总值,增长%,位次\n1,钢城,352.8,8.6,1\n2,莱芜,933.5,7.1,2\n", "地区生产总值增速 8.6 % 2021年  D3\n莱芜区地区生产总值增速 7.1 % 2021年  D4\n", "2 unit C3\n"},
		"towns":                       {"a.csv", "2021年钢城区各镇街主要指标\n镇街,常住人口(人),规模以上工业企业(家)\n艾山街道,51234,12\n里辛街道,41234,9\n全区,312000,55\n", "艾山街道常住人口 51234 人 2021年  B3\n艾山街道规模以上工业企业 12 家 2021年  C3\n里辛街道常住人口 41234 人 2021年  B4\n里辛街道规模以上工业企业 9 家 2021年  C4\n", "2 places B5\n"},
		"groups in a merged column":   {"a.csv", "2021年主要指标,单位：亿元\n区县,指标,2021年\n钢城区,地区生产总值,352.8\n,固定资产投资,186.2\n莱芜区,地区生产总值,933.5\n", "钢城区地区生产总值 352.8 亿元 2021年  C3\n钢城区固定资产投资 186.2 亿元 2021年  C4\n莱芜区地区生产总值 933.5 亿元 2021年  C5\n", ""},
		"groups in rows of their own": {"a.csv", "2021年主要指标,单位：亿元\n指标,2021年,增长%\n一、钢城区\n地区生产总值,352.8,8.6\n二、莱芜区\n地区生产总值,933.5,7.1\n三、全市\n地区生产总值,12000,1\n", "钢城区地区生产总值 352.8 亿元 2021年 +8.6% B4\n莱芜区地区生产总值 933.5 亿元 2021年 +7.1% B6\n", "2 places B8\n"},
		"titles of other places": {"a.txt", "钢城区2022年统计资料\n\n表1 钢城区2022年主要指标\n指标\t单位\t数值\n地区生产总值\t亿元\t352.8\n固定资产投资\t亿元\t100\n\n表2 莱芜区2022年主要指标\n指标\t单位\t数值\n地区生产总值\t亿元\t933.5\n固定资产投资\t亿元\t300\n\n表3 济南市2022年主要指标\n指标\t单位\t数值\n地区生产总值\t亿元\t12027\n固定资产投资\t亿元\t1000\n\n表4 钢城区艾山街道主要指标\n指标\t单位\t数值\n税收收入\t亿元\t1.2\n固定资产投资\t亿元\t3\n",
			"地区生产总值 352.8 亿元 2022年  \n固定资产投资 100 亿元 2022年  \n莱芜区地区生产总值 933.5 亿元 2022年  \n莱芜区固定资产投资 300 亿元 2022年  \n济南市地区生产总值 12027 亿元 2022年  \n济南市固定资产投资 1000 亿元 2022年  \n艾山街道税收收入 1.2 亿元   \n艾山街道固定资产投资 3 亿元   \n", ""},
		"rows of the table before tell no year": {"a.html", "<html><body><p>钢城区</p><table><tr><td>年份</td><td>地区生产总值(亿元)</td></tr><tr><td>2020</td><td>312.5</td></tr><tr><td>2021</td><td>352.8</td></tr></table><table><tr><td>指标</td><td>单位</td><td>数值</td></tr><tr><td>固定资产投资</td><td>亿元</td><td>100</td></tr><tr><td>税收收入</td><td>亿元</td><td>17</td></tr></table></body></html>",
			"地区生产总值 312.5 亿元 2020年  table 1 row 2\n地区生产总值 352.8 亿元 2021年  table 1 row 3\n固定资产投资 100 亿元   table 2 row 2\n税收收入 17 亿元   table 2 row 3\n", ""},
		"parts of one row": {"a.csv", "2021年钢城区主要指标,单位：亿元\n指标,2021年\n地区生产总值,352.8\n其中：艾山街道,52.1\n里辛街道,41.1\n", "地区生产总值 352.8 亿元 2021年  B3\n", "2 places B4\n"},
		"one indicator, in the caption": {"a.csv", "各区县地区生产总值,单位：亿元\n区县,2020年,2021年\n钢城区,320,352.8\n莱芜区,910,933.5\n",
			"钢城区地区生产总值 320 亿元 2020年  B3\n钢城区地区生产总值 352.8 亿元 2021年  C3\n莱芜区地区生产总值 910 亿元 2020年  B4\n莱芜区地区生产总值 933.5 亿元 2021年  C4\n", ""},
		"no indicator in the caption": {"a.csv", "各区县主要情况,单位：亿元\n区县,2020年,2021年\n钢城区,320,352.8\n莱芜区,910,933.5\n", "", "4 head B3\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := facts(t, c.file, []byte(c.text)); got != c.want {
				t.Errorf("%swant\n%s", got, c.want)
			}
			if got := problems(c.file, c.text); got != c.left {
				t.Errorf("left out: %swant %s", got, c.left)
			}
		})
	}
}

// What a workbook tells by formats, merged cells and dates.
func TestLooksOfWorkbooks(t *testing.T) {
	heads := "地区生产总值 352.8 亿元 2022年 +8.6% S!B5\n地区生产总值 320.1 亿元 2021年 +7.2% S!D5\n固定资产投资 186.2 亿元 2022年 -3.1% S!B6\n固定资产投资 190.1 亿元 2021年 +5.2% S!D6\n常住人口 31.2 万人 2022年 +0.1% S!B7\n常住人口 31.1 万人 2021年 +0.2% S!D7\n"
	for name, want := range map[string]string{
		"table.units.xlsx":  "地区生产总值 352.8 亿元 2022年 +8.6% S!B3\n固定资产投资 186.2 亿元 2022年 -3.1% S!B4\n规模以上工业增加值增速 5.0 % 2022年  S!C5\n",
		"table.heads.xlsx":  heads,
		"table.heads.xls":   heads,
		"table.dates.xls":   "地区生产总值 352.8 亿元 2023年1月  S!B3\n固定资产投资 186.2 亿元 2023年1月  S!B4\n",
		"table.places.xlsx": "钢城区地区生产总值 352.8 亿元 2022年 +8.6% S!B5\n钢城区固定资产投资 320.1 亿元 2022年 +7.2% S!D5\n钢城区常住人口城镇化率 65.2 % 2022年  S!F5\n莱芜区地区生产总值 186.2 亿元 2022年 -3.1% S!B6\n莱芜区固定资产投资增速 5.2 % 2022年  S!E6\n莱芜区常住人口城镇化率 61.0 % 2022年  S!F6\n",
	} {
		if got := stored(t, name); got != want {
			t.Errorf("%s:\n%swant\n%s", name, got, want)
		}
	}
}

// What a cell of Word tells in several lines or paragraphs is one cell.
func TestLinesInCellsOfWord(t *testing.T) {
	const want = "地区生产总值 352.8 亿元 2022年 +8.6% table 1 row 2\n固定资产投资 186.2 亿元 2022年 -3.1% table 1 row 3\n"
	for _, name := range []string{"table.lines.docx", "table.lines.doc", "table.lines.rtf"} {
		if got := stored(t, name); got != want {
			t.Errorf("%s:\n%swant\n%s", name, got, want)
		}
	}
}

// Old forms of Word tell cells by where they end, and run tables into each other.
func TestTablesOfWord(t *testing.T) {
	var want string
	for _, name := range []string{"table.parts.docx", "table.parts.doc", "table.parts.rtf"} {
		got := regexp.MustCompile(` table \d+ row \d+`).ReplaceAllString(stored(t, name), "")
		if want == "" {
			want = got
			if n := strings.Count(want, "\n"); n != 8 {
				t.Fatalf("%s: %d facts, want 8:\n%s", name, n, want)
			}
		}
		if got != want {
			t.Errorf("%s:\n%swant\n%s", name, got, want)
		}
	}
}

// A list of projects: each row is one, with what it costs in all and how far it is; what
// stands beside it is no part of its name.
func TestProjects(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want, left string }{
		"new and going on": {"a.csv", "钢城区2022年重点项目名单\n序号,项目名称,建设内容,总投资（万元）,2022年计划投资（万元）,建设性质,责任单位\n1,艾山智造园二期,建筑面积12万平方米,120000,30000,新建,工信局\n2,里辛河治理工程,治理河道8公里,5000,2100,续建,水务局\n合计,,,125000,32000,,\n",
			"艾山智造园二期 120000万元 planned B3\n里辛河治理工程 5000万元 building B4\n", "3 head E3\n"},
		"groups of rows": {"a.html", "<html><body><p>钢城区2022年建设项目</p><table><tr><td>项目名称</td><td>总投资(亿元)</td><td>投资方</td></tr><tr><td colspan=3>一、续建项目(1个)</td></tr><tr><td>艾山智造园二期</td><td>12</td><td>甲公司</td></tr><tr><td colspan=3>二、前期项目(1个)</td></tr><tr><td>里辛河治理工程</td><td>待定</td><td>乙公司</td></tr></table></body></html>",
			"艾山智造园二期 12亿元 building table 1 row 3\n里辛河治理工程  planned table 1 row 5\n", ""},
		"groups with sums, heads of two rows": {"a.html", "<html><body><p>钢城区2022年重点项目计划表</p><table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td rowspan=2>建设内容</td><td rowspan=2>总投资（万元）</td><td colspan=2>2022年</td></tr><tr><td>计划投资</td><td>形象进度</td></tr><tr><td></td><td>合计（2个）</td><td></td><td>17000</td><td>3000</td><td></td></tr><tr><td>一</td><td>续建项目</td><td></td><td>12000</td><td>2100</td><td></td></tr><tr><td>1</td><td>艾山智造园二期</td><td>厂房</td><td>12000</td><td>2100</td><td>主体完工</td></tr><tr><td></td><td>（二）储备项目</td><td></td><td>5000</td><td></td><td></td></tr><tr><td>2</td><td>里辛河治理工程</td><td>治理河道</td><td>5000</td><td>900</td><td>完成可研</td></tr></table></body></html>",
			"艾山智造园二期 12000万元 building table 1 row 5\n里辛河治理工程 5000万元 planned table 1 row 7\n", "2 head table 1 row 5\n"},
		"a district for several rows": {"a.html", "<html><body><p>济南市钢城区2022年集中签约项目</p><table><tr><td>区县</td><td>项目名称</td><td>投资额(亿元)</td></tr><tr><td rowspan=2>莱芜区</td><td>雪野度假区项目</td><td>3</td></tr><tr><td>牛泉食品园项目</td><td>2</td></tr><tr><td>钢城区</td><td>艾山智造园项目</td><td>5</td></tr></table></body></html>",
			"莱芜区 雪野度假区项目 3亿元 signed table 1 row 2\n莱芜区 牛泉食品园项目 2亿元 signed table 1 row 3\n艾山智造园项目 5亿元 signed table 1 row 4\n", ""},
		"a list that goes on upon the next page": {"a.html", "<html><body><p>钢城区2022年重点项目名单</p><table><tr><td>序号</td><td>项目名称</td><td>总投资(亿元)</td></tr><tr><td>1</td><td>艾山智造园二期</td><td>12</td></tr></table><p>续表</p><table><tr><td>2</td><td>里辛河治理工程</td><td>3</td></tr></table></body></html>",
			"艾山智造园二期 12亿元  table 1 row 2\n里辛河治理工程 3亿元  table 2 row 1\n", ""},
		"two stages in a cell tell none but that of its group": {"a.html", "<html><body><p>钢城区2022年建设项目</p><table><tr><td>项目名称</td><td>总投资(亿元)</td><td>进展情况</td></tr><tr><td colspan=3>续建项目</td></tr><tr><td>艾山智造园二期</td><td>12</td><td>一期已竣工，二期在建</td></tr><tr><td>里辛河治理工程</td><td>3</td><td>在建，三期前期</td></tr></table></body></html>",
			"艾山智造园二期 12亿元 building table 1 row 3\n里辛河治理工程 3亿元 building table 1 row 4\n", ""},
		"a row that lacks a cell nobody can see": {"a.txt", "钢城区2022年重点项目名单\n序号\t项目名称\t总投资（亿元）\t责任单位\n1\t艾山智造园二期\t12\t工信局\n2\t5\t水务局\n3\t里辛河治理工程\t0.5\t水务局\n",
			"艾山智造园二期 12亿元  \n里辛河治理工程 0.5亿元  \n", ""},
		"indicators under such a head": {"a.csv", "钢城区2021年统计公报\n项目名称,单位,2021年\n地区生产总值,亿元,352.8\n", "地区生产总值 352.8亿元 achieved C3\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := data.Read(c.file, []byte(c.text))
			var b strings.Builder
			for _, f := range r.Facts {
				fmt.Fprintln(&b, strings.TrimSpace(f.Owner+" "+f.Name), f.Number(f.Quantity.Value)+f.Quantity.Unit, f.Stage, r.Origin(f.Place.Quote).Cell)
			}
			if got := b.String(); got != c.want {
				t.Errorf("%swant\n%s", got, c.want)
			}
			if got := problems(c.file, c.text); got != c.left {
				t.Errorf("left out: %swant %s", got, c.left)
			}
		})
	}
}
