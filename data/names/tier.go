package names

import (
	"strings"
	"unicode/utf8"
)

// tiers are how sizes of industries are told.
func tierAt(s string, i int) string {
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if digit(r) == 0 && !strings.ContainsRune("百千万", r) && (r < '0' || r > '9') || r == '两' || r == '一' {
			break
		}
		start -= n
	}
	if start == i {
		return ""
	}
	size := s[start:i]
	if k := strings.LastIndexAny(size, "百千万"); k >= 0 && strings.ContainsAny(size, "0123456789") {
		return ""
	}
	return size + "亿级"
}

func firstTier(s string) string {
	for at := 0; ; {
		i := strings.Index(s[at:], "亿")
		if i < 0 {
			return ""
		}
		at += i
		rest := strings.TrimPrefix(s[at+len("亿"):], "元")
		if t := tierAt(s, at); t != "" && (strings.HasPrefix(rest, "级") || strings.ContainsAny(t[:len("百")], "百千万")) {
			return t
		}
		at += len("亿")
	}
}

func lastTier(s string) string {
	for at := len(s); ; {
		i := strings.LastIndex(s[:at], "亿")
		if i < 0 {
			return ""
		}
		at = i
		rest := strings.TrimPrefix(s[at+len("亿"):], "元")
		if t := tierAt(s, at); t != "" && (strings.HasPrefix(rest, "级") || strings.ContainsAny(t[:len("百")], "百千万")) {
			return t
		}
	}
}
