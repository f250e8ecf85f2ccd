//go:build !windows && !linux

package screen

import "golang.org/x/sys/unix"

const termiosRequest = unix.TIOCGETA
