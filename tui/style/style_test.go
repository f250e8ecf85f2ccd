package style

import (
	"strings"
	"testing"

	"qubi/tui/cell"
)

// TestMonoHasNoColour: without colours there are weights only, and what is
// selected or found still differs from what is not.
func TestMonoHasNoColour(t *testing.T) {
	sheet := New(Mono())
	for i := range 256 {
		open := sheet.Open(cell.Role(i))
		for _, code := range strings.FieldsFunc(open, func(r rune) bool { return r == ';' || r == '[' || r == 'm' || r == 0x1b }) {
			if len(code) > 1 {
				t.Errorf("role %d opens with %q", i, open)
			}
		}
	}
	for _, bit := range []cell.Role{Selected, Lit, Dimmed} {
		if sheet.Open(Name) == sheet.Open(Name|bit) {
			t.Errorf("bit %#x makes no difference", bit)
		}
	}
}

// TestSixteenColoursAreEnough: both palettes use no other.
func TestSixteenColoursAreEnough(t *testing.T) {
	for name, p := range map[string]Palette{"dark": Dark(), "light": Light(), "neutral": Neutral()} {
		for i := range 256 {
			if open := New(p).Open(cell.Role(i)); strings.Contains(open, "38;") || strings.Contains(open, "48;") {
				t.Errorf("%s: role %d opens with %q", name, i, open)
			}
		}
	}
}

// Red is for errors alone, on every ground, and what is done has a colour of its
// own on each.
func TestRedIsForErrors(t *testing.T) {
	for name, p := range map[string]Palette{"dark": Dark(), "light": Light(), "neutral": Neutral()} {
		for role, look := range p {
			if (look.Fore == "1" || look.Fore == "9") != (cell.Role(role) == Error) {
				t.Errorf("%s: role %s is drawn in %q", name, bases[role], look.Fore)
			}
			if name != "light" && look.Fore == "4" {
				t.Errorf("%s: role %s is blue on a ground that may be black", name, bases[role])
			}
		}
		if p[Done].Fore == "" || p[Done].Fore == p[Target].Fore {
			t.Errorf("%s: what is done looks like any other", name)
		}
	}
}

// TestSetSaysWhatIsAllowed: a wrong line of the config is told with the way out.
func TestSetSaysWhatIsAllowed(t *testing.T) {
	p := Dark()
	if err := p.Set("number", "bold #ff8800 on:4"); err != nil {
		t.Fatal(err)
	}
	if got := p[Number]; got != (Look{Fore: "#ff8800", Back: "4", Bold: true}) {
		t.Errorf("number is drawn as %+v", got)
	}
	for _, wrong := range [][2]string{{"nubmer", "bold"}, {"number", "blue-ish"}, {"number", "256"}, {"number", "#12345"}} {
		err := p.Set(wrong[0], wrong[1])
		if err == nil {
			t.Errorf("%v is accepted", wrong)
		} else if !strings.Contains(err.Error(), "allowed") && !strings.Contains(err.Error(), "roles are") {
			t.Errorf("%v says only %v", wrong, err)
		}
	}
	if len(Roles()) != 32 {
		t.Errorf("%d names for 32 roles", len(Roles()))
	}
}
