//go:build !windows

package lang

// ofSystem are what a system says by numbers of its own.
var ofSystem []cause
