package shelf

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"qubi/data"
	"qubi/model/lang"
)

// rest is how long nothing must happen on the disk before it is looked at: who
// writes a file seldom does it at once, and who copies a folder writes many.
const rest = 300 * time.Millisecond

// watcher tells that something happened in folders.
type watcher interface {
	Add(folder string) error
	Close() error
}

// notice tells once the disk has come to rest after something happened there.
type notice struct {
	quiet  chan struct{} // something happened, and nothing more since
	events chan struct{}
	over   chan struct{}
	after  func(time.Duration) <-chan time.Time
	open   func(happened func(name string)) (watcher, error)

	watcher watcher // opened when there is something to be watched
	err     error   // why changes are not noticed

	mu    sync.Mutex
	whole map[string]bool // folders that were looked into
	lone  map[string]bool // files
}

// newNotice is a notice by what open opens; where that is nothing, it never tells.
func newNotice(open func(happened func(name string)) (watcher, error)) *notice {
	n := &notice{quiet: make(chan struct{}, 1), events: make(chan struct{}, 1), over: make(chan struct{}), after: time.After, open: open}
	return n
}

// happened says that something happened to a file or folder; of folders in which
// a lone file lies, only that one counts. "" is that nobody knows where.
func (n *notice) happened(name string) {
	n.mu.Lock()
	counts := name == "" || n.whole[filepath.Dir(name)] || n.whole[name] || n.lone[name]
	n.mu.Unlock()
	if !counts {
		return
	}
	select {
	case n.events <- struct{}{}:
	default:
	}
}

// settle waits for the disk to come to rest, again and again; where it does not,
// it is looked at all the same after a while.
func (n *notice) settle() {
	const patience = 10
	var rested <-chan time.Time
	waited := 0
	for {
		select {
		case <-n.events:
			if waited++; waited <= patience {
				rested = n.after(rest)
			}
		case <-rested:
			rested, waited = nil, 0
			select {
			case n.quiet <- struct{}{}:
			default:
			}
		case <-n.over:
			return
		}
	}
}

// watch notices what happens to what is listed. A folder that cannot be watched
// ends it: a half that is noticed would be worse than none. One that is gone or
// closed to us is no such folder.
func (n *notice) watch(list data.Listing) {
	whole, lone := map[string]bool{}, map[string]bool{}
	folders := slices.Clone(list.Folders)
	for _, f := range folders {
		whole[f] = true
	}
	for _, f := range list.Lone {
		lone[f] = true
		folders = append(folders, filepath.Dir(f))
	}
	n.mu.Lock()
	n.whole, n.lone = whole, lone
	n.mu.Unlock()
	if len(folders) == 0 || n.err != nil {
		return
	}
	if n.watcher == nil {
		if n.watcher, n.err = n.open(n.happened); n.err != nil {
			return
		}
		go n.settle()
	}
	for _, f := range folders { // again each time: a folder may have come back
		err := n.watcher.Add(f)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			n.err = err
			return
		}
	}
}

// trouble is why changes are not noticed, nil when they are.
func (n *notice) trouble() error {
	if n.err == nil {
		return nil
	}
	return lang.Say("source.unnoticed", n.err)
}

func (n *notice) close() {
	close(n.over)
	if n.watcher != nil {
		_ = n.watcher.Close() // nothing is wanted of it any more
	}
}

// newWatcher is the system's watcher.
func newWatcher(happened func(name string)) (watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	go func() {
		for {
			select {
			case e, ok := <-w.Events:
				if !ok {
					return
				}
				if e.Op != fsnotify.Chmod {
					happened(filepath.Clean(e.Name))
				}
			case _, ok := <-w.Errors: // more happened than could be told
				if !ok {
					return
				}
				happened("")
			}
		}
	}()
	return w, nil
}
