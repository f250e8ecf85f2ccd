package style

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"qubi/tui/cell"
)

// Look is how one role is drawn. Colours are "" (the terminal's own), "0" to
// "15", "16" to "255", or "#rrggbb".
type Look struct {
	Fore, Back                      string
	Bold, Faint, Underline, Reverse bool
}

// Palette gives every base role its look.
type Palette [32]Look

// Dark is the palette for dark terminals. It uses the sixteen colours that
// every terminal has and the user has chosen; no blue (4) on black.
func Dark() Palette {
	return Palette{
		Faint: {Faint: true}, Border: {Faint: true},
		Title: {Bold: true}, TitleFocus: {Fore: "14", Bold: true, Underline: true},
		Section: {Fore: "14", Bold: true}, Group: {Fore: "6"},
		Number: {Bold: true}, Period: {Fore: "6"},
		Done: {Fore: "10"}, Target: {Fore: "11"}, Building: {Fore: "12"},
		Flag: {Fore: "13", Bold: true}, Growth: {Fore: "12"}, Missing: {Faint: true},
		Sentence: {Bold: true}, ThemeOn: {Bold: true, Reverse: true}, Chip: {Fore: "11", Reverse: true},
		Key: {Fore: "14", Bold: true}, Input: {Bold: true},
		Error: {Fore: "9", Bold: true}, Good: {Fore: "10"}, Marked: {Fore: "13", Bold: true},
		Fact: {Underline: true}, Focused: {Fore: "11", Bold: true, Underline: true},
		Repair: {Fore: "13", Underline: true},
		BarOn:  {Bold: true, Reverse: true}, Heading: {Bold: true},
	}
}

// Light is the palette for light terminals: no yellow, no bright colours, no cyan,
// and green in bold alone, since xterm's own sixteen make them pale. Red is for
// what is wrong.
func Light() Palette {
	p := Dark()
	for role, fore := range map[cell.Role]string{
		TitleFocus: "4", Section: "4", Group: "4", Period: "4", Done: "2", Target: "5",
		Building: "4", Flag: "5", Growth: "4", Chip: "4", Key: "4", Error: "1",
		Good: "4", Marked: "5", Focused: "5", Repair: "5",
	} {
		p[role].Fore = fore
	}
	p[Done].Bold = true
	return p
}

// Neutral is the palette for a ground that is not known (yet): only colours
// that can be read on black and on white.
func Neutral() Palette {
	p := Light()
	for role, fore := range map[cell.Role]string{TitleFocus: "6", Section: "6", Group: "6", Period: "6", Building: "6", Growth: "6", Chip: "6", Good: "6", Key: "6"} {
		p[role].Fore = fore
	}
	return p
}

// Mono is a palette without any colour: weight, underline and reverse only.
func Mono() Palette {
	p := Dark()
	for i := range p {
		p[i].Fore, p[i].Back = "", ""
	}
	return p
}

// Roles are the names of all roles.
func Roles() []string { return slices.Clone(bases[:]) }

// Set changes one role by its name; the error says what is allowed.
func (p *Palette) Set(name, text string) error {
	i := slices.Index(bases[:], name)
	if i < 0 {
		return fmt.Errorf("unknown role %q; roles are %s", name, strings.Join(bases[:], ", "))
	}
	look := Look{}
	for _, word := range strings.Fields(text) {
		if err := look.add(word); err != nil {
			return err
		}
	}
	p[i] = look
	return nil
}

// add reads one word of a look: a colour (on:… for the background) or a weight.
func (l *Look) add(word string) error {
	switch back, isBack := strings.CutPrefix(word, "on:"); {
	case word == "bold":
		l.Bold = true
	case word == "faint":
		l.Faint = true
	case word == "underline":
		l.Underline = true
	case word == "reverse":
		l.Reverse = true
	case isBack && colour(numbered(back)):
		l.Back = numbered(back)
	case colour(numbered(word)):
		l.Fore = numbered(word)
	default:
		return fmt.Errorf("%q is no colour; allowed are 0 to 255, #rrggbb, %s, on:COLOUR, bold, faint, underline, reverse", word, strings.Join(named[:], ", "))
	}
	return nil
}

// named are the first eight colours of every terminal, by number.
var named = [...]string{"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}

// numbered is the number of a named colour, or the word as it is.
func numbered(word string) string {
	if i := slices.Index(named[:], word); i >= 0 {
		return strconv.Itoa(i)
	}
	return word
}

// colour reports whether s is 0 to 255 or #rrggbb.
func colour(s string) bool {
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		_, err := strconv.ParseUint(hex, 16, 32)
		return err == nil && len(hex) == 6
	}
	n, err := strconv.Atoi(s)
	return err == nil && n >= 0 && n <= 255 && strconv.Itoa(n) == s
}

// Sheet is the opening escape sequence of every role with every combination of
// bits; "" where a role is drawn as the terminal draws plain text.
type Sheet [256]string

// New makes the sheet of a palette.
func New(p Palette) *Sheet {
	sheet, made := &Sheet{}, map[Look]string{} // many roles look alike, and each look costs
	for i := range sheet {
		role := cell.Role(i)
		look := p[role&0x1f]
		if role&Selected != 0 {
			look.Reverse, look.Faint, look.Fore, look.Back = true, false, "", "" // one even bar
		}
		if role&Lit != 0 {
			look.Underline, look.Bold, look.Faint = true, true, false
			look.Reverse = role&Selected == 0 // a hit stands out on either ground
		}
		if role&Dimmed != 0 {
			look = Look{Faint: true, Reverse: look.Reverse, Underline: look.Underline}
		}
		open, ok := made[look]
		if !ok {
			open = look.open()
			made[look] = open
		}
		sheet[i] = open
	}
	return sheet
}

// Open is the sequence that begins a role.
func (s *Sheet) Open(r cell.Role) string { return s[r] }

// open asks lipgloss for the look's sequence: what it writes before a letter.
func (l Look) open() string {
	st := lipgloss.NewStyle().Bold(l.Bold).Faint(l.Faint).Underline(l.Underline).Reverse(l.Reverse)
	if l.Fore != "" {
		st = st.Foreground(lipgloss.Color(l.Fore))
	}
	if l.Back != "" {
		st = st.Background(lipgloss.Color(l.Back))
	}
	before, _, _ := strings.Cut(st.Render("x"), "x")
	return before
}
