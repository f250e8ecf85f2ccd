package clean

import "testing"

// Text copied from a browser's PDF reads as it looked.
func TestRadicals(t *testing.T) {
	for in, want := range map[string]string{
		"⻩河⼤街完成投资12亿元。":    "黄河大街完成投资12亿元。",
		"汽⻋产业增⻓8.6%,农戶增收。": "汽车产业增长8.6%,农户增收。",
		"⼾籍⼈⼝30万⼈。":        "户籍人口30万人。",
		"1―9月塑㬵产值12亿元。":    "1—9月塑胶产值12亿元。",
		"農戶增收。":            "農戶增收。",
	} {
		if got := Text(in).Text; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
