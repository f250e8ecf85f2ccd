package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
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
		return s.Get(k, func(body []byte) bool { return string(body) == want })
	}
	any := func([]byte) bool { return true }
	if !found(s, key, "济阳区") {
		t.Error("an entry is not found")
	}
	for _, other := range []Key{s.Key([]byte("reports"), "csv"), s.Key([]byte("report"), "md"), s.Key([]byte("report"), "c", "sv")} {
		if s.Get(other, any) {
			t.Error("another file, or the same read otherwise, is found")
		}
	}
	if Open(dir, "two").Get(key, any) {
		t.Error("another version finds it")
	}
	if !found(Open(dir, "one"), key, "济阳区") {
		t.Error("the next start does not find it")
	}
}

// An entry whose file, or whose line of the list, is broken is not there, and is made again.
func TestBrokenStore(t *testing.T) {
	for _, ending := range []string{"", ".list"} {
		for name, broken := range map[string]func(raw []byte) []byte{
			"emptied": func([]byte) []byte { return nil },
			"cut":     func(raw []byte) []byte { return raw[:len(raw)-1] },
			"changed": func(raw []byte) []byte { return append([]byte{raw[0] + 1}, raw[1:]...) },
		} {
			dir := t.TempDir()
			s := Open(dir, "one")
			key := s.Key([]byte("report"))
			s.Put(key, []byte("济阳区"))
			path := s.pack(key).path + ending
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, broken(raw), 0o600); err != nil {
				t.Fatal(err)
			}
			again := Open(dir, "one")
			if again.Get(key, func([]byte) bool { return true }) {
				t.Errorf("entry%s %s: taken for an entry", ending, name)
			}
			again.Put(key, []byte("钢城区"))
			for _, s := range []*Store{again, Open(dir, "one")} {
				if !s.Get(key, func(body []byte) bool { return string(body) == "钢城区" }) {
					t.Errorf("entry%s %s: not made again", ending, name)
				}
			}
		}
	}
}

// Programs that write at once lose nothing of each other's, and find it at the next start.
func TestStoresAtOnce(t *testing.T) {
	dir := t.TempDir()
	const programs, each = 4, 100
	key := func(program, n int) ([]byte, Key) {
		body := bytes.Repeat([]byte{byte(program), byte(n)}, 1+n*37)
		return body, (*Store)(nil).Key(body)
	}
	var all sync.WaitGroup
	for program := range programs {
		all.Go(func() {
			s := Open(dir, "one")
			for n := range each {
				body, k := key(program, n)
				s.Put(k, body)
			}
		})
	}
	all.Wait()
	s := Open(dir, "one")
	for program := range programs {
		for n := range each {
			body, k := key(program, n)
			if !s.Get(k, func(got []byte) bool { return bytes.Equal(got, body) }) {
				t.Fatalf("entry %d of program %d is lost", n, program)
			}
		}
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
	if s.Get(s.Key([]byte("report")), func([]byte) bool { return true }) {
		t.Error("something is found nowhere")
	}
}
