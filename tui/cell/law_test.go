package cell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// measurers are the libraries that measure text. Each has a view of its own
// of how wide a character is, so only this package may ask them.
var measurers = []string{
	"github.com/mattn/go-runewidth", "github.com/rivo/uniseg", "golang.org/x/text/width",
	"github.com/charmbracelet/x/ansi", "github.com/clipperhouse/displaywidth",
}

// layouts are what lipgloss measures by itself.
var layouts = regexp.MustCompile(`^(Width|Height|Size|Join|Place|Border|Padding|Margin|MaxWidth|MaxHeight|Align|Wrap|NewLayer|NewCanvas|NewCompositor)`)

// padded is a verb that pads by counting characters.
var padded = regexp.MustCompile(`%[-+ 0#]*([1-9]\d*|\*)(\.\d+)?[sqv]`)

// One measure for everything: nothing in the tui tree but this package counts
// characters, or lets a library count them. The terminal model of the tests
// does: a second opinion is what it is for.
func TestOnlyThisPackageMeasures(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		name = filepath.ToSlash(name)
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") ||
			strings.HasPrefix(name, "../cell/") || strings.HasPrefix(name, "../screen/vt/") {
			return err
		}
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		for _, crime := range crimes(file) {
			t.Errorf("%s: %s", set.Position(crime.at), crime.what)
		}
		return nil
	})
	if err != nil || files < 10 {
		t.Fatalf("%d files read, %v", files, err)
	}
}

// crime is a place where a file measures.
type crime struct {
	at   token.Pos
	what string
}

// crimes are all of a file.
func crimes(file *ast.File) []crime {
	var found []crime
	add := func(n ast.Node, what string) { found = append(found, crime{n.Pos(), what}) }
	lipgloss := false
	for _, i := range file.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		if slices.Contains(measurers, name) {
			add(i, "imports "+name)
		}
		lipgloss = lipgloss || strings.Contains(name, "/lipgloss")
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if of, ok := n.X.(*ast.Ident); ok && of.Name == "strings" {
				return true
			}
			if lipgloss && layouts.MatchString(n.Sel.Name) {
				add(n, "lays out by lipgloss: "+n.Sel.Name)
			}
			if strings.HasPrefix(n.Sel.Name, "RuneCount") {
				add(n, "counts runes")
			}
		case *ast.CallExpr:
			if countsRunes(n) {
				add(n, "counts runes")
			}
			if repeatsByBytes(n) {
				add(n, "counts bytes")
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING && padded.MatchString(n.Value) {
				add(n, "pads by "+padded.FindString(n.Value))
			}
		}
		return true
	})
	return found
}

// countsRunes reports len([]rune(…)).
func countsRunes(call *ast.CallExpr) bool {
	inner := lenOf(call)
	conversion, ok := inner.(*ast.CallExpr)
	if !ok {
		return false
	}
	list, ok := conversion.Fun.(*ast.ArrayType)
	if !ok {
		return false
	}
	elem, ok := list.Elt.(*ast.Ident)
	return ok && elem.Name == "rune"
}

// repeatsByBytes reports strings.Repeat(…, … len(…) …) and Blank with a len.
func repeatsByBytes(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "Repeat" && f.Sel.Name != "Blank" || len(call.Args) == 0 {
		return false
	}
	found := false
	ast.Inspect(call.Args[len(call.Args)-1], func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && lenOf(c) != nil {
			found = true
		}
		return !found
	})
	return found
}

// lenOf is what a call of len is given, or nil.
func lenOf(call *ast.CallExpr) ast.Expr {
	if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "len" && len(call.Args) == 1 {
		return call.Args[0]
	}
	return nil
}

// The test above finds what it looks for.
func TestCrimesAreFound(t *testing.T) {
	for _, source := range []string{
		`import "github.com/mattn/go-runewidth"`,
		`import "charm.land/lipgloss/v2"; var _ = lipgloss.JoinHorizontal(0, "a")`,
		`import "charm.land/lipgloss/v2"; var _ = lipgloss.NewStyle().Width(3)`,
		`import "unicode/utf8"; var _ = utf8.RuneCountInString("a")`,
		`var _ = len([]rune("a"))`,
		`import "strings"; var _ = strings.Repeat(" ", 10-len("a"))`,
		`import "fmt"; var _ = fmt.Sprintf("%-10s", "a")`,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x; "+source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(crimes(file)) == 0 {
			t.Errorf("nothing wrong with %s", source)
		}
	}
}
