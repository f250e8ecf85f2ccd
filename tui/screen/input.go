package screen

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// input is a goroutine that reads keys and sends them to the event loop. It is
// bubbletea's own decoder, started and stopped here: bubbletea's reader waits
// 50 ms for the rest of every Esc, and brings a clock that wakes the program 60
// times a second.
type input struct {
	reader stoppable
	ended  chan struct{} // closed when nothing is read any more
}

// stoppable is a reader whose Read can be made to end.
type stoppable interface {
	io.Reader
	Cancel() bool
}

// polled is a source that waits for keys as the Go runtime waits for all else: the thread
// that a key wakes then does whatever follows from it. A thread that stood in a read of its
// own has first to be given leave to go on, and hands each step to another one.
type polled struct{ *source }

// Cancel ends a Read, and those that follow.
func (p polled) Cancel() bool { return p.SetReadDeadline(time.Now()) == nil }

// stoppableOf is the source as a stoppable reader.
func stoppableOf(from *source) (stoppable, error) {
	if from.SetReadDeadline(time.Time{}) == nil {
		return polled{from}, nil
	}
	return uv.NewCancelReader(from)
}

// settled is how long the decoder waits after an Esc: the source has waited.
const settled = time.Millisecond

// typedAhead is how many keys may wait for the event loop.
const typedAhead = 256

// listen starts to read.
func listen(from *source, term string, send func(tea.Msg)) (*input, error) {
	reader, err := stoppableOf(from)
	if err != nil {
		return nil, err
	}
	in := &input{reader: reader, ended: make(chan struct{})}
	events := make(chan uv.Event, typedAhead)
	go func() {
		decoder := uv.NewTerminalReader(reader, term) // makes its table of keys while the first frame is laid out
		decoder.EscTimeout = settled
		decoder.StreamEvents(context.Background(), events)
		close(in.ended)
		close(events)
	}()
	go func() {
		for e := range events {
			from.queue.Store(len(events) > 0)
			send(e)
		}
	}()
	return in, nil
}

// stop stops reading, so that another program can.
func (in *input) stop() {
	if in == nil {
		return
	}
	in.reader.Cancel()
	select {
	case <-in.ended:
	case <-time.After(politeness):
	}
}
