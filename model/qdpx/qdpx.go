// Package qdpx writes and reads projects of qualitative analysis in the form
// that its tools exchange: REFI-QDA 1.0 (.qdpx), a zip of project.qde (XML) and
// of the texts below sources/.
//
// Positions are characters (Unicode code points) of the text, from 0, the end
// exclusive. See https://www.qdasoftware.org for the schema that [Write] follows
// and [Read] understands; what other tools add (pictures, sound, cases, links)
// is not read.
package qdpx

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
)

// Project is what is exchanged.
type Project struct {
	Name    string
	Users   []string
	Codes   []Code
	Sources []Source
}

// Code is a code of the codebook; codes lie below others.
type Code struct {
	ID       string // unique in the project; the GUID is made of it where it is none
	Name     string
	Colour   string // #RRGGBB, or ""
	Means    string
	Grouping bool // it only holds others and is on no passage
	Codes    []Code
}

// Source is a text with its coded passages.
type Source struct {
	ID       string
	Name     string
	Text     string
	Passages []Passage
	Coded    func() []Passage // instead, of one to be written: asked for when it is its turn
}

// Passage is a selection of a text, in bytes of Source.Text.
type Passage struct {
	Start, End int
	Name       string
	Memo       string
	Codes      []string // IDs
	By         string   // user, or ""
	When       string   // RFC 3339, or ""
}

// guid is the GUID of a name: the same name has the same one, so that the same
// project is the same file.
func guid(name string) string {
	sum := sha256.Sum256([]byte(name))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8 of RFC 9562
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// The elements of project.qde, in the order of the schema.

const namespace = "urn:QDA-XML:project:1.0"

type xmlProject struct {
	XMLName  xml.Name     `xml:"Project"`
	Name     string       `xml:"name,attr"`
	Origin   string       `xml:"origin,attr,omitempty"`
	Users    *xmlUsers    `xml:"Users"`
	CodeBook *xmlCodeBook `xml:"CodeBook"`
	Sources  *xmlSources  `xml:"Sources"`
	Notes    *xmlNotes    `xml:"Notes"`
}

type xmlUsers struct {
	User []xmlUser `xml:"User"`
}

type xmlUser struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
}

type xmlCodeBook struct {
	Codes struct {
		Code []xmlCode `xml:"Code"`
	} `xml:"Codes"`
}

type xmlCode struct {
	GUID        string    `xml:"guid,attr"`
	Name        string    `xml:"name,attr"`
	IsCodable   bool      `xml:"isCodable,attr"`
	Color       string    `xml:"color,attr,omitempty"`
	Description string    `xml:"Description,omitempty"`
	Code        []xmlCode `xml:"Code"`
}

type xmlSources struct {
	TextSource []xmlText `xml:"TextSource"`

	written []Source // instead, each made when it is its turn
}

type xmlNotes struct {
	Note []xmlText `xml:"Note"`
}

type xmlText struct {
	GUID               string         `xml:"guid,attr"`
	Name               string         `xml:"name,attr,omitempty"`
	PlainTextPath      string         `xml:"plainTextPath,attr,omitempty"`
	CreatingUser       string         `xml:"creatingUser,attr,omitempty"`
	CreationDateTime   string         `xml:"creationDateTime,attr,omitempty"`
	Description        string         `xml:"Description,omitempty"`
	PlainTextContent   string         `xml:"PlainTextContent,omitempty"`
	PlainTextSelection []xmlSelection `xml:"PlainTextSelection"`
}

type xmlSelection struct {
	GUID             string      `xml:"guid,attr"`
	Name             string      `xml:"name,attr,omitempty"`
	Start            int         `xml:"startPosition,attr"`
	End              int         `xml:"endPosition,attr"`
	CreatingUser     string      `xml:"creatingUser,attr,omitempty"`
	CreationDateTime string      `xml:"creationDateTime,attr,omitempty"`
	Description      string      `xml:"Description,omitempty"`
	Coding           []xmlCoding `xml:"Coding"`
	NoteRef          []xmlRef    `xml:"NoteRef"`
}

type xmlCoding struct {
	GUID             string `xml:"guid,attr"`
	CreatingUser     string `xml:"creatingUser,attr,omitempty"`
	CreationDateTime string `xml:"creationDateTime,attr,omitempty"`
	CodeRef          xmlRef `xml:"CodeRef"`
}

type xmlRef struct {
	Target string `xml:"targetGUID,attr"`
}
