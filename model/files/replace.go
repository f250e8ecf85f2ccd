package files

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"qubi/model/lang"
)

// Replace writes a file that appears whole or not at all: what write
// writes goes to a temporary file in the same folder, which is synced to disk
// and then takes the name. Until that last step the old file is untouched, so
// a full disk, a vanished folder or an error from write loses nothing.
//
// An existing file is replaced only when overwrite is true (else the error is
// fs.ErrExist); it keeps its permissions, and a symbolic link keeps pointing
// where it does. What is no regular file (a pipe, /dev/stdout) cannot be
// replaced and is written to directly. Errors name path, never the temporary
// file.
func Replace(path string, overwrite bool, write func(io.Writer) error) error {
	target, mode, err := destination(path, overwrite)
	if err != nil {
		return err
	}
	if !mode.IsRegular() {
		return writeThrough(path, write)
	}
	return replace(path, target, mode.Perm(), write)
}

// Keep is Replace for a file that is nobody else's business: it makes the
// folder where there is none, and the file is the owner's alone.
func Keep(path string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	target, mode, err := destination(path, true)
	switch {
	case err != nil:
		return err
	case !mode.IsRegular():
		return named(path, &NotRegularError{mode})
	}
	return replace(path, target, 0o600, write)
}

// replace writes the file at target, which the user knows as path.
func replace(path, target string, perm fs.FileMode, write func(io.Writer) error) error {
	sweep(filepath.Dir(target))
	name := tempName()
	first := perm // a private file is private from its first byte
	if first == 0 {
		first = 0o666
	}
	temp, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, first)
	if err != nil {
		return named(path, err)
	}
	err = errors.Join(fill(temp, perm, write), temp.Close())
	if err == nil {
		err = named(path, os.Rename(temp.Name(), target))
	} else {
		err = named(path, err)
	}
	if err != nil {
		os.Remove(temp.Name())
		return err
	}
	syncFolder(filepath.Dir(target))
	return nil
}

// destination is the file behind path, links followed, and its mode; a mode of
// zero means that there is no such file yet. The system is asked before links
// are followed by name: what /dev/stdout leads to has none.
func destination(path string, overwrite bool) (string, fs.FileMode, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err == nil {
			return "", 0, lang.Say("files.write", path, lang.Say("files.dangling"))
		}
		return path, 0, nil
	case err != nil:
		return "", 0, named(path, err)
	case info.IsDir():
		return "", 0, lang.Say("files.write", path, lang.Say("files.folder"))
	case !info.Mode().IsRegular():
		return path, info.Mode(), nil
	case !overwrite:
		return "", 0, lang.Say("files.write", path, fs.ErrExist)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", 0, named(path, err)
	}
	return target, info.Mode(), nil
}

// fill writes and syncs the temporary file. It gets the permissions of the file
// it replaces; a new file has those that the umask leaves.
func fill(temp *os.File, perm fs.FileMode, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(temp, 64<<10)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if perm != 0 {
		if err := temp.Chmod(perm); err != nil {
			return err
		}
	}
	return temp.Sync()
}

// writeThrough writes to something that exists and is no regular file. A pipe that nobody
// reads is told: it would be waited for without a word.
func writeThrough(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|neverWait, 0)
	if isUnread(err) {
		return lang.Say("files.write", path, lang.Say("files.unread"))
	}
	if err != nil {
		return named(path, err)
	}
	return named(path, errors.Join(write(f), f.Close()))
}

// syncFolder makes the rename itself last. Not every file system can sync a
// folder, and the file is whole either way, so a failure is no error.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// named says which file could not be written, in place of the temporary name.
func named(path string, err error) error {
	if err == nil {
		return nil
	}
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		err = p.Err
	case errors.As(err, &l):
		err = l.Err
	}
	return lang.Say("files.write", path, err)
}
