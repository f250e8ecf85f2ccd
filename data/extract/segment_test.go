package extract

import (
	"strings"
	"testing"
)

// A text without stops is cut after its clauses, loses nothing, and never in
// the middle of a character.
func TestEndlessSentences(t *testing.T) {
	for _, text := range []string{strings.Repeat("投资增长8.6%，", 3000), strings.Repeat("字", 9000)} {
		doc := paragraphsOf(text)
		var joined strings.Builder
		for _, s := range sentences(doc) {
			part := text[s.Start:s.End]
			if len(part) > 2*longSentence+3 || strings.ToValidUTF8(part, "") != part {
				t.Errorf("%.12q…: a sentence of %d bytes", text, len(part))
			}
			if strings.Contains(text, "，") && !strings.HasSuffix(part, "，") {
				t.Errorf("%.12q…: cut inside a clause: …%q", text, part[len(part)-12:])
			}
			joined.WriteString(part)
		}
		if joined.String() != text {
			t.Errorf("%.12q…: the sentences together are not the text", text)
		}
	}
}
