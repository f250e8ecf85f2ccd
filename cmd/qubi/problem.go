package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"qubi/data"
	parts "qubi/data/source/page"
	"qubi/data/source/pdf"
	"qubi/model"
	"qubi/model/files"
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
	return e.Line > 0 || errors.As(e, new(*data.SameTextError)) || errors.Is(e, parts.ErrEmpty) || errors.Is(e, data.ErrNoDistrict) ||
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
	first := fmt.Errorf("%w; %s", f.unread[0], advice(f.unread[0]))
	if more := len(f.unread) - 1; more > 0 {
		return fmt.Errorf("%w (and %d more, which --verbose lists)", first, more)
	}
	return first
}

// told are all problems of a start of the browser, a sentence each in its
// language: what could not be read, and what was read and holds no text.
func (f findings) told(l model.Lang) []string {
	var all []string
	for _, e := range slices.Concat(f.unread, f.inside) {
		if e.Line > 0 || errors.Is(e, data.ErrNoDistrict) {
			continue // its pane shows it
		}
		all = append(all, sentence(errors.New(l.Pick(strings.TrimPrefix(e.File+"："+inChinese(e.Err), "："), fmt.Sprintf("%v; %s", e, advice(e))))))
	}
	return all
}

// inChinese is what is wrong with a file, and how to go on, for the browser;
// what only the system has words for is told in its words.
func inChinese(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "没有这个文件；请检查路径，不给路径就读内置报告"
	case errors.Is(err, fs.ErrPermission):
		return "没有读取的权限"
	case errors.Is(err, data.ErrStopped):
		return "读取中途停下，后面的文件没有读；重新打开可全部读完"
	case errors.Is(err, parts.ErrEmpty):
		return "空文件，没有列入"
	}
	if refused := interface {
		error
		Chinese() string
	}(nil); errors.As(err, &refused) {
		return refused.Chinese() + inChineseAdvice(err)
	}
	return err.Error()
}

// inChineseAdvice says how to go on with a path that was not opened.
func inChineseAdvice(err error) string {
	if errors.As(err, new(*files.NotRegularError)) || errors.As(err, new(*files.TooLargeError)) {
		return "，没有打开；请给出报告文件，或用 - 从标准输入读"
	}
	return ""
}

// advice says how to go on.
func advice(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the path, or give none for the built-in reports"
	case errors.Is(err, fs.ErrPermission):
		return "ask for permission to read it, or leave it out"
	case errors.Is(err, parts.ErrEmpty):
		return "it is left out"
	case errors.As(err, new(*data.SameTextError)):
		return "leave one of them out"
	case errors.Is(err, data.ErrStopped):
		return "start again to read all"
	case errors.As(err, new(*data.TableError)):
		return "look them up in the text"
	case errors.As(err, new(*data.SkippedError)), errors.As(err, new(*data.PartError)), errors.As(err, new(*data.ListError)):
		return "the rest was read"
	case errors.As(err, new(*data.FaultError)):
		return "please report it with the file"
	case errors.Is(err, pdf.ErrScan), errors.Is(err, parts.ErrEncrypted):
		return "the others were read"
	case errors.As(err, new(*files.NotRegularError)):
		return "it was not opened; give files and folders, or - for a report on standard input"
	case errors.As(err, new(*files.TooLargeError)):
		return "give reports, or parts of it"
	}
	return "give text, Word, PDF, Excel or web pages; --verbose lists all that was read"
}
