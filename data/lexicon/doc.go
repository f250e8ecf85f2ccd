// Package lexicon holds the words by which reports are read: each with the parts
// that it can play, and the index that finds them in a text.
package lexicon
