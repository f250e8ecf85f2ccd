package main

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the house wants of a function and of a package.
const (
	branches  = 15 // ways through a function, by McCabe: more of them nobody holds in mind
	knotFiles = 12 // files of a package that all lead to each other
)

// overKnots are the packages whose knot is still larger than knotFiles, with its size. It
// may only fall: whoever mends a knot lowers it here.
var overKnots = map[string]int{
	"qubi/data/extract": 21,
}

// TestHouseBranches holds the functions to the ways through them.
func TestHouseBranches(t *testing.T) {
	root := repository(t)
	for _, path := range sources(t, root) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(root, path), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := ways(fn); n > branches {
				t.Errorf("%s: %d ways through %s, at most %d", fset.Position(fn.Pos()), n, fn.Name.Name, branches)
			}
		}
	}
}

// ways is the cyclomatic complexity of a function: one and its decisions.
func ways(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// TestHouseKnots holds every package to files that can be read one by one: no
// more than knotFiles of them lead to each other, directly or in a round.
func TestHouseKnots(t *testing.T) {
	if testing.Short() {
		t.Skip("-short is for the race detector, which has nothing to find here")
	}
	packages, err := everyPackage()
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	known := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(packages[path].Export) })
	for path, p := range packages {
		if path != "qubi" && !strings.HasPrefix(path, "qubi/") {
			continue
		}
		knot := largestKnot(fileGraph(t, fset, p, known))
		if len(knot) > max(knotFiles, overKnots[p.ImportPath]) {
			t.Errorf("%s: %d files lead to each other: %s", p.ImportPath, len(knot), strings.Join(knot, " "))
		} else if len(knot) > knotFiles {
			t.Logf("%s: %d files lead to each other", p.ImportPath, len(knot))
		}
	}
}

// fileGraph is which file of a package uses names of which other.
func fileGraph(t *testing.T, fset *token.FileSet, p listed, known types.Importer) map[string][]string {
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: known}
	pkg, err := config.Check(p.ImportPath, fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	graph := map[string][]string{}
	for ident, object := range info.Uses {
		from, to := fset.Position(ident.Pos()).Filename, fset.Position(object.Pos()).Filename
		if object.Pkg() == pkg && from != to && !slices.Contains(graph[from], to) {
			graph[from] = append(graph[from], to)
		}
	}
	return graph
}

// largestKnot is the largest set of files that all lead to each other.
func largestKnot(graph map[string][]string) []string {
	reach := map[string]map[string]bool{}
	for from := range graph {
		seen := map[string]bool{}
		for open := []string{from}; len(open) > 0; {
			at := open[len(open)-1]
			open = open[:len(open)-1]
			for _, to := range graph[at] {
				if !seen[to] {
					seen[to] = true
					open = append(open, to)
				}
			}
		}
		reach[from] = seen
	}
	var largest []string
	for file, seen := range reach {
		var knot []string
		for other := range seen {
			if reach[other][file] {
				knot = append(knot, filepath.Base(other))
			}
		}
		if len(knot) > len(largest) {
			slices.Sort(knot)
			largest = knot
		}
	}
	return largest
}
