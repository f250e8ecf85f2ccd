package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"qubi/model"
)

// Error is a problem with one report: which file, which line, what.
type Error struct {
	File string // as the user gave it
	Line int    // from 1; 0 when the problem concerns the whole file
	Err  error
}

// Error is file:line: what.
func (e *Error) Error() string {
	if e.File == "" {
		return e.Err.Error()
	}
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap is the problem itself.
func (e *Error) Unwrap() error { return e.Err }

// ErrorList is problems in the order of files and lines. It comes along with
// the corpus of what could be read, as go/scanner's does.
type ErrorList []*Error

// Error is all of them, one a line.
func (l ErrorList) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.Is and errors.As look at each.
func (l ErrorList) Unwrap() []error {
	all := make([]error, len(l))
	for i, e := range l {
		all[i] = e
	}
	return all
}

// Sorted is the list in order as an error, nil when it is empty.
func (l ErrorList) Sorted() error { return slices.Clone(l).sorted() }

// sorted is the list in order as an error, nil when it is empty.
func (l ErrorList) sorted() error {
	if len(l) == 0 {
		return nil
	}
	slices.SortStableFunc(l, func(a, b *Error) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return l
}

// SameTextError is a report that is read and has the text of another, or nearly.
type SameTextError struct {
	First string // path of the other
	Of    int    // sentences of the longer one; 0 where all is the same
	Same  int    // that both have
}

// Error says whose text it is.
func (e *SameTextError) Error() string {
	if e.Of > 0 {
		return fmt.Sprintf("%d of %d sentences as in %s, of the same district and day; their facts count twice", e.Same, e.Of, e.First)
	}
	return fmt.Sprintf("the same text as %s; its facts count twice", e.First)
}

// Chinese says it in Chinese.
func (e *SameTextError) Chinese() string {
	if e.Of > 0 {
		return fmt.Sprintf("%d 句中有 %d 句与同区同日的 %s 相同，这些句子的各条都算了两次", e.Of, e.Same, e.First)
	}
	return "正文与 " + e.First + " 相同，各条都算了两次"
}

// PartError is a problem of a file of which the rest was read.
type PartError struct{ Err error }

// Error is the problem.
func (e *PartError) Error() string { return e.Err.Error() }

// Unwrap is the problem itself.
func (e *PartError) Unwrap() error { return e.Err }

// FaultError is a fault of the program that cost a report its facts; its text was
// read.
type FaultError struct{ Fault any }

// Error says what the user lost and can do.
func (e *FaultError) Error() string {
	return fmt.Sprintf("its facts could not be read, only its text: a fault of the program (%v)", e.Fault)
}

// TableError is numbers of a report's tables that gave no fact, for one reason.
type TableError struct {
	Why     model.UnreadWhy
	Numbers int
	First   string // the cell of the first: Sheet1!C7, table 2 row 3
}

// unreadWords say why, in English and in Chinese.
func unreadWords(why model.UnreadWhy) (english, chinese string) {
	switch why {
	case model.UnreadHead:
		return "the heads do not say plainly what the columns hold", "表头没有说清各栏是什么"
	case model.UnreadUnit:
		return "no unit is told", "没有写明单位"
	case model.UnreadPlaces:
		return "they are of other places, or of all together", "是别的地方或合计的数"
	case model.UnreadGrowth:
		return "whose growth they are, or whether in percent, is not plain", "看不出是哪一项的增速，或是不是百分数"
	}
	return "their rows name no indicator that could be read", "所在行没有认出指标"
}

// Error says how many there are, where, and why.
func (e *TableError) Error() string {
	english, _ := unreadWords(e.Why)
	if e.Numbers == 1 {
		return fmt.Sprintf("1 number of a table was not read (%s): %s", e.First, english)
	}
	return fmt.Sprintf("%d numbers of tables were not read (first: %s): %s", e.Numbers, e.First, english)
}

// Chinese says it in Chinese.
func (e *TableError) Chinese() string {
	_, chinese := unreadWords(e.Why)
	return fmt.Sprintf("表格里有 %d 个数没有读（从 %s 起）：%s", e.Numbers, e.First, chinese)
}
