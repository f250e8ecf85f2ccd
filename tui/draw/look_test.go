package draw

import "testing"

// TestShortPeriod: fewer cells, nothing lost, and no two periods alike.
func TestShortPeriod(t *testing.T) {
	seen := map[string]string{}
	for long, short := range map[string]string{
		"2020年": "2020", "2020年一季度": "2020一季", "2020年前三季度": "2020前三季", "2022年1-11月": "2022.1-11",
		"2020年11月底": "2020.11底", "2025年底": "2025底", "2021年11月": "2021.11", "2023年3月20日": "2023.3.20", "截至2023年3月20日": "至2023.3.20", "2020年上半年": "2020上半年",
		"每年": "每年", "“十四五”": "“十四五”", "2021-2025年": "2021-2025年", "": "",
	} {
		got := ShortPeriod(long)
		if got != short {
			t.Errorf("%s is shortened to %s, not %s", long, got, short)
		}
		if other, taken := seen[got]; taken {
			t.Errorf("%s and %s are both %s", long, other, got)
		}
		seen[got] = long
	}
}
