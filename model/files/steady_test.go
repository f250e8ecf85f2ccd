package files

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// written is a file that another program writes anew while it is read.
type written struct {
	*strings.Reader
	left []string // what it holds from the next look on
	now  string
}

func (w *written) Stat() (fs.FileInfo, error) {
	if len(w.left) > 0 {
		w.now, w.left = w.left[0], w.left[1:]
		w.Reader.Reset(w.now)
	}
	return fs.Stat(fstest.MapFS{"a": {Data: []byte(w.now)}}, "a")
}

func TestAFileThatChangesIsReadAsItIsInTheEnd(t *testing.T) {
	for want, left := range map[string][]string{
		"old":         nil,
		"new, longer": {"new, longer"},
		"last":        {"a", "bb", "last"},
		"333":         {"1", "22", "333", "4444"}, // on and on
	} {
		f := &written{Reader: strings.NewReader("old"), now: "old"}
		info, _ := f.Stat()
		f.left = left
		if got, err := readSteady(f, info, 100, nil); err != nil || string(got) != want {
			t.Errorf("read %q (%v), want %q", got, err, want)
		}
	}
}
