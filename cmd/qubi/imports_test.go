package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// listed is what `go list` says of a package.
type listed struct {
	ImportPath, Dir string
	Export          string // what the compiler told of it, a file
	Standard        bool
	GoFiles         []string // tests aside
	Imports         []string // directly, tests aside
	Deps            []string // all the way down
	CgoFiles        []string
}

// law is one sentence of the house: these packages may not reach those.
type law struct {
	says   string
	of     []string // packages it binds: a path, or a tree as path/...
	not    []string // what they may not use, likewise; "..." is everything outside the standard library
	except []string // what they may use all the same
	direct bool     // binds imports only, not what those import in turn
}

var (
	charm    = []string{"charm.land/...", "github.com/charmbracelet/..."}
	measures = []string{"github.com/mattn/go-runewidth", "golang.org/x/text/width", "github.com/rivo/uniseg"}
)

// laws are the arrows of the drawing in README.md, turned round.
var laws = []law{
	{says: "model imports the standard library only",
		of: []string{"qubi/model"}, not: []string{"..."}},
	{says: "a query knows the facts and how characters are read",
		of: []string{"qubi/model/query"}, not: []string{"..."}, except: []string{"qubi/model", "qubi/model/lang", "qubi/model/pinyin"}},
	{says: "notes know the facts alone",
		of: []string{"qubi/model/notes"}, not: []string{"..."}, except: []string{"qubi/model", "qubi/model/lang"}},
	{says: "a comparison knows facts and queries",
		of: []string{"qubi/model/compare"}, not: []string{"..."}, except: []string{"qubi/model", "qubi/model/lang", "qubi/model/query", "qubi/model/pinyin"}},
	{says: "export knows the model, and no screen",
		of: []string{"qubi/model/..."}, not: []string{"qubi/...", "charm.land/...", "github.com/charmbracelet/..."}, except: []string{"qubi/model/..."}},
	{says: "data never sees tui or cmd",
		of: []string{"qubi/data/..."}, not: []string{"qubi/tui/...", "qubi/cmd/...", "qubi/model/export"}},
	{says: "tui never sees data or cmd",
		of: []string{"qubi/tui/..."}, not: []string{"qubi/data/...", "qubi/cmd/..."}},
	{says: "what draws knows nothing that holds a cursor",
		of: []string{"qubi/tui/draw"}, not: []string{"qubi/tui/pane", "qubi/tui/ask", "qubi/tui/screen"}},
	{says: "the stages of data never run backwards",
		of: []string{"qubi/data/source", "qubi/data/clean/...", "qubi/data/numeral"}, not: []string{"qubi/data", "qubi/data/extract"}},
	{says: "words know nothing of texts",
		of: []string{"qubi/data/lexicon"}, not: []string{"qubi/..."}, except: []string{"qubi/data/lexicon"}},
	{says: "what stands in a text is read before what it means",
		of: []string{"qubi/data/scan"}, not: []string{"qubi/data/..."}, except: []string{"qubi/data/scan", "qubi/data/lexicon", "qubi/data/numeral"}},
	{says: "periods and stages are known before facts",
		of: []string{"qubi/data/timeline"}, not: []string{"qubi/data/..."}, except: []string{"qubi/data/timeline", "qubi/data/scan", "qubi/data/lexicon", "qubi/data/numeral"}},
	{says: "what a fact is worth is judged by how it was read, not by who reads it",
		of: []string{"qubi/data/trust"}, not: []string{"qubi/data/..."}, except: []string{"qubi/data/trust", "qubi/data/timeline", "qubi/data/scan", "qubi/data/lexicon", "qubi/data/numeral"}},
	{says: "numerals know nothing of reports",
		of: []string{"qubi/data/numeral"}, not: []string{"qubi/..."}, except: []string{"qubi/data/numeral"}},
	{says: "what lays out cells knows nothing of reports",
		of: []string{"qubi/tui/cell", "qubi/tui/table", "qubi/tui/screen"}, not: []string{"qubi/model/..."}},
	{says: "only the tui tree imports Charm",
		of: []string{"qubi/data/...", "qubi/model/..."}, not: charm},
	{says: "the command leaves the screen to tui",
		of: []string{"qubi/cmd/..."}, not: charm, direct: true},
	{says: "only tui/cell measures",
		of: []string{"qubi/cmd/...", "qubi/tui", "qubi/tui/pane", "qubi/tui/style", "qubi/tui/table"}, not: measures, direct: true},
}

func TestImportLaw(t *testing.T) {
	packages, err := everyPackage()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range laws {
		for _, p := range packages {
			if !within(p.ImportPath, l.of) {
				continue
			}
			used := p.Deps
			if l.direct {
				used = p.Imports
			}
			for _, u := range used {
				if breaks(packages, l, u) {
					t.Errorf("%s: but %s uses %s", l.says, p.ImportPath, u)
				}
			}
		}
	}
	for path, p := range packages {
		if strings.HasPrefix(path, "qubi/") && len(p.CgoFiles) > 0 {
			t.Errorf("no cgo: but %s has %v", path, p.CgoFiles)
		}
	}
}

// breaks reports whether a package bound by l may not use the package.
func breaks(packages map[string]listed, l law, used string) bool {
	if packages[used].Standard || used == "C" || within(used, l.except) {
		return false
	}
	return within(used, l.not) || slices.Contains(l.not, "...")
}

// within reports whether the path is one of the patterns.
func within(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		root, tree := strings.CutSuffix(pattern, "/...")
		return path == root || tree && strings.HasPrefix(path, root+"/")
	})
}

// everyPackage is the program's packages and what they import, all the way down.
var everyPackage = sync.OnceValues(func() (map[string]listed, error) {
	out, err := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,Standard,GoFiles,Imports,Deps,CgoFiles", "qubi/...").Output()
	if err != nil {
		return nil, fmt.Errorf("the go command cannot list packages here: %w", err)
	}
	packages := map[string]listed{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages[p.ImportPath] = p
	}
})
