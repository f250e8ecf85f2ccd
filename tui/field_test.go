package tui

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
	bindings := reflect.ValueOf(newField("").in.KeyMap)
	for i := range bindings.NumField() {
		for _, name := range bindings.Field(i).Interface().(key.Binding).Keys() {
			all = append(all, keyPress(name))
		}
	}
	return all
}

// keyPress is the message of a key by its full name, as "alt+delete".
func keyPress(name string) (msg tea.KeyPressMsg) {
	for mod, bit := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, mod); ok {
			name, msg.Mod = rest, msg.Mod|bit
		}
	}
	msg.Code = press(name).Code
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
		in := newField("")
		in.update(tea.PasteMsg{Content: text})
		for _, s := range strokes {
			msg := tea.KeyPressMsg{Code: 'x', Text: "济x"}
			if int(s) < len(keys) {
				msg = keys[s]
			}
			in.update(msg)
			value := in.value()
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

// Every editing key works in every field of the browser at every place of the
// text, and the text is not lost by moving about.
func TestEveryEditingKeyInEveryField(t *testing.T) {
	for _, open := range []string{"/", "&", "N", "x", "?", ":", "d", "t"} {
		for _, stroke := range editingKeys() {
			for steps := range 5 {
				a := browser(t, Options{}, 80, 24)
				typed(a, "down", open)
				if a.dialog == nil {
					t.Fatalf("%s opens no field", open)
				}
				typed(a, "\"ab c")
				for range steps {
					typed(a, "left")
				}
				a.Update(stroke)
				a.Frame()
			}
		}
	}
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
			in := newField(test.text)
			in.in.SetCursor(test.at)
			in.update(keyPress(name))
			if got := in.value(); got != test.want {
				t.Errorf("%s at %d of %q leaves %q, want %q", name, test.at, test.text, got, test.want)
			}
		}
	}
}
