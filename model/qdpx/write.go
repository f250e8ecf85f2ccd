package qdpx

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"qubi/model"
)

// Write writes the project: the same project is the same bytes.
func Write(w io.Writer, p Project) error {
	z := zip.NewWriter(w)
	out, err := part(z, "project.qde")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(out)
	if err := enc.Encode(document(p)); err != nil {
		return err
	}
	if err := enc.Close(); err != nil {
		return err
	}
	for _, s := range p.Sources {
		out, err := part(z, "sources/"+guid("source "+s.ID)+".txt")
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, s.Text); err != nil {
			return err
		}
	}
	return z.Close()
}

// part begins a part of the zip. Its date is the first that a zip can hold, since
// some tools refuse none.
func part(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// qde is project.qde with its name space.
type qde struct {
	Space string `xml:"xmlns,attr"`
	xmlProject
}

func document(p Project) qde {
	d := qde{Space: namespace, xmlProject: xmlProject{Name: p.Name, Origin: "qubi"}}
	if len(p.Users) > 0 {
		d.Users = &xmlUsers{model.Map(p.Users, func(u string) xmlUser { return xmlUser{guid("user " + u), u} })}
	}
	if len(p.Codes) > 0 {
		d.CodeBook = &xmlCodeBook{}
		d.CodeBook.Codes.Code = codes(p.Codes)
	}
	if len(p.Sources) > 0 {
		d.Sources = &xmlSources{written: p.Sources}
	}
	return d
}

func codes(all []Code) []xmlCode {
	return model.Map(all, func(c Code) xmlCode {
		return xmlCode{GUID: guid("code " + c.ID), Name: c.Name, IsCodable: !c.Grouping, Color: c.Colour, Description: c.Means, Code: codes(c.Codes)}
	})
}

// MarshalXML writes one source after the other: as elements those of many reports
// take a kilobyte a fact.
func (s *xmlSources) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	if err := e.EncodeToken(start); err != nil {
		return err
	}
	for _, one := range s.written {
		if err := e.EncodeElement(source(one), xml.StartElement{Name: xml.Name{Local: "TextSource"}}); err != nil {
			return err
		}
	}
	return e.EncodeToken(start.End())
}

func source(s Source) xmlText {
	id := guid("source " + s.ID)
	t := xmlText{GUID: id, Name: s.Name, PlainTextPath: "internal://" + id + ".txt"}
	at := newCharacters(s.Text)
	if s.Coded != nil {
		s.Passages = s.Coded()
	}
	for i, p := range s.Passages {
		who := ""
		if p.By != "" {
			who = guid("user " + p.By)
		}
		name := s.ID + " " + strconv.Itoa(i) + " " + p.Name
		x := xmlSelection{GUID: guid("passage " + name), Name: p.Name, Start: at.of(p.Start), End: at.of(p.End),
			CreatingUser: who, CreationDateTime: p.When, Description: p.Memo}
		for _, c := range p.Codes {
			x.Coding = append(x.Coding, xmlCoding{GUID: guid("coding " + name + " " + c), CreatingUser: who, CreationDateTime: p.When, CodeRef: xmlRef{guid("code " + c)}})
		}
		t.PlainTextSelection = append(t.PlainTextSelection, x)
	}
	return t
}

// characters counts characters of a text at bytes, and back, without running
// through it for every passage.
type characters struct {
	text  string
	every []int // the byte at which every 256th character begins
}

const stride = 256

func newCharacters(text string) characters {
	c := characters{text: text}
	n := 0
	for i := range text {
		if n%stride == 0 {
			c.every = append(c.every, i)
		}
		n++
	}
	return c
}

// of is how many characters stand before a byte.
func (c characters) of(at int) int {
	low := 0
	for low+1 < len(c.every) && c.every[low+1] <= at {
		low++
	}
	if len(c.every) == 0 {
		return 0
	}
	return low*stride + utf8.RuneCountInString(c.text[c.every[low]:min(at, len(c.text))])
}

// byte is where the n-th character begins; the end for those beyond it.
func (c characters) byte(n int) int {
	if n < 0 || n/stride >= len(c.every) {
		return len(c.text)
	}
	at := c.every[n/stride]
	for i := range c.text[at:] {
		if n%stride == 0 {
			return at + i
		}
		n--
	}
	return len(c.text)
}
