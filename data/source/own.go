package source

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"qubi/model/lang"
)

// ErrOwn is of a file that this program wrote: read as a report it would tell every fact
// again, of the wrong time.
var ErrOwn = lang.Say("source.own")

// ownMarks stand near the start of the pages that the program writes.
var ownMarks = []string{"<!-- 复现：qubi ", "<!-- Made again by: qubi ", `<meta name="generator" content="qubi">`}

// ownColumns head its lists: each has the report, the sentence and the doubts of every row.
var ownColumns = [][]string{{"报告文件", "原文整句", "存疑"}, {"report", "sentence", "flags"}}

// ownWorkbook is the remark that its workbooks end with.
const ownWorkbook = "written by qubi"

// isOwn reports a file that the program wrote, by its start and its end.
func isOwn(r io.ReaderAt, size int64, start []byte) bool {
	if bytes.HasPrefix(start, []byte("PK")) {
		end := make([]byte, len(ownWorkbook))
		_, err := r.ReadAt(end, max(0, size-int64(len(end))))
		return (err == nil || err == io.EOF) && string(end) == ownWorkbook
	}
	text := string(start)
	if slices.ContainsFunc(ownMarks, func(m string) bool { return strings.Contains(text, m) }) {
		return true
	}
	head, _, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	fields := strings.FieldsFunc(head, func(r rune) bool { return r == ',' || r == '\t' || r == '\r' })
	return slices.ContainsFunc(ownColumns, func(columns []string) bool {
		return !slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(fields, c) })
	})
}
