package qdpx

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"qubi/model/lang"
)

// largest is how many bytes a part of the zip may have unpacked: a file made to
// burst is refused.
const largest = 256 << 20

// Read reads a project that any tool wrote.
func Read(r io.ReaderAt, size int64) (Project, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return Project{}, lang.Say("qdpx.zip")
	}
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		parts[strings.ToLower(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")))] = f
	}
	raw, err := unpack(parts["project.qde"])
	if err != nil {
		return Project{}, lang.Say("qdpx.part", "project.qde", err)
	}
	var x xmlProject
	if err := xml.Unmarshal(raw, &x); err != nil {
		return Project{}, lang.Say("qdpx.part", "project.qde", err)
	}
	return project(x, parts)
}

var errMissing error = lang.Say("qdpx.missing")

func unpack(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, errMissing
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, largest+1))
	if len(raw) > largest {
		return nil, lang.Say("qdpx.part", f.Name, lang.Say("qdpx.large", largest>>20))
	}
	return raw, err
}

func project(x xmlProject, parts map[string]*zip.File) (Project, error) {
	p := Project{Name: x.Name}
	users, notes := map[string]string{}, map[string]string{}
	if x.Users != nil {
		for _, u := range x.Users.User {
			users[guidKey(u.GUID)] = u.Name
			p.Users = append(p.Users, u.Name)
		}
	}
	if x.CodeBook != nil {
		p.Codes = readCodes(x.CodeBook.Codes.Code)
	}
	if x.Notes != nil {
		for _, n := range x.Notes.Note {
			if text, err := textOf(n, parts); err == nil {
				notes[guidKey(n.GUID)] = text
			}
		}
	}
	if x.Sources == nil {
		return p, nil
	}
	for _, t := range x.Sources.TextSource {
		text, err := textOf(t, parts)
		if err != nil {
			return p, lang.Say("qdpx.part", t.Name, err)
		}
		p.Sources = append(p.Sources, Source{ID: guidKey(t.GUID), Name: t.Name, Text: text, Passages: passages(t, text, users, notes)})
	}
	return p, nil
}

// guidKey is a GUID as it is compared: tools write them in braces, or in capitals.
func guidKey(s string) string { return strings.ToLower(strings.Trim(strings.TrimSpace(s), "{}")) }

func readCodes(all []xmlCode) []Code {
	var out []Code
	for _, c := range all {
		out = append(out, Code{ID: guidKey(c.GUID), Name: c.Name, Colour: c.Color, Means: c.Description, Grouping: !c.IsCodable, Codes: readCodes(c.Code)})
	}
	return out
}

// textOf is the text of a source or a note: within the XML, or in a part of its
// own.
func textOf(t xmlText, parts map[string]*zip.File) (string, error) {
	name, internal := strings.CutPrefix(t.PlainTextPath, "internal://")
	if !internal {
		return t.PlainTextContent, nil
	}
	raw, err := unpack(parts[strings.ToLower("sources/"+name)])
	return strings.TrimPrefix(string(raw), "\ufeff"), err
}

func passages(t xmlText, text string, users, notes map[string]string) []Passage {
	var out []Passage
	at := newCharacters(text)
	for _, s := range t.PlainTextSelection {
		p := Passage{Start: at.byte(s.Start), End: at.byte(s.End), Name: s.Name, Memo: s.Description, By: users[guidKey(s.CreatingUser)], When: s.CreationDateTime}
		if p.Start >= p.End {
			continue
		}
		for _, n := range s.NoteRef {
			p.Memo = strings.TrimSpace(p.Memo + "\n" + notes[guidKey(n.Target)])
		}
		for _, c := range s.Coding {
			p.Codes = append(p.Codes, guidKey(c.CodeRef.Target))
			if by := users[guidKey(c.CreatingUser)]; by != "" {
				p.By = by
			}
		}
		out = append(out, p)
	}
	return out
}
