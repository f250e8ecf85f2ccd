package screen

import (
	"encoding/base64"
	"strings"
	"testing"
)

// A copied text gets past what stands between the program and the terminal, and
// is the same at its end, however long it is.
func TestCopyPassesMultiplexers(t *testing.T) {
	for _, text := range []string{"", "济阳区\n27.8%", strings.Repeat("长文本", 50_000)} {
		want := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(text))
		if got := copying(text, ""); got != want+"\x1b\\" {
			t.Errorf("%d bytes: plain %.40q", len(text), got)
		}
		own, passed, _ := strings.Cut(copying(text, "tmux"), "\x1bPtmux;")
		if own != want+"\x1b\\" || strings.ReplaceAll(strings.TrimSuffix(passed, "\x1b\\"), "\x1b\x1b", "\x1b") != want+"\a" {
			t.Errorf("%d bytes: for tmux %.40q and %.40q", len(text), own, passed)
		}
		var whole strings.Builder
		for part := range strings.SplitSeq(strings.TrimSuffix(copying(text, "screen"), "\x1b\\"), "\x1b\\") {
			part = strings.TrimPrefix(part, "\x1bP")
			if len(part) > 256 {
				t.Fatalf("a piece of %d bytes; screen drops it", len(part))
			}
			whole.WriteString(part)
		}
		if whole.String() != want+"\a" {
			t.Errorf("%d bytes: for screen %.60q", len(text), whole.String())
		}
	}
}
