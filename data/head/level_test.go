package head

import (
	"testing"

	"qubi/model"
)

// Documents of a city, a province or a township are not forced into a district
// that they name.
func TestLevels(t *testing.T) {
	const body = "\n济阳区、济阳区、济阳区、章丘区完成投资。"
	for title, want := range map[string]struct {
		name, city string
		level      model.Level
	}{
		"济南市2021年政府工作报告":           {"济南市", "济南市", model.OfCity},
		"2022年山东省济南市人民政府工作报告":      {"济南市", "济南市", model.OfCity},
		"山东省2021年国民经济和社会发展统计公报":    {"山东省", "", model.OfProvince},
		"济阳区回河街道2021年工作总结":         {"回河街道", "济南市", model.OfTownship},
		"孙耿镇人民政府2021年工作报告":         {"孙耿镇", "", model.OfTownship},
		"济南市济阳区2021年政府工作报告":        {"济阳区", "济南市", model.OfDistrict},
		"济阳区2021年政府工作报告":           {"济阳区", "济南市", model.OfDistrict},
		"章丘区城镇化工作总结":               {"章丘区", "济南市", model.OfDistrict},
		"莱西市2021年政府工作报告":           {"莱西市", "青岛市", model.OfDistrict},
		"武汉东湖新技术开发区2021年工作报告 东湖 区": {"武汉东湖新技术开发区", "武汉市", model.OfZone},
	} {
		text := title + body
		if want.level == model.OfZone {
			text = title + "\n武汉东湖新技术开发区完成投资，东西湖区也是。"
		}
		h := Read(text, text)
		if h.District != want.name || h.City != want.city || h.Level != want.level {
			t.Errorf("%s: %q %q %q, want %v", title, h.District, h.City, h.Level, want)
		}
	}
	given := ReadGiven("一篇\n济阳区", "", model.Head{District: "济南市"})
	if given.Level != model.OfCity || given.City != "济南市" {
		t.Errorf("a city that is given: %+v", given)
	}
}
