package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// says is a writer's job that writes text.
func says(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// folderHolds checks that the folder holds these files and nothing else, no
// temporary file either.
func folderHolds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := want[e.Name()]; !ok {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	for name, text := range want {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != text {
			t.Errorf("%s holds %q, want %q", name, got, text)
		}
	}
}

func TestReplaceWritesNewFile(t *testing.T) {
	dir := t.TempDir()
	if err := Replace(filepath.Join(dir, "表.md"), false, says("新")); err != nil {
		t.Fatal(err)
	}
	folderHolds(t, dir, map[string]string{"表.md": "新"})
}

func TestReplaceAsksBeforeReplacing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	os.WriteFile(path, []byte("old"), 0o600)
	if err := Replace(path, false, says("new")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error is %v, want fs.ErrExist", err)
	}
	folderHolds(t, dir, map[string]string{"a.md": "old"})

	if err := Replace(path, true, says("new")); err != nil {
		t.Fatal(err)
	}
	folderHolds(t, dir, map[string]string{"a.md": "new"})
	info, _ := os.Stat(path)
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("permissions became %v", info.Mode().Perm())
	}
}

func TestReplaceLosesNothingWhenWritingFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	os.WriteFile(path, []byte("old"), 0o644)
	full := errors.New("disk full")
	err := Replace(path, true, func(w io.Writer) error {
		io.WriteString(w, "half of the n")
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("error is %v, want the writer's own", err)
	}
	folderHolds(t, dir, map[string]string{"a.md": "old"})
}

func TestReplaceNamesThePathTheUserGave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "a.md")
	err := Replace(path, false, says("x"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("error is %v, want fs.ErrNotExist", err)
	}
	want := `cannot write "` + path + `": `
	if got := err.Error(); len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("error is %q, want it to begin with %q", got, want)
	}
	if err := Replace(t.TempDir(), true, says("x")); err == nil {
		t.Error("a folder was replaced by a file")
	}
}

func TestReplaceFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	os.WriteFile(target, []byte("old"), 0o644)
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := Replace(link, true, says("new")); err != nil {
		t.Fatal(err)
	}
	folderHolds(t, dir, map[string]string{"target": "new", "link": "new"})
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

// TestReplaceNeverReplacesAPipe: /dev/stdout is a link to something that
// has no name; writing goes through it, and the link stays.
func TestReplaceNeverReplacesAPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	link := filepath.Join(t.TempDir(), "stdout")
	if err := os.Symlink(fmt.Sprintf("/proc/self/fd/%d", w.Fd()), link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if _, err := os.Stat(link); err != nil {
		t.Skip("no /proc here:", err)
	}
	if err := Replace(link, false, says("through")); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if got, _ := io.ReadAll(r); string(got) != "through" {
		t.Errorf("the pipe got %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is now %v, %v", info, err)
	}
}

func TestReplaceLeavesDanglingLinks(t *testing.T) {
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("nowhere", link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := Replace(link, true, says("x")); err == nil {
		t.Error("a link to nowhere was written to")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is now %v, %v", info, err)
	}
}

// What is kept is the owner's alone, also where an older file was not.
func TestKeepIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such permissions")
	}
	path := filepath.Join(t.TempDir(), "state", "notes.json")
	for range 2 {
		if err := Keep(path, says("标记")); err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): fs.ModeDir | 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode() != want {
				t.Errorf("%s: %v, %v", name, info.Mode(), err)
			}
		}
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
