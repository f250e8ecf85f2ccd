package cache

import (
	"os"
	"path/filepath"
	"testing"
)

// What is kept is found by its bytes and by all that has a say, and by nothing
// else; what is broken is not there.
func TestStore(t *testing.T) {
	dir := t.TempDir()
	s := Open(dir, "one")
	key := s.Key([]byte("report"), "csv")
	s.Put(key, []byte("济阳区"))
	found := func(s *Store, k Key, want string) bool {
		got, ok := s.Get(k)
		return ok && string(got) == want
	}
	if !found(s, key, "济阳区") {
		t.Error("an entry is not found")
	}
	for _, other := range []Key{s.Key([]byte("reports"), "csv"), s.Key([]byte("report"), "md"), s.Key([]byte("report"), "c", "sv")} {
		if _, ok := s.Get(other); ok {
			t.Error("another file, or the same read otherwise, is found")
		}
	}
	if _, ok := Open(dir, "two").Get(key); ok {
		t.Error("another version finds it")
	}
	if !found(Open(dir, "one"), key, "济阳区") {
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
		if _, ok := s.Get(key); ok {
			t.Errorf("%d broken bytes are taken for an entry", len(broken))
		}
	}
	s.Put(key, []byte("钢城区"))
	if !found(s, key, "钢城区") {
		t.Error("a broken entry is not made again")
	}
}

// A cache that cannot be only costs time.
func TestNoStore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(filepath.Join(file, "below"), "one")
	s.Put(s.Key([]byte("report")), nil)
	if _, ok := s.Get(s.Key([]byte("report"))); ok {
		t.Error("something is found nowhere")
	}
}
