package main

import (
	"errors"
	"io/fs"
	"strings"

	"qubi/data"
	parts "qubi/data/source/page"
	"qubi/model"
	"qubi/model/lang"
)

// sentence is an error in either language: the text with the id in the files of
// package lang, its verbs filled with args. An error among them, a list of words
// and a count are told in that language too.
type sentence struct {
	id   string
	args []any
}

// words are joined as a sentence does: a, b or c.
type words []string

// count is so many things, whose text has the id count.THING.
type count struct {
	n     int
	thing string
}

// failure is an error that people are told.
func failure(id string, args ...any) *sentence { return &sentence{id, args} }

// usageError is a wrong command line: exit status 2.
type usageError struct{ error }

// Unwrap is the sentence.
func (e usageError) Unwrap() error { return e.error }

// misuse is a usage error with its sentence.
func misuse(id string, args ...any) error { return usageError{failure(id, args...)} }

// Error is the English sentence.
func (s *sentence) Error() string { return s.Message(model.English) }

// Message is the sentence in the language.
func (s *sentence) Message(l model.Lang) string {
	args := make([]any, len(s.args))
	for i, arg := range s.args {
		switch a := arg.(type) {
		case error:
			arg = told(a, l)
		case words:
			arg = lang.Load(l).List(a)
		case count:
			arg = lang.Load(l).Count(a.n, a.thing)
		}
		args[i] = arg
	}
	return lang.Load(l).Text(s.id, args...)
}

// Unwrap are the errors that it tells.
func (s *sentence) Unwrap() (all []error) {
	for _, arg := range s.args {
		if err, ok := arg.(error); ok {
			all = append(all, err)
		}
	}
	return all
}

// heads are the headings of a table, which the text with the id parts by |.
func heads(id string, l model.Lang) []string { return strings.Split(lang.Load(l).Text(id), "|") }

// told is an error in the language. What only the system or a library has words
// for is told in theirs.
func told(err error, l model.Lang) string {
	switch e := err.(type) {
	case usageError:
		return told(e.error, l)
	case interface{ Message(model.Lang) string }:
		return e.Message(l)
	case *data.Error:
		if l == model.Chinese {
			return strings.TrimPrefix(e.File+"："+inChinese(e.Err), "：")
		}
	case *fs.PathError:
		if l == model.Chinese {
			return e.Path + "：" + inChinese(e.Err)
		}
	}
	if l == model.Chinese {
		return inChinese(err)
	}
	return err.Error()
}

// inChinese is what is wrong with a file.
func inChinese(err error) string {
	for id, known := range map[string]error{"notexist": fs.ErrNotExist, "permission": fs.ErrPermission, "stopped": data.ErrStopped, "empty": parts.ErrEmpty} {
		if errors.Is(err, known) {
			return lang.Load(model.Chinese).Text("cause." + id)
		}
	}
	if refused := interface {
		error
		Chinese() string
	}(nil); errors.As(err, &refused) {
		return refused.Chinese()
	}
	return err.Error()
}
