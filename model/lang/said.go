package lang

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"

	"qubi/model"
)

// Said is an error in either language: the text with the id, its verbs filled with
// args. An error among them, and what else has a Message, a list of words and a count
// are told in that language too.
type Said struct {
	id   string
	args []any
}

// Words are joined as a sentence does: a, b or c; a、b 或 c.
type Words []string

// Count is a number of things.
type Count struct {
	n     int
	thing string
}

// Many is so many things, whose text has the id count.THING.
func Many(n int, thing string) Count { return Count{n, thing} }

// Say is an error that people are told.
func Say(id string, args ...any) *Said { return &Said{id, args} }

// Error is the English sentence.
func (s *Said) Error() string { return s.Message(model.English) }

// Message is the sentence in the language.
func (s *Said) Message(l model.Lang) string { return Load(l).Text(s.id, s.args...) }

// Unwrap are the errors that it tells.
func (s *Said) Unwrap() (all []error) {
	for _, arg := range s.args {
		if err, ok := arg.(error); ok {
			all = append(all, err)
		}
	}
	return all
}

// Is reports whether target is the same text, whatever it tells of.
func (s *Said) Is(target error) bool {
	other, ok := target.(*Said)
	return ok && s.id == other.id && len(other.args) == 0
}

// bilingual is an error with a sentence in each language.
type bilingual interface {
	error
	Message(l model.Lang) string
}

// cause is something that the system says of a file, and the end of its text's id.
type cause struct {
	id  string
	err error
}

func causes() []cause {
	return append([]cause{{"notexist", fs.ErrNotExist}, {"permission", fs.ErrPermission}, {"exist", fs.ErrExist}, {"late", os.ErrDeadlineExceeded}, {"closed", fs.ErrClosed},
		{"full", syscall.ENOSPC}, {"quota", syscall.EDQUOT}, {"large", syscall.EFBIG}, {"readonly", syscall.EROFS}, {"folder", syscall.EISDIR}, {"nofolder", syscall.ENOTDIR},
		{"filled", syscall.ENOTEMPTY}, {"name", syscall.ENAMETOOLONG}, {"device", syscall.EIO}, {"nodevice", syscall.ENXIO}, {"nodevice", syscall.ENODEV}, {"open", syscall.EMFILE}, {"open", syscall.ENFILE},
		{"loop", syscall.ELOOP}, {"busy", syscall.EBUSY}, {"busy", syscall.ETXTBSY}, {"across", syscall.EXDEV}, {"gone", syscall.ESTALE}, {"pipe", syscall.EPIPE}, {"memory", syscall.ENOMEM},
		{"late", syscall.ETIMEDOUT}, {"value", syscall.EINVAL}, {"support", errors.ErrUnsupported}, {"program", syscall.ENOEXEC}, {"arguments", syscall.E2BIG}, {"command", exec.ErrNotFound}}, ofSystem...)
}

// Told is an error in the language. What only the system or a library has words
// for is told in theirs.
func Told(err error, l model.Lang) string {
	switch e := err.(type) {
	case bilingual:
		return e.Message(l)
	case *fs.PathError:
		if l == model.Chinese {
			return e.Path + "：" + Told(e.Err, l)
		}
	}
	if all := several(err); all != nil {
		told := model.Map(all, func(e error) string { return Told(e, l) })
		return strings.Join(slices.Compact(told), l.Pick("；", "; "))
	}
	if l != model.Chinese {
		return err.Error()
	}
	for _, c := range causes() {
		if errors.Is(err, c.err) {
			return Load(l).Text("cause." + c.id)
		}
	}
	if said := bilingual(nil); errors.As(err, &said) {
		return said.Message(l)
	}
	return Load(l).library(err)
}

// several are the errors that one only puts together, as errors.Join does; nil where it
// says something of its own.
func several(err error) (all []error) {
	list, _ := err.(interface{ Unwrap() []error })
	if list == nil || err.Error() != strings.Join(model.Map(list.Unwrap(), error.Error), "\n") {
		return nil
	}
	for _, e := range list.Unwrap() {
		if within := several(e); within != nil {
			all = append(all, within...)
		} else {
			all = append(all, e)
		}
	}
	return all
}

// library is what a library says of a file that is not written as it has to be.
func (l *Language) library(err error) string {
	var (
		syntax *json.SyntaxError
		value  *json.UnmarshalTypeError
		csv    *csv.ParseError
		xml    *xml.SyntaxError
		toml   interface{ Position() (row, column int) }
		ended  interface{ ExitCode() int }
		system syscall.Errno
	)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return l.Text("json.end")
	case errors.As(err, &syntax):
		return l.Text("json.syntax", syntax.Offset)
	case errors.As(err, &value):
		return l.Text("json.value", value.Field)
	case errors.As(err, &csv):
		return l.Text("cause.line", csv.Line)
	case errors.As(err, &xml):
		return l.Text("cause.line", xml.Line)
	case errors.As(err, &toml):
		row, _ := toml.Position()
		return l.Text("cause.line", row)
	case errors.As(err, &ended):
		return l.Text("cause.exit", ended.ExitCode())
	case errors.As(err, &system):
		return l.Text("cause.system", int(system), system.Error())
	}
	return err.Error()
}

// told are what fills the verbs of a text, in its language.
func (l *Language) told(args []any) []any {
	all := make([]any, len(args))
	for i, arg := range args {
		switch a := arg.(type) {
		case interface{ Message(l model.Lang) string }:
			arg = a.Message(l.Lang)
		case error:
			arg = Told(a, l.Lang)
		case Words:
			arg = l.list(a)
		case Count:
			arg = l.count(a)
		}
		all[i] = arg
	}
	return all
}

// list joins words as a sentence does.
func (l *Language) list(words []string) string {
	n := len(words) - 1
	if n < 1 {
		return strings.Join(words, "")
	}
	return l.Text("or", strings.Join(words[:n], l.Lang.Pick("、", ", ")), words[n])
}

// count is so many things.
func (l *Language) count(c Count) string {
	if c.n != 1 {
		c.thing += "s"
	}
	return l.Text("count."+c.thing, c.n)
}
