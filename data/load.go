package data

import (
	"cmp"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"qubi/data/source/page"
	"qubi/model"
	safe "qubi/model/files"
	"qubi/model/lang"
)

// BuiltinPath stands among paths for the built-in reports, so that one's own
// can be put beside them; with the beginning of a name behind it for those that
// are called so (builtin:004).
const BuiltinPath = "builtin:"

// Load reads all documents of a file system, in the order of their paths.
// The error, when there is one, is an ErrorList.
func Load(fsys fs.FS) (*model.Corpus, error) { return Options{}.Load(fsys) }

// Load is the package's Load, by these options.
func (o Options) Load(fsys fs.FS) (*model.Corpus, error) { return o.load(listFS(fsys)) }

// LoadPaths reads files, and the documents of folders with all that lie in
// them, in the order of the paths given and of the names in a folder. A file
// reached twice is read once. The error, when there is one, is an ErrorList.
func LoadPaths(paths []string) (*model.Corpus, error) { return Options{}.LoadPaths(paths) }

// LoadPaths is the package's LoadPaths, by these options.
func (o Options) LoadPaths(paths []string) (*model.Corpus, error) { return o.load(List(paths)) }

// File is a file to be read.
type File struct {
	Path string // as the user gave it
	from *files
}

// Key tells the file from all others, and finds it again in a later Listing.
func (f File) Key() string {
	if f.from.builtin {
		return BuiltinPath + f.Path
	}
	return f.Path
}

// Stat is what the system says of the file.
func (f File) Stat() (fs.FileInfo, error) { return f.from.stat(f.Path) }

// Beside is what the list that lies beside the file states of it.
func (f File) Beside() page.Stated { return f.from.beside.of(f.Path, f.from.dir, f.from.join) }

// files are how load gets at files.
type files struct {
	dir     func(name string) string
	join    func(parts ...string) string
	read    func(room []byte, name string) ([]byte, error)
	stat    func(name string) (fs.FileInfo, error)
	beside  *lists
	builtin bool
	rooms   sync.Pool // of *[]byte, for files that are being read
}

// system are the files of the system.
func system() *files {
	read := func(room []byte, name string) ([]byte, error) { return safe.ReadInto(room, name, safe.ReportLimit) }
	return &files{dir: filepath.Dir, join: filepath.Join, stat: os.Stat, read: read, beside: newLists(read, os.Stat)}
}

// inside are the files of a file system.
func inside(fsys fs.FS) *files {
	read := func(_ []byte, name string) ([]byte, error) { return fs.ReadFile(fsys, name) }
	stat := func(name string) (fs.FileInfo, error) { return fs.Stat(fsys, name) }
	return &files{dir: path.Dir, join: path.Join, stat: stat, read: read, beside: newLists(read, stat)}
}

// Listing is what lies at paths.
type Listing struct {
	Files    []File    // each once, in the order of the paths and of the names in a folder
	Folders  []string  // that were looked into
	Lone     []string  // paths that are no folders
	Problems ErrorList // what could not be entered, and the files that are no documents
}

// List looks at files, and into folders with all that lie in them. Of
// [BuiltinPath] come the built-in reports, before all others.
func List(paths []string) Listing {
	l, paths := listBuiltin(paths)
	from := system()
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			l.Files = append(l.Files, File{filepath.Clean(p), from}) // reading says what is wrong
			l.Lone = append(l.Lone, filepath.Clean(p))
			continue
		}
		found := walk(os.DirFS(p))
		for _, name := range below(p, found.names) {
			l.Files = append(l.Files, File{name, from})
		}
		l.Folders = append(l.Folders, below(p, found.folders)...)
		for _, e := range found.problems {
			l.Problems = append(l.Problems, &Error{filepath.Join(p, e.File), 0, e.Err})
		}
		l.Problems = append(l.Problems, found.skipped(p)...)
	}
	l.Files = unique(l.Files)
	return l
}

// listBuiltin lists the built-in reports that paths ask for, and gives the other
// paths, among them those that ask for one that there is not.
func listBuiltin(paths []string) (l Listing, rest []string) {
	var all Listing
	for _, p := range paths {
		name, builtin := strings.CutPrefix(p, BuiltinPath)
		if builtin && all.Files == nil {
			all = listFS(Builtin())
		}
		found := slices.DeleteFunc(slices.Clone(all.Files), func(f File) bool { return !builtin || !strings.HasPrefix(f.Path, name) })
		if len(found) == 0 {
			rest = append(rest, p)
		}
		l.Files = append(l.Files, found...)
	}
	for _, f := range l.Files {
		f.from.builtin = true
	}
	return l, rest
}

// listFS lists all documents of a file system.
func listFS(fsys fs.FS) Listing {
	found, from := walk(fsys), inside(fsys)
	l := Listing{Problems: append(found.problems, found.skipped(".")...)}
	for _, name := range found.names {
		l.Files = append(l.Files, File{name, from})
	}
	return l
}

// unique is the files without repetition.
func unique(list []File) []File {
	seen := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(f File) bool {
		again := seen[f.Key()]
		seen[f.Key()] = true
		return again
	})
}

// Result is a file that was read: the report, nil where nothing could be, those that it is
// shown as (see [Shares]), and what is wrong with it.
type Result struct {
	Path     string
	Report   *model.Report
	Shares   []*model.Report
	Problems ErrorList
}

// ReadFile reads one file. Nothing keeps its bytes, so that the next may have their
// room.
func (o Options) ReadFile(f File) Result {
	room, again := f.from.rooms.Get().(*[]byte)
	if !again {
		room = new([]byte)
	}
	defer f.from.rooms.Put(room)
	raw, err := f.from.read(*room, f.Path)
	if cap(raw) > cap(*room) {
		*room = raw[:0]
	}
	if err != nil {
		return Result{Path: f.Path, Problems: ErrorList{{f.Path, 0, cause(err)}}}
	}
	report, problems := o.cached(f.Path, raw, o.told(raw, f.Beside()))
	shares, problems := shared(report, problems)
	return Result{f.Path, report, shares, problems}
}

// ErrStopped is the problem of a reading that was stopped before its end.
var ErrStopped error = lang.Say("part.stopped")

// load reads the files on all cores; the order of reports and problems depends
// on the names alone.
func (o Options) load(list Listing) (*model.Corpus, error) {
	results := make([]Result, len(list.Files))
	o.ReadFiles(list.Files, nil, func(i int, r Result) { results[i] = r })
	return list.Gather(results)
}

// ReadFiles reads files on all cores, roughly in their order, until all are read
// or stop is closed. What became of each is told by its index, from several
// goroutines.
func (o Options) ReadFiles(list []File, stop <-chan struct{}, done func(i int, r Result)) {
	order, text := largestFirst(list)
	o.missed = ease(text, o.Cache != nil)
	defer o.missed()
	busy.Add(1)
	defer busy.Add(-1)
	onAllCores(len(list), func(n int) {
		if !closed(stop) {
			done(order[n], o.ReadFile(list[order[n]]))
		}
	})
}

// busy are those that read, or help with a part of a report: where every core has a report of
// its own, nobody needs help.
var busy atomic.Int64

// onAllCores does a work of so many parts, roughly in their order: the caller, and who is
// free to help. A fault of one is the caller's.
func onAllCores(parts int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	var fault atomic.Pointer[any]
	work := func() {
		defer func() {
			if x := recover(); x != nil {
				fault.Store(&x)
			}
		}()
		for i := int(next.Add(1)) - 1; i < parts; i = int(next.Add(1)) - 1 {
			do(i)
		}
	}
	cores := int64(runtime.GOMAXPROCS(0))
	for more := min(cores, int64(parts)) - 1; more > 0; more-- {
		if busy.Add(1) > cores {
			busy.Add(-1)
			break
		}
		wg.Go(func() {
			defer busy.Add(-1)
			work()
		})
	}
	work()
	wg.Wait()
	if x := fault.Load(); x != nil {
		panic(*x)
	}
}

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// Gather makes a corpus of what became of the listed files; the error, when there
// is one, is an ErrorList of all problems.
func (l Listing) Gather(results []Result) (*model.Corpus, error) {
	corpus, problems := l.SoFar(results)
	return corpus, append(problems, twice(corpus.Reports)...).sorted()
}

// SoFar is Gather for what is read before the end. Which reports are one and the same
// is not told: to compare all texts each time would take longer than to read them.
func (l Listing) SoFar(results []Result) (*model.Corpus, ErrorList) {
	problems := l.Trouble()
	var all []*model.Report
	for _, r := range results {
		all = append(all, r.Shares...)
		problems = append(problems, r.Problems...)
	}
	return model.NewCorpus(all), problems
}

// Trouble is what is wrong with the paths themselves and, once files were read, with
// the lists beside them.
func (l Listing) Trouble() ErrorList {
	problems := slices.Clone(l.Problems)
	told := map[*files]bool{}
	for _, f := range l.Files {
		if !told[f.from] {
			told[f.from] = true
			problems = append(problems, f.from.beside.problems()...)
		}
	}
	return problems
}

// large is how many bytes make a file one of those that are read first.
const large = 256 << 10

// largestFirst are the indexes of the files in the order of their work: a large
// file taken last would keep one core busy while the others wait. The others are
// taken in their order, so that what is shown meanwhile grows at its end. With them
// comes how many bytes of text there may be.
func largestFirst(list []File) (order []int, text int64) {
	order = make([]int, len(list))
	sizes := make([]int64, len(list))
	var all atomic.Int64
	onAllCores(len(list), func(i int) {
		order[i] = i
		info, err := list[i].Stat()
		if err != nil {
			return
		}
		all.Add(min(info.Size(), textAtMost))
		if info.Size() >= large {
			sizes[i] = info.Size()
		}
	})
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(sizes[j], sizes[i]) })
	return order, all.Load()
}

// ahead is how many files of a stream are read or wait to be, for each core.
const ahead = 4

// Named are the files of the system with these paths.
func Named(paths iter.Seq[string]) iter.Seq[File] {
	from := system()
	return func(yield func(File) bool) {
		for name := range paths {
			if !yield(File{filepath.Clean(name), from}) {
				return
			}
		}
	}
}

// Stream reads files as they come, on all cores, and gives them in their order. It
// holds a few reports at a time, so that there may be any number; what cannot be
// read never ends it.
func (o Options) Stream(list iter.Seq[File]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		cores := make(chan struct{}, runtime.GOMAXPROCS(0))
		queue := make(chan chan Result, ahead*cap(cores))
		done := make(chan struct{})
		defer close(done)
		go func() {
			defer close(queue)
			for f := range list {
				slot := make(chan Result, 1)
				select {
				case queue <- slot:
				case <-done:
					return
				}
				go func() {
					cores <- struct{}{}
					busy.Add(1)
					result := o.ReadFile(f)
					busy.Add(-1)
					<-cores
					slot <- result
				}()
			}
		}()
		for slot := range queue {
			if !yield(<-slot) {
				return
			}
		}
	}
}
