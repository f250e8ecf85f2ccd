package tui

import (
	"strings"
	"testing"

	"reflect"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// editingKeys are all keys that a field knows.
func editingKeys() (all []tea.KeyPressMsg) {
	bindings := reflect.ValueOf(textinput.New().KeyMap)
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

// Every editing key works in every field of the browser at every place of the
// text, and the text is not lost by moving about.
func TestEveryEditingKeyInEveryField(t *testing.T) {
	for _, open := range []string{"/", "&", "N", "x", "?", ":", "d", "t"} {
		a := browser(t, Options{}, 80, 24)
		typed(a, "down")
		for _, stroke := range editingKeys() {
			for steps := range 5 {
				typed(a, "esc", "esc") // out of the field before
				if typed(a, open); a.dialog == nil {
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
