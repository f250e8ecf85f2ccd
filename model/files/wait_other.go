//go:build !unix

package files

// neverWait is nothing where opening a file does not wait.
const neverWait = 0
