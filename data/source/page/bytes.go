package page

import (
	"io"

	"qubi/model/lang"
)

// MaxFile is the largest file that is read into memory.
const MaxFile = 1 << 30

// Bytes is the whole file.
func Bytes(r io.ReaderAt, size int64) ([]byte, error) {
	if size > MaxFile {
		return nil, lang.Say("source.size", size>>20, MaxFile>>20)
	}
	raw := make([]byte, size)
	n, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil
	}
	return raw[:n], err
}
