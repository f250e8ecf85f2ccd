package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"qubi/model/lang"
)

// How long Lock waits for another program, and how often it asks again.
const (
	lockPatience = 5 * time.Second
	lockPause    = 5 * time.Millisecond
)

// ErrLocked is a lock that another program does not let go of.
var ErrLocked error = lang.Say("files.locked")

// Lock keeps other programs from what the lock file stands for until unlock is
// called. The lock is the system's, on the open file: it ends with the program
// that has it, however that ends, and with the lease of a host that has gone, so
// that no lock is ever left behind; the file itself stays and means nothing.
//
// Where another program keeps it for seconds, the error is ErrLocked. A file
// system that knows no locks gives locked false: then the caller has to look
// whether what it wrote is still there.
func Lock(path string) (unlock func(), locked bool, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR|neverWait), flock.SetPermissions(0o600))
	got, err := l.TryLockContext(ctx, lockPause)
	switch {
	case got:
		return func() { l.Close() }, true, nil
	case errors.Is(err, context.DeadlineExceeded):
		l.Close()
		return nil, false, &fs.PathError{Op: "lock", Path: path, Err: ErrLocked}
	case errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOLCK):
		l.Close()
		return func() {}, false, nil
	}
	l.Close()
	return nil, false, err
}
