package model

import (
	"slices"
	"strings"
)

// Theme is one of the eleven topics of the facts contract. The order is the
// order of the theme bar.
type Theme uint8

// The eleven themes; NoTheme is the zero value.
const (
	NoTheme Theme = iota
	ThemeIndustry
	ThemeInvestment
	ThemeScience
	ThemeUrban
	ThemeTransport
	ThemeRural
	ThemeEcology
	ThemeLivelihood
	ThemeBusiness
	ThemeCulture
	ThemeGovernance
)

var themeNames = [...]string{"", "产业", "招商", "科创", "城建", "交通", "乡村", "生态", "民生", "营商", "文旅", "治理"}

// String is the theme's Chinese word, as the contract writes it.
func (t Theme) String() string {
	if int(t) < len(themeNames) {
		return themeNames[t]
	}
	return ""
}

// Themes are all themes in display order.
func Themes() []Theme {
	all := make([]Theme, 0, len(themeNames)-1)
	for t := ThemeIndustry; t <= ThemeGovernance; t++ {
		all = append(all, t)
	}
	return all
}

// ParseTheme finds the theme with the given word, Chinese or English; NoTheme when
// there is none.
func ParseTheme(word string) Theme {
	if t := Theme(max(0, slices.Index(themeNames[:], word))); t != NoTheme {
		return t
	}
	i := slices.IndexFunc(Themes(), func(t Theme) bool { return strings.EqualFold(t.Word(English), word) })
	return Theme(i + 1)
}
