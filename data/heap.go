package data

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// What a large reading asks of memory.
const (
	heapPerByte = 12       // bytes of the heap that a byte of a text takes, with its facts
	textAtMost  = 64 << 10 // of a file's bytes that are text: the rest of a PDF is pictures
	heapLarge   = 16 << 20 // below it a reading is over before this would tell
	fewer       = 400      // GC percent while all is found in the cache
)

// eased are the readings that go on while the collector comes less often.
var eased struct {
	sync.Mutex
	readings int
	percent  int // as it was before them
}

// ease makes memory ready for files of so many bytes of text. Room is asked for in large
// pages, as the heap of ten thousand reports is a hundred thousand small ones, each of them
// a fault. With a cache the collector comes less often until done is called, by the first
// file that is not in it or at the end: of what is found there all stays, so that looking
// for what is left over again and again finds nothing.
func ease(bytes int64, cached bool) (done func()) {
	need := bytes * heapPerByte
	if need < heapLarge {
		return func() {}
	}
	if largePages(need) {
		runtime.GC() // gives the room back to the heap
	}
	if !cached {
		return func() {}
	}
	eased.Lock()
	defer eased.Unlock()
	if eased.readings++; eased.readings == 1 {
		eased.percent = debug.SetGCPercent(fewer)
	}
	return sync.OnceFunc(func() {
		eased.Lock()
		defer eased.Unlock()
		if eased.readings--; eased.readings == 0 {
			debug.SetGCPercent(eased.percent)
		}
	})
}
