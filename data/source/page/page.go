// Package page is what reading a file of any format gives: its text, where the
// parts of the text stand in the file, the tables in it, and what the file
// states of itself. Every reader of a container has the same shape:
//
//	Read(io.ReaderAt, size int64) (page.Page, error)
//
// An error says that nothing could be read; what is wrong with a part of the
// file stands in the page's Problems, and the rest is read.
package page

import (
	"io"
	"time"

	"qubi/model"
)

// Reader reads one container: a file's bytes and how many there are.
type Reader func(io.ReaderAt, int64) (Page, error)

// Page is a file as text.
type Page struct {
	Format   string        // txt, html, docx, …: told by the bytes, not by the name
	Encoding string        // of a text's bytes: UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5; "" where the format settles it
	Text     string        // the whole file, valid UTF-8
	Raw      model.Offsets // from Text to the file's bytes; empty means identity, or that there is none
	Sheets   []int         // offsets in Text where the pages begin, rising; nil where a file has no pages
	Tables   []Table       // in the order of the text
	Stated   Stated        // what the file says of itself outside its text
	Problems []Problem     // in the order of the text
}

// Stated is what a file states of itself beside its text; what it does not
// state is zero.
type Stated struct {
	Title, Source, Author string
	District, City        string
	Published             time.Time // day, UTC midnight
}

// Table is rows of cells in a page's text, Cell one of them.
type (
	Table = model.Table
	Cell  = model.TableCell
)

// Problem is something about the file that its reader must know.
type Problem struct {
	Line int // of the text, from 1; 0 when it concerns the whole file
	Err  error
}

// Error is what can be wrong with a file, in both languages of the program.
type Error struct{ english, chinese string }

// NewError is an error that says so.
func NewError(english, chinese string) *Error { return &Error{english, chinese} }

// Error says it in English.
func (e *Error) Error() string { return e.english }

// Chinese says it in Chinese.
func (e *Error) Chinese() string { return e.chinese }

// What can be wrong with a file of any format.
var (
	ErrEmpty     = NewError("empty file", "空文件")
	ErrEncrypted = NewError("the file is encrypted; save a copy without a password first", "文件有密码；请先另存一份不带密码的")
	ErrDamaged   = NewError("the file is damaged", "文件已损坏")
	ErrTooLong   = NewError("text beyond 32 MB is left out", "正文超过 32 MB，其余未读")
	ErrTooMany   = NewError("cells beyond the first 250,000 are left out", "表格超过二十五万格，其余未读")
	ErrHidden    = NewError("hidden sheets, rows or columns are left out; show them in the workbook if they count", "隐藏的工作表、行或列没有读取；需要时请先在表格软件里取消隐藏")
	ErrScripted  = NewError("the text is put into the page by a script; save what a browser shows, or print it as PDF", "网页的正文由脚本生成，文件里没有；请在浏览器里打开后另存所见内容，或打印成 PDF")
	ErrFramed    = NewError("the text lies in another page, which this one shows in a frame; save that one", "正文在另一个网页里（框架）；请保存框架里的那一页")
	ErrNoText    = NewError("there is no text in the file", "文件里没有文字")
)
