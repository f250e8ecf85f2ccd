package lang_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"qubi/model"
	"qubi/model/lang"
)

// What the system says of a file is told in the reader's language, whichever way it
// comes: what people meet without a word of another language, the rest by its number.
func TestErrorsOfTheSystemAreToldInTheReadersLanguage(t *testing.T) {
	common := []error{
		syscall.EFBIG, syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.EACCES, syscall.EPERM, syscall.ENOENT, syscall.EISDIR, syscall.ENOTDIR,
		syscall.EMFILE, syscall.ENFILE, syscall.EIO, syscall.EEXIST, syscall.ENOTEMPTY, syscall.ENAMETOOLONG, syscall.ELOOP, syscall.EBUSY, syscall.ETXTBSY,
		syscall.EXDEV, syscall.ESTALE, syscall.EPIPE, syscall.ENOMEM, syscall.ETIMEDOUT, syscall.EINVAL, syscall.ENOSYS, syscall.ENOTSUP, syscall.ENXIO,
		syscall.ENODEV, syscall.ENOEXEC, syscall.E2BIG, os.ErrDeadlineExceeded, os.ErrClosed, exec.ErrNotFound,
	}
	letters := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) })
	}
	for _, err := range common {
		for _, e := range []error{err, fmt.Errorf("write: %w", err), os.NewSyscallError("write", err), &fs.PathError{Op: "write", Path: "/1", Err: err}, &os.LinkError{Op: "rename", Old: "/1", New: "/2", Err: err}} {
			if told := lang.Say("files.write", "/1", e).Message(model.Chinese); letters(told) || strings.Contains(told, "<") {
				t.Errorf("%T %v is told in Chinese as %q", e, e, told)
			}
			if told := lang.Say("files.write", "/1", e).Message(model.English); !strings.Contains(told, err.Error()) {
				t.Errorf("%T %v is told in English as %q", e, e, told)
			}
		}
	}
	for n := range 160 {
		if told := lang.Told(syscall.Errno(n+1), model.Chinese); !strings.ContainsFunc(told, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("error %d is told in Chinese as %q", n+1, told)
		}
	}
}

// Several errors that come as one are told one after the other, each with the file that it
// is of; one that is told again is not.
func TestSeveralErrorsAreToldEach(t *testing.T) {
	notes, session := lang.Say("files.write", "/notes", syscall.ENOSPC), lang.Say("files.write", "/session", syscall.ENOSPC)
	all := errors.Join(nil, errors.Join(notes, session), session)
	for l, want := range map[model.Lang]string{
		model.Chinese: `不能写 "/notes"：磁盘已满；不能写 "/session"：磁盘已满`,
		model.English: `cannot write "/notes": no space left on device; cannot write "/session": no space left on device`,
	} {
		if told := lang.Told(all, l); told != want {
			t.Errorf("told in %s is %q, want %q", l, told, want)
		}
	}
}
