package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the code keeps to, so that a reader never meets a wall.
const (
	fileLines     = 400 // no file is longer
	medianLines   = 150 // half of the files are not longer than this
	functionLines = 80  // no function is longer, but for one that is a single table or switch
	usualLines    = 35  // nine of ten functions are not longer than this
)

// TestHouse reads every source file of the project and holds it to the
// numbers above, to a comment on every package and exported name, and to no
// init function. It prints what it measured.
func TestHouse(t *testing.T) {
	root := repository(t)
	var files, functions []int
	documented := map[string]bool{} // folder -> has a package comment
	code, comments := 0, 0
	for _, path := range sources(t, root) {
		fset := token.NewFileSet()
		raw, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(fset, path, raw, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(string(raw), "\n")
		files = append(files, lines)
		if lines > fileLines {
			t.Errorf("%s has %d lines; %d are the most", path, lines, fileLines)
		}
		dir := filepath.Dir(path)
		documented[dir] = documented[dir] || file.Doc != nil
		for _, group := range file.Comments {
			comments += fset.Position(group.End()).Line - fset.Position(group.Pos()).Line + 1
		}
		code += lines - strings.Count(string(raw), "\n\n")
		for _, decl := range file.Decls {
			undocumented(t, fset, decl)
			if fn, ok := decl.(*ast.FuncDecl); ok {
				functions = append(functions, function(t, fset, fn))
			}
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("package %s has no comment", dir)
		}
	}
	slices.Sort(files)
	slices.Sort(functions)
	median, usual := files[len(files)/2], functions[len(functions)*9/10]
	t.Logf("%d files, median %d lines, longest %d; %d functions, nine of ten up to %d lines, longest %d; comments %d%% of lines",
		len(files), median, files[len(files)-1], len(functions), usual, functions[len(functions)-1], 100*comments/code)
	if median > medianLines {
		t.Errorf("the median file has %d lines; %d are the most", median, medianLines)
	}
	if usual > usualLines {
		t.Errorf("nine of ten functions have up to %d lines; %d are the most", usual, usualLines)
	}
}

// function measures a function and checks its length and name.
func function(t *testing.T, fset *token.FileSet, fn *ast.FuncDecl) int {
	at := fset.Position(fn.Pos())
	if fn.Name.Name == "init" && fn.Recv == nil {
		t.Errorf("%s: init runs behind the reader's back", at)
	}
	lines := fset.Position(fn.End()).Line - at.Line + 1
	if lines > functionLines && len(fn.Body.List) > 2 {
		t.Errorf("%s: %s has %d lines; %d are the most", at, fn.Name.Name, lines, functionLines)
	}
	return lines
}

// undocumented reports exported names without a comment. A group's comment
// covers its members, and a method of an unexported type needs none.
func undocumented(t *testing.T, fset *token.FileSet, decl ast.Decl) {
	complain := func(name *ast.Ident, docs ...*ast.CommentGroup) {
		if name.IsExported() && !slices.ContainsFunc(docs, func(d *ast.CommentGroup) bool { return d != nil }) {
			t.Errorf("%s: %s has no comment", fset.Position(name.Pos()), name.Name)
		}
	}
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil || receiverExported(d) {
			complain(d.Name, d.Doc)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				complain(s.Name, d.Doc, s.Doc, s.Comment)
			case *ast.ValueSpec:
				for _, name := range s.Names {
					complain(name, d.Doc, s.Doc, s.Comment)
				}
			}
		}
	}
}

// receiverExported reports whether a method belongs to an exported type.
func receiverExported(d *ast.FuncDecl) bool {
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	name, ok := typ.(*ast.Ident)
	return ok && name.IsExported()
}

// sources are the project's Go files, tests aside, relative to root.
func sources(t *testing.T, root string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			rel, err := filepath.Rel(root, path)
			paths = append(paths, rel)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// repository is the folder that holds go.mod.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Skip("not inside the repository")
		}
	}
}

// At the top stand the four rooms and what goes with them: pictures and files made by
// trying the program out do not belong there.
func TestHouseTopLevel(t *testing.T) {
	entries, err := os.ReadDir(repository(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch name := e.Name(); name {
		case "cmd", "data", "model", "tui", "go.mod", "go.sum", "README.md", "LICENSE", "NOTICE":
		default:
			if !strings.HasPrefix(name, ".") {
				t.Errorf("%s stands at the top of the repository", name)
			}
		}
	}
}
