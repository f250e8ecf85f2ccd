package main

import (
	"errors"
	"io/fs"
	"slices"

	"qubi/data"
	"qubi/data/source"
	parts "qubi/data/source/page"
	"qubi/data/source/pdf"
	"qubi/data/source/plain"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
)

// sorted problems: those inside a report that was read, and those that kept a
// file from being read.
type findings struct{ inside, unread []*data.Error }

// findingsOf sorts the problems of an error that came along with a corpus.
func findingsOf(err error) findings {
	var list data.ErrorList
	if !errors.As(err, &list) {
		if err != nil {
			list = data.ErrorList{{Err: err}}
		}
	}
	var f findings
	for _, e := range list {
		if readable(e) {
			f.inside = append(f.inside, e)
		} else {
			f.unread = append(f.unread, e)
		}
	}
	return f
}

// readable reports whether a problem left the report readable. An empty file
// is: it states nothing, and a mapper over many files must not stumble on it.
func readable(e *data.Error) bool {
	return e.Line > 0 || errors.As(e, new(*data.SameTextError)) || errors.Is(e, parts.ErrEmpty) || errors.Is(e, source.ErrOwn) || errors.Is(e, data.ErrNoDistrict) ||
		errors.As(e, new(*data.PartError)) || errors.As(e, new(*data.ListError)) || errors.As(e, new(*data.TableError)) || errors.As(e, new(*data.SkippedError)) || errors.Is(e, data.ErrStopped)
}

// onlySkipped reports whether no problem is of a document.
func (f findings) onlySkipped() bool {
	return len(f.unread) == 0 && !slices.ContainsFunc(f.inside, func(e *data.Error) bool { return !errors.As(e, new(*data.SkippedError)) })
}

// failure is one sentence about all that could not be read.
func (f findings) failure() error {
	if len(f.unread) == 0 {
		return nil
	}
	if more := len(f.unread) - 1; more > 0 {
		return lang.Say("fail.more", advised(f.unread[0]), more)
	}
	return advised(f.unread[0])
}

// told are all problems of a start of the browser, a sentence each in its
// language: what could not be read, and what was read and holds no text.
func (f findings) told(l model.Lang) []string {
	var all []string
	for _, e := range slices.Concat(f.unread, f.inside) {
		if e.Line > 0 || errors.Is(e, data.ErrNoDistrict) {
			continue // its pane shows it
		}
		all = append(all, one(advised(e).Message(l)))
	}
	return all
}

// advised is a problem, and how to go on.
func advised(err error) *lang.Said {
	return lang.Say("fail.advised", err, lang.Say("advice."+advice(err)))
}

// toldWhole are problems whose sentence says how to go on.
var toldWhole = []error{pdf.ErrScan, parts.ErrEncrypted, plain.ErrUnread, plain.ErrGarbled, plain.ErrUnfit, plain.ErrLost, source.ErrOwn}

// advice is what the text that says how to go on goes by.
func advice(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "notexist"
	case errors.Is(err, fs.ErrPermission):
		return "permission"
	case errors.Is(err, parts.ErrEmpty):
		return "empty"
	case errors.As(err, new(*data.SameTextError)):
		return "same"
	case errors.Is(err, data.ErrStopped):
		return "stopped"
	case errors.As(err, new(*data.TableError)):
		return "table"
	case errors.As(err, new(*data.SkippedError)), errors.As(err, new(*data.PartError)), errors.As(err, new(*data.ListError)):
		return "rest"
	case errors.As(err, new(*data.FaultError)):
		return "fault"
	case slices.ContainsFunc(toldWhole, func(told error) bool { return errors.Is(err, told) }):
		return "others"
	case errors.As(err, new(*files.NotRegularError)):
		return "notregular"
	case errors.As(err, new(*files.TooLargeError)):
		return "large"
	}
	return "kind"
}
