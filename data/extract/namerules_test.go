package extract

import (
	"strings"
	"testing"

	"qubi/data/scan"
)

// Every rule that reads names has an example, which it reads.
func TestNameRules(t *testing.T) {
	for rule, example := range map[string]string{
		"cluster.class":         "培育新材料、装备制造等产业。 -> 新材料 装备制造",
		"cluster.own-end":       "加快布局低空经济产业。 -> 低空经济",
		"cluster.led":           "以石油化工、海洋经济为代表的产业快速成长。 -> 石油化工 海洋经济",
		"cluster.pillar":        "茶叶和蚕桑是两张王牌。 -> 茶叶 蚕桑",
		"park.head":             "白石软件园面貌一新。 -> 白石软件园",
		"park.company":          "青石工业园、云顶榆钱谷建成投用。 -> 云顶榆钱谷",
		"park.bare-zone":        "经济开发区建成投用。 -> 经济开发区",
		"project.class":         "远山精密、北辰光学等项目签约。 -> 远山精密 北辰光学",
		"project.verb":          "远山精密、北辰光学相继投产。 -> 远山精密 北辰光学",
		"project.head-and-verb": "青石大桥建成通车。 -> 青石大桥",
		"project.roll":          "重点在建项目\n1.新型显示：长岭光电偏光片、年产3000万片背光模组。\n -> 长岭光电偏光片",
		"project.head":          "听取了青石岭隧道工程的汇报。 -> 青石岭隧道工程",
	} {
		text, want, _ := strings.Cut(example, " -> ")
		doc := document(text)
		found := map[string]bool{}
		x := &reading{doc: doc, sentences: scan.Read(doc).Sentences}
		for _, f := range nameFacts(x, namesIn(x)) {
			if f.Rule == rule && f.Confidence > 0 {
				found[f.Name] = true
			}
		}
		for _, name := range strings.Fields(want) {
			if !found[name] {
				t.Errorf("%s does not read %s in %s", rule, name, text)
			}
		}
	}
}
