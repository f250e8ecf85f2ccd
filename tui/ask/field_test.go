package ask

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// editingKeys are all keys that a field knows.
func editingKeys() (all []tea.KeyPressMsg) {
	bindings := reflect.ValueOf(NewField("").in.KeyMap)
	for i := range bindings.NumField() {
		for _, name := range bindings.Field(i).Interface().(key.Binding).Keys() {
			all = append(all, keyPress(name))
		}
	}
	return all
}

// codes are the keys without a character that a field knows.
var codes = map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome,
	"end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "tab": tea.KeyTab}

// keyPress is the message of a key by its full name, as "alt+delete".
func keyPress(name string) (msg tea.KeyPressMsg) {
	for mod, bit := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, mod); ok {
			name, msg.Mod = rest, msg.Mod|bit
		}
	}
	msg.Code = codes[name]
	if msg.Code == 0 {
		msg.Code, _ = utf8.DecodeRuneInString(name)
	}
	return msg
}

// Whatever is typed into a field, the field stands, its cursor is in its text,
// and its text is clean.
func FuzzField(f *testing.F) {
	keys := editingKeys()
	f.Add("a", []byte{0, 1, 2, 3})
	f.Add("济阳 区  x ", []byte("abcdefghijklmnopqrstuvwxyz"))
	for i := range keys {
		f.Add("ab c", []byte{byte(len(keys)), byte(i), byte(i)})
	}
	f.Fuzz(func(t *testing.T, text string, strokes []byte) {
		in := NewField("")
		in.Update(tea.PasteMsg{Content: text})
		for _, s := range strokes {
			msg := tea.KeyPressMsg{Code: 'x', Text: "济x"}
			if int(s) < len(keys) {
				msg = keys[s]
			}
			in.Update(msg)
			value := in.Value()
			if n := utf8.RuneCountInString(value); in.in.Position() < 0 || in.in.Position() > n {
				t.Fatalf("the cursor is at %d of %d after %s", in.in.Position(), n, msg)
			}
			if !utf8.ValidString(value) || strings.ContainsAny(value, "\n\t\x1b\x7f") {
				t.Fatalf("the field holds %q after %s", value, msg)
			}
			in.position()
		}
	})
}

// Deleting the word before which the cursor stands deletes it, also where one
// character is left of it.
func TestDeleteWordForward(t *testing.T) {
	for _, test := range []struct {
		text string
		at   int
		want string
	}{{"a", 0, ""}, {"ab", 1, "a"}, {"ab cd", 4, "ab c"}, {"ab cd", 2, "ab"}, {"ab", 2, "ab"}, {"a ", 1, "a"}, {"a  ", 1, "a"}, {"", 0, ""}} {
		for _, name := range []string{"alt+d", "alt+delete"} {
			in := NewField(test.text)
			in.in.SetCursor(test.at)
			in.Update(keyPress(name))
			if got := in.Value(); got != test.want {
				t.Errorf("%s at %d of %q leaves %q, want %q", name, test.at, test.text, got, test.want)
			}
		}
	}
}
