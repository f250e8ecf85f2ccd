package screen

import (
	"reflect"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// guard makes a command end the session, not the process, when it panics, so
// that the terminal is given back. It reaches the commands within a batch or a
// sequence too.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = ended{PanicError{v, debug.Stack()}}
			}
		}()
		msg = cmd()
		guardAll(msg)
		return msg
	}
}

// guardAll guards the commands of a message that is a list of them. A sequence
// is of a type that bubbletea does not export, hence the reflection.
func guardAll(msg tea.Msg) {
	list := reflect.ValueOf(msg)
	if list.Kind() != reflect.Slice || list.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return
	}
	for i := range list.Len() {
		cmd := list.Index(i).Interface().(tea.Cmd)
		list.Index(i).Set(reflect.ValueOf(guard(cmd)))
	}
}
