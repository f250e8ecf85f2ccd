package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"qubi/tui/screen"
)

// TestStatus: what each end of a run says, and with which status.
func TestStatus(t *testing.T) {
	for _, test := range []struct {
		err    error
		status int
		says   string
	}{
		{nil, 0, ""},
		{io.ErrClosedPipe, 0, ""},
		{fmt.Errorf("writing: %w", syscall.EPIPE), 0, ""},
		{misuse("usage.lang", "fr"), 2, "qubi: --lang is \"fr\"; it can be zh or en (qubi --help shows the commands)\n"},
		{errors.New("a.txt: gone\nb.txt: gone"), 1, "qubi: a.txt: gone; b.txt: gone\n"},
		{screen.SignalError{Signal: syscall.SIGTERM}, 128 + 15, ""},
		{screen.PanicError{Value: "index", Stack: []byte("goroutine 1\n")}, 1, "qubi: panic: index\n\ngoroutine 1\n\nqubi: this is a defect; please report it with the lines above\n"},
	} {
		var says bytes.Buffer
		p := &program{err: &says, lang: "en"}
		if got := p.status(&cobra.Command{Use: "qubi"}, test.err); got != test.status || says.String() != test.says {
			t.Errorf("%v: status %d saying %q, want %d saying %q", test.err, got, says.String(), test.status, test.says)
		}
	}
}

// TestPathsThatLookLikeCommands: a name with a wrong letter is no path.
func TestPathsThatLookLikeCommands(t *testing.T) {
	r := qubi("", "fact", "--lang", "en")
	if r.status != 2 || !strings.Contains(r.err, `there is no file and no command "fact"; did you mean qubi facts?`) {
		t.Errorf("qubi fact: status %d, %s", r.status, r.err)
	}
}

// TestVersion: the commit is told as far as the build recorded it.
func TestVersion(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123"}
	for _, test := range []struct {
		info debug.BuildInfo
		want string
	}{
		{debug.BuildInfo{}, "(devel), commit not recorded"},
		{debug.BuildInfo{Main: debug.Module{Version: "v1.2.0"}, Settings: []debug.BuildSetting{commit}}, "v1.2.0, commit 0123456789ab"},
		{debug.BuildInfo{Settings: []debug.BuildSetting{commit, {Key: "vcs.modified", Value: "true"}}}, "(devel), commit 0123456789ab, modified"},
	} {
		if got := describe(&test.info); got != test.want {
			t.Errorf("version is %q, want %q", got, test.want)
		}
	}
}
