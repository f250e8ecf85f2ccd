package page

import "strings"

// raised are the figures as they are written above the line.
var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// Raised is text set above the line with its figures as such, so that the mark of a note
// does not become a part of the number before it (12 and a raised 3 are not 123).
func Raised(s string) string { return raised.Replace(s) }
