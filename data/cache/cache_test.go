package cache

import (
	"os"
	"path/filepath"
	"testing"
)

type thing struct{ Name string }

// What is kept is found by its bytes and by all that has a say, and by nothing
// else; what is broken is not there.
func TestStore(t *testing.T) {
	dir := t.TempDir()
	s := Open(dir, "one")
	key := s.Key([]byte("report"), "csv")
	s.Put(key, thing{"济阳区"})
	var got thing
	if !s.Get(key, &got) || got.Name != "济阳区" {
		t.Errorf("got %+v", got)
	}
	for _, other := range []Key{s.Key([]byte("reports"), "csv"), s.Key([]byte("report"), "md"), s.Key([]byte("report"), "c", "sv")} {
		if s.Get(other, &got) {
			t.Error("another file, or the same read otherwise, is found")
		}
	}
	if Open(dir, "two").Get(key, &got) {
		t.Error("another version finds it")
	}
	if !Open(dir, "one").Get(key, &got) {
		t.Error("the next start does not find it")
	}
	raw, err := os.ReadFile(s.path(key))
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range [][]byte{nil, raw[:3], raw[:len(raw)-1], append([]byte{raw[0] + 1}, raw[1:]...)} {
		if err := os.WriteFile(s.path(key), broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if s.Get(key, &got) {
			t.Errorf("%d broken bytes are taken for an entry", len(broken))
		}
	}
	s.Put(key, thing{"钢城区"})
	if !s.Get(key, &got) || got.Name != "钢城区" {
		t.Errorf("a broken entry is not made again: %+v", got)
	}
}

// A cache that cannot be only costs time.
func TestNoStore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(filepath.Join(file, "below"), "one")
	s.Put(s.Key([]byte("report")), thing{})
	if s.Get(s.Key([]byte("report")), &thing{}) {
		t.Error("something is found nowhere")
	}
}
