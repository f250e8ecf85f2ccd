//go:build !unix

package files

// neverWait is nothing where opening a file does not wait.
const neverWait = 0

// running is not known; the age of its file tells.
func running(int) bool { return true }

// isUnread is never so where opening a pipe waits.
func isUnread(error) bool { return false }
