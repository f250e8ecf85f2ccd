package data

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"qubi/data/source/page"
	"qubi/model"
	safe "qubi/model/files"
)

// Load reads all documents of a file system, in the order of their paths.
// The error, when there is one, is an ErrorList.
func Load(fsys fs.FS) (*model.Corpus, error) { return Options{}.Load(fsys) }

// Load is the package's Load, by these options.
func (o Options) Load(fsys fs.FS) (*model.Corpus, error) {
	inside := walk(fsys)
	return o.load(inside.names, append(inside.problems, inside.skipped(".")...), files{
		dir: path.Dir, join: path.Join,
		read: func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) },
		stat: func(name string) (fs.FileInfo, error) { return fs.Stat(fsys, name) },
	})
}

// LoadPaths reads files, and the documents of folders with all that lie in
// them, in the order of the paths given and of the names in a folder. A file
// reached twice is read once. The error, when there is one, is an ErrorList.
func LoadPaths(paths []string) (*model.Corpus, error) { return Options{}.LoadPaths(paths) }

// LoadPaths is the package's LoadPaths, by these options.
func (o Options) LoadPaths(paths []string) (*model.Corpus, error) {
	var names []string
	var problems ErrorList
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			names = append(names, filepath.Clean(p)) // reading says what is wrong
			continue
		}
		inside := walk(os.DirFS(p))
		names = append(names, below(p, inside.names)...)
		for _, e := range inside.problems {
			problems = append(problems, &Error{filepath.Join(p, e.File), 0, e.Err})
		}
		problems = append(problems, inside.skipped(p)...)
	}
	return o.load(unique(names), problems, system())
}

// unique is the names without repetition.
func unique(names []string) []string {
	seen := make(map[string]bool, len(names))
	return slices.DeleteFunc(names, func(n string) bool {
		again := seen[n]
		seen[n] = true
		return again
	})
}

// files are how load gets at files.
type files struct {
	dir  func(name string) string
	join func(parts ...string) string
	read func(name string) ([]byte, error)
	stat func(name string) (fs.FileInfo, error)
}

// system are the files of the system.
func system() files {
	return files{
		dir: filepath.Dir, join: filepath.Join, stat: os.Stat,
		read: func(name string) ([]byte, error) { return safe.Read(name, safe.ReportLimit) },
	}
}

// Result is a file that was read: the report, nil where nothing could be, and
// what is wrong with it.
type Result struct {
	Path     string
	Report   *model.Report
	Problems ErrorList
}

// file reads one file.
func (o Options) file(name string, from files, beside *lists) Result {
	raw, err := from.read(name)
	if err != nil {
		return Result{Path: name, Problems: ErrorList{{name, 0, cause(err)}}}
	}
	var stated page.Stated
	if beside != nil {
		stated = beside.of(name, from.dir, from.join)
	}
	report, problems := o.cached(name, raw, stated)
	return Result{name, report, problems}
}

// ErrStopped is the problem of a reading that was stopped before its end.
var ErrStopped = errors.New("the reading was stopped")

// load reads the files on all cores; the order of reports and problems depends
// on the names alone.
func (o Options) load(names []string, problems ErrorList, from files) (*model.Corpus, error) {
	results := make([]Result, len(names))
	order := largestFirst(names, from)
	beside := newLists(from.read)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wg.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(names) && !o.stopped(); n = int(next.Add(1)) - 1 {
				i := order[n]
				results[i] = o.file(names[i], from, beside)
				if count := int(done.Add(1)); o.Progress != nil {
					o.Progress(count, len(names))
				}
			}
		})
	}
	wg.Wait()
	if read := int(done.Load()); read < len(names) {
		problems = append(problems, &Error{"", 0, fmt.Errorf("%w: %d of %d files were read", ErrStopped, read, len(names))})
	}
	problems = append(problems, beside.bad...)
	return gather(results, problems)
}

func (o Options) stopped() bool {
	select {
	case <-o.Stop:
		return true
	default:
		return false
	}
}

// gather makes a corpus of what was read.
func gather(results []Result, problems ErrorList) (*model.Corpus, error) {
	var all []*model.Report
	firsts := map[string]string{} // names by text
	for _, r := range results {
		if r.Report != nil {
			all = append(all, r.Report)
			if again := sameText(firsts, r.Report); again != nil {
				problems = append(problems, again)
			}
		}
		problems = append(problems, r.Problems...)
	}
	return model.NewCorpus(all), problems.sorted()
}

// sameText tells of a report whose text another file has already: each of its
// facts counts twice, which only the reader can say to be right.
func sameText(firsts map[string]string, r *model.Report) *Error {
	if r.Text == "" {
		return nil
	}
	if first, again := firsts[r.Text]; again {
		return &Error{r.Path, 0, &SameTextError{first}}
	}
	firsts[r.Text] = r.Path
	return nil
}

// largestFirst are the indexes of the names in the order of their work: a
// large file taken last would keep one core busy while the others wait.
func largestFirst(names []string, from files) []int {
	order := make([]int, len(names))
	sizes := make([]int64, len(names))
	for i, name := range names {
		order[i] = i
		if info, err := from.stat(name); err == nil {
			sizes[i] = info.Size()
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(sizes[j], sizes[i]) })
	return order
}

// ahead is how many files of a stream are being read for each core.
const ahead = 4

// Stream reads files as their paths come, on all cores, and gives them in the
// order of the paths. It holds a few reports at a time, so that there may be any
// number of paths; what cannot be read never ends it.
func (o Options) Stream(paths iter.Seq[string]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		queue := make(chan chan Result, ahead*runtime.GOMAXPROCS(0))
		done := make(chan struct{})
		defer close(done)
		from, beside := system(), newLists(system().read)
		go func() {
			defer close(queue)
			for name := range paths {
				slot := make(chan Result, 1)
				select {
				case queue <- slot:
				case <-done:
					return
				}
				go func() { slot <- o.file(filepath.Clean(name), from, beside) }()
			}
		}()
		for slot := range queue {
			if !yield(<-slot) {
				return
			}
		}
	}
}
