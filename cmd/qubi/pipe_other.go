//go:build !windows

package main

// isWindowsPipe is false where EPIPE says it all.
func isWindowsPipe(error) bool { return false }
