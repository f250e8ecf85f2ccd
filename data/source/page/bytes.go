package page

import (
	"fmt"
	"io"
)

// MaxFile is the largest file that is read into memory.
const MaxFile = 1 << 30

// Bytes is the whole file.
func Bytes(r io.ReaderAt, size int64) ([]byte, error) {
	if size > MaxFile {
		return nil, fmt.Errorf("the file has %d MB; more than %d are not read", size>>20, MaxFile>>20)
	}
	raw := make([]byte, size)
	n, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil
	}
	return raw[:n], err
}
