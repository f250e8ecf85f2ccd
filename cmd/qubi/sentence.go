package main

import (
	"strings"

	"qubi/model"
	"qubi/model/lang"
)

// usageError is a wrong command line: exit status 2.
type usageError struct{ error }

// Unwrap is the sentence.
func (e usageError) Unwrap() error { return e.error }

// Message is the sentence in the language.
func (e usageError) Message(l model.Lang) string { return lang.Told(e.error, l) }

// misuse is a usage error with its sentence.
func misuse(id string, args ...any) error { return usageError{lang.Say(id, args...)} }

// heads are the headings of a table, which the text with the id parts by |.
func heads(id string, l model.Lang) []string { return strings.Split(lang.Load(l).Text(id), "|") }
