package zipped

import (
	"io"
	"net/url"
	"path"

	"qubi/data/source/page"
	"qubi/data/source/web"
)

// maxChapter is the longest chapter that is read, in bytes.
const maxChapter = 16 << 20

// epub reads the chapters of an electronic book in their order.
func (a *archive) epub() (page.Page, error) {
	var c struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := a.decode("META-INF/container.xml", &c); err != nil {
		return page.Page{}, err
	}
	if len(c.Roots) == 0 {
		return page.Page{}, page.ErrDamaged
	}
	title, chapters, err := a.chapters(c.Roots[0].Path)
	if err != nil {
		return page.Page{}, err
	}
	if a.size(chapters) > a.left {
		return page.Page{}, errBomb
	}
	var out page.Writer
	var problems []page.Problem
	for _, name := range chapters {
		if out.Full() {
			break
		}
		if err := a.chapter(name, &out); err != nil {
			problems = append(problems, page.Problem{Err: err})
		}
	}
	book := out.Page("epub")
	book.Stated.Title = title
	book.Problems = append(book.Problems, problems...)
	if book.Text == "" && len(problems) == 0 {
		book.Problems = append(book.Problems, page.Problem{Err: page.ErrNoText})
	}
	return book, nil
}

// chapters are the title of the book whose list of parts is the root, and the paths of its
// chapters in their order.
func (a *archive) chapters(root string) (title string, paths []string, err error) {
	var p struct {
		Title string `xml:"metadata>title"`
		Items []struct {
			ID    string `xml:"id,attr"`
			Href  string `xml:"href,attr"`
			Props string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			Ref    string `xml:"idref,attr"`
			Linear string `xml:"linear,attr"`
		} `xml:"spine>itemref"`
	}
	if err := a.decode(root, &p); err != nil {
		return "", nil, err
	}
	href := map[string]string{}
	for _, item := range p.Items {
		if item.Props != "nav" {
			href[item.ID] = item.Href
		}
	}
	for _, s := range p.Spine {
		if name, err := url.PathUnescape(href[s.Ref]); name != "" && err == nil && s.Linear != "no" {
			paths = append(paths, path.Join(path.Dir(root), name))
		}
	}
	return p.Title, paths, nil
}

func (a *archive) chapter(name string, out *page.Writer) error {
	rc, err := a.part(name)
	if err != nil {
		return err
	}
	defer rc.Close()
	raw, err := io.ReadAll(io.LimitReader(rc, maxChapter))
	if err != nil {
		return damaged(err)
	}
	return web.Body(string(raw), out)
}
