//go:build !linux

package data

// largePages is for systems that can be asked for them.
func largePages(int64) bool { return false }
