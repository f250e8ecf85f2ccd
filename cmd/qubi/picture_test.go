package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// TestPicture holds the picture at the head of README.md against the program: it
// is a frame of its own, each character at its cell, in the dark palette. -update
// draws it anew.
func TestPicture(t *testing.T) {
	path := filepath.Join(repository(t), ".github", "screen.svg")
	old, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	compare(t, path, string(old), picture(t, 120, 30))
}

// The sixteen colours, as a usual dark terminal has them, and the size of a cell.
var colours = [...]string{"#1d1f21", "#cc6666", "#b5bd68", "#f0c674", "#81a2be", "#b294bb", "#5fb3b3", "#c5c8c6",
	"#808890", "#ff7b72", "#a5d66f", "#ffd866", "#79b8ff", "#d2a8ff", "#56d4dd", "#ffffff"}

const cellWidth, cellHeight = 8, 18

// picture is a frame as SVG: text and rectangles alone, no script, no font and no
// address, so that any page may show it.
func picture(t *testing.T, width, height int) string {
	app := firstScreen(t, width, height, model.Chinese)
	measure, palette := cell.Measure{Ambiguous: 1}, style.Dark()
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace\" font-size=\"14\" shape-rendering=\"crispEdges\">\n", width*cellWidth, height*cellHeight)
	fmt.Fprintf(&b, "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", colours[0])
	for y, row := range app.Frame().Rows {
		for _, segment := range row {
			x := segment.Col
			for _, span := range segment.Line {
				w := measure.Width(span.Text)
				drawSpan(&b, x, y, w, span, palette)
				x += w
			}
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// drawSpan draws a run of text in its role.
func drawSpan(b *strings.Builder, x, y, w int, span cell.Span, palette style.Palette) {
	look := palette[span.Role&0x1f]
	if span.Role&style.Selected != 0 {
		look = style.Look{Bold: look.Bold, Reverse: true}
	}
	fore, back := colours[7], colours[0]
	var n int
	if _, err := fmt.Sscan(look.Fore, &n); err == nil && n < len(colours) {
		fore = colours[n]
	}
	if look.Faint || span.Role&style.Dimmed != 0 {
		fore = colours[8]
	}
	if look.Reverse {
		fore, back = back, fore
		fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x*cellWidth, y*cellHeight, w*cellWidth, cellHeight, back)
	}
	if strings.TrimSpace(span.Text) == "" {
		return
	}
	weight := ""
	if look.Bold {
		weight = ` font-weight="bold"`
	}
	var xs []string
	measure := cell.Measure{Ambiguous: 1}
	at := x
	for _, r := range span.Text {
		xs = append(xs, fmt.Sprint(at*cellWidth))
		at += measure.Width(string(r))
	}
	fmt.Fprintf(b, "<text xml:space=\"preserve\" x=\"%s\" y=\"%d\" fill=\"%s\"%s>%s</text>\n", strings.Join(xs, " "), y*cellHeight+14, fore, weight, html.EscapeString(span.Text))
}
