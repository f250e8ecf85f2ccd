package project

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"qubi/model/lang"
)

// A codebook as a file of its own is a table parted by tabs, a line a code, made
// to be read, shared and changed by hand:
//
//	code	key	colour	words	means
//	营商堵点	E	flag	堵点 难点	企业反映的办事困难

// codebookHead is the first line.
const codebookHead = "code\tkey\tcolour\twords\tmeans"

// WriteCodebook writes codes as a codebook file.
func WriteCodebook(w io.Writer, codes []Code) error {
	if _, err := fmt.Fprintln(w, codebookHead); err != nil {
		return err
	}
	for _, c := range codes {
		cells := []string{c.Name, c.Key, c.Colour, strings.Join(c.Words, " "), c.Means}
		for i, s := range cells {
			cells[i] = strings.Join(strings.Fields(s), " ")
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(strings.Join(cells, "\t"), "\t")); err != nil {
			return err
		}
	}
	return nil
}

// ReadCodebook reads a codebook file. Columns at the end may be left out, and so
// may the head. Its errors are a *FormatError.
func ReadCodebook(r io.Reader) (codes []Code, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), "\ufeff"), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "code\t") {
			continue
		}
		cells := append(strings.Split(line, "\t"), "", "", "", "")
		if len(cells) > 9 {
			return nil, wrongLine(n, lang.Say("project.code.columns"))
		}
		for i, s := range cells {
			cells[i] = strings.TrimSpace(s)
		}
		if cells[0] == "" {
			return nil, wrongLine(n, lang.Say("project.code.name"))
		}
		codes = append(codes, Code{cells[0], cells[1], cells[2], strings.Fields(cells[3]), cells[4]})
	}
	return codes, lines.Err()
}
