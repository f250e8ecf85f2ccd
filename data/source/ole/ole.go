// Package ole reads the documents of Office 97 to 2003 and of WPS: .doc, .wps,
// .xls and .et, which are all compound files, a small file system in one file.
package ole

import (
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"

	"qubi/data/source/page"
	"qubi/model/lang"
)

// ErrOther is the error of a compound file of another kind: slides, a message.
var ErrOther = lang.Say("source.office")

// Read reads a compound file that is a text or a workbook.
func Read(r io.ReaderAt, size int64) (page.Page, error) {
	streams, err := unpack(r, size)
	if err != nil {
		return page.Page{}, err
	}
	switch {
	case streams["EncryptedPackage"] != nil:
		return page.Page{}, page.ErrEncrypted
	case streams["WordDocument"] != nil:
		return word(streams)
	case streams["Workbook"] != nil:
		return workbook(streams["Workbook"])
	}
	return page.Page{}, ErrOther
}

// unpack reads the streams that are looked at. All together they are no longer
// than the file: one that claims to be is damaged.
func unpack(r io.ReaderAt, size int64) (map[string][]byte, error) {
	if size > page.MaxFile {
		return nil, page.ErrTooLong
	}
	cfb, err := mscfb.New(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	streams := map[string][]byte{}
	left := size
	for _, f := range cfb.File {
		switch f.Name {
		case "WordDocument", "0Table", "1Table", "Data", "Workbook", "EncryptedPackage":
		default:
			continue
		}
		if streams[f.Name] != nil {
			continue // one embedded in the document
		}
		if f.Size > left {
			return nil, page.ErrDamaged
		}
		raw, err := io.ReadAll(io.LimitReader(f, left))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", page.ErrDamaged, err)
		}
		left -= int64(len(raw))
		streams[f.Name] = raw
	}
	return streams, nil
}
