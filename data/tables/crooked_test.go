package tables_test

import "testing"

// Tables that are laid out so that a number is easily taken for another's: each gives what
// a reader sees, or nothing.
func TestCrooked(t *testing.T) {
	const title = "钢城区2021年主要指标\n"
	for name, c := range map[string]struct{ file, text, want string }{
		"set in two columns": {"a.csv", title + "指标,2021年,增长%,指标,2021年,增长%\n地区生产总值(亿元),352.8,8.6,固定资产投资(亿元),206.3,10.8\n发电量(亿千瓦时),10.2,3.1,常住人口(万人),31.2,0.1\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% B3\n固定资产投资 206.3 亿元 2021年 +10.8% E3\n 10.2 亿千瓦时 2021年 +3.1% B4\n常住人口 31.2 万人 2021年 +0.1% E4\n"},
		"units in the corner": {"a.csv", title + "单位：亿元、%,2020年,2021年,增长\n地区生产总值,312.5,352.8,8.6\n城镇化率,65.1,65.9,0.8\n",
			"地区生产总值 312.5 亿元 2020年  B3\n地区生产总值 352.8 亿元 2021年 +8.6% C3\n"},
		"a unit behind the head of the names": {"a.csv", title + "指标（亿元）,2020,2021,增长%\n地区生产总值,312.5,352.8,8.6\n城镇化率（%）,65.1,65.9,0.8\n",
			"地区生产总值 312.5 亿元 2020年  B3\n地区生产总值 352.8 亿元 2021年 +8.6% C3\n常住人口城镇化率 65.1 % 2020年  B4\n常住人口城镇化率 65.9 % 2021年  C4\n"},
		"units in a row, years as rows": {"a.csv", "钢城区主要指标\n年份,地区生产总值,固定资产投资\n,亿元,亿元\n2020,312,186\n2021,352.8,206.3\n",
			"地区生产总值 312 亿元 2020年  B4\n固定资产投资 186 亿元 2020年  C4\n地区生产总值 352.8 亿元 2021年  B5\n固定资产投资 206.3 亿元 2021年  C5\n"},
		"units with blanks and brackets": {"a.csv", title + "指标,单位,2021年\n地区生产总值,万 元,3528000\n固定资产投资,（亿元）,206.3\n",
			"地区生产总值 3528000 万元 2021年  C3\n固定资产投资 206.3 亿元 2021年  C4\n"},
		"marks of notes": {"a.csv", title + "指标,单位,2021年,增长%\n地区生产总值①,亿元,352.8①,8.6\n固定资产投资*,亿元,206.3*,10.8*\n常住人口(注1),万人,31.2,0.1\n税收收入1),亿元,17.7,9\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% C3\n固定资产投资 206.3 亿元 2021年 +10.8% C4\n常住人口 31.2 万人 2021年 +0.1% C5\n税收收入 17.7 亿元 2021年 +9% C6\n"},
		"years in brackets are no notes": {"a.csv", title + "指标,单位,2021年\n电商销售额(2021),亿元,17.7\n",
			" 17.7 亿元 2021年  C3\n"},
		"raised marks": {"a.html", "<html><body><p>钢城区2021年主要指标</p><table><tr><th>指标</th><th>单位</th><th>2021年</th></tr><tr><td>地区生产总值<sup>1</sup></td><td>亿元</td><td>352.8<sup>2</sup></td></tr><tr><td>固定资产投资<sup>[2]</sup></td><td>亿元</td><td>206.3</td></tr></table></body></html>",
			"地区生产总值 352.8 亿元 2021年  table 1 row 2\n固定资产投资 206.3 亿元 2021年  table 1 row 3\n"},
		"a value below two years": {"a.html", "<html><body><p>钢城区主要指标</p><table><tr><th>指标</th><th>单位</th><th>2020年</th><th>2021年</th></tr><tr><td>地区生产总值</td><td>亿元</td><td>312.5</td><td>352.8</td></tr><tr><td>税收收入</td><td>亿元</td><td colspan=2>17.7</td></tr></table></body></html>",
			"地区生产总值 312.5 亿元 2020年  table 1 row 2\n地区生产总值 352.8 亿元 2021年  table 1 row 2\n"},
		"a caption element": {"a.html", "<html><body><p>钢城区统计公报</p><table><caption>2021年主要指标（单位：亿元）</caption><tr><th>指标</th><th>本年</th><th>增长%</th></tr><tr><td>地区生产总值</td><td>352.8</td><td>8.6</td></tr></table></body></html>",
			"地区生产总值 352.8 亿元 2021年 +8.6% table 1 row 2\n"},
		"by how much it rose": {"a.csv", title + "指标,单位,2020年,2021年,增长\n地区生产总值,亿元,312.5,352.8,40.3\n",
			"地区生产总值 312.5 亿元 2020年  C3\n地区生产总值 352.8 亿元 2021年  D3\n"},
		"percent signs here and there": {"a.csv", title + "指标,单位,2021年,增长\n地区生产总值,亿元,352.8,8.6%\n固定资产投资,亿元,206.3,-0.03\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% C3\n固定资产投资 206.3 亿元 2021年  C4\n"},
		"a drawn head whose first cell stands on another line": {"a.txt", title + "2020年\t2021年\n指标\n总量（亿元）\t增长（%）\t总量（亿元）\t增长（%）\n地区生产总值\t312.5\t4.1\t352.8\t8.6\n固定资产投资\t186.2\t-3.1\t206.3\t10.8\n税收收入\t16.2\t17.7\t9.3\n",
			""},
		"a plan's table": {"a.csv", "钢城区“十四五”规划主要指标\n指标,单位,2020年,2025年,年均增长,属性\n地区生产总值,亿元,312.5,500,7%左右,预期性\n森林覆盖率,%,20,22,,约束性\n",
			"地区生产总值 312.5 亿元 2020年  C3\n地区生产总值 500 亿元 2025年  target D3\n森林覆盖率 20 % 2020年  C4\n森林覆盖率 22 % 2025年  target D4\n"},
		"places over two columns that are not merged": {"a.csv", title + ",钢城区,,莱芜区,\n指标,总量,增长%,总量,增长%\n地区生产总值（亿元）,352.8,8.6,933.5,7.1\n",
			"地区生产总值 352.8 亿元 2021年 +8.6% B4\n莱芜区地区生产总值 933.5 亿元 2021年 +7.1% D4\n"},
		"rises and falls in percent": {"a.csv", title + "指标,单位,本年累计,上年同期累计,增减%\n地区生产总值,亿元,352.8,312.5,-8.6\n",
			"地区生产总值 352.8 亿元 2021年 -8.6% C3\n"},
		"what stands for no number": {"a.csv", title + "指标,单位,2019年,2020年,2021年,增长%\n地区生产总值,亿元,-,…,352.8,（8.6）\n固定资产投资,亿元,(88.1),—,206.3,－3.1\n税收收入,亿元,21.4.1,\"2,06.3\",10 86.3,二\n",
			"地区生产总值 352.8 亿元 2021年  E3\n固定资产投资 206.3 亿元 2021年 -3.1% E4\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := facts(t, c.file, []byte(c.text)); got != c.want {
				t.Errorf("%swant\n%s", got, c.want)
			}
		})
	}
}
