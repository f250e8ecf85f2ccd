//go:build !windows

package main

import (
	"bytes"
	"testing"
	"time"
)

// TestBrowserOpensAndQuits starts the built program in a terminal, sees the
// three districts, and leaves by q with status 0.
func TestBrowserOpensAndQuits(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	term, _ := open(t, nil, build(t))
	screen, _ := term.frame()
	for _, district := range []string{"济阳区", "钢城区", "市中区"} {
		if !bytes.Contains(screen, []byte(district)) {
			t.Errorf("the first screen does not show %s", district)
		}
	}
	term.press("q")
	for range term.arrive { // until the program is gone
	}
	done := make(chan error, 1)
	go func() { done <- term.cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("q ends the browser with %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("q does not end the browser")
	}
}
