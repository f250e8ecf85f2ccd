// Package tui is the browser: a researcher compares districts side by side,
// filters by theme, and finds for every fact the sentence that states it.
//
// One Elm model, App, runs under screen.Run. A key changes the one state
// (filter, cursors, arrangement); everything shown is derived from corpus,
// state and size. Panes are plain children on pointers: data goes down by
// setters, the choice comes up by getters, and only what is truly asynchronous
// is a message.
//
//	key ─keymap→ command ─run→ state ─derive→ facts of the panes in sight
//	size ─arrange→ rectangles ─panes→ lines ─frame→ exactly w × h cells
//
// What is not here: the terminal (tui/screen), widths (tui/cell), colours
// (tui/style), the words of the interface (model/lang). Facts are never made or
// changed here.
package tui
