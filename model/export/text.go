package export

import (
	"strconv"
	"time"
	"unicode/utf8"
)

// day is a date as the contract writes it, empty when unknown.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

func appendRune(b []byte, r rune) []byte { return utf8.AppendRune(b, r) }
