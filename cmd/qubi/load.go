package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"qubi/model"
)

// load reads the reports at the paths: files, folders, or the one path - for a
// report on standard input, which goes by the given name; the built-in ones
// where there are no paths. It always gives a corpus, with what could be read;
// the error says what could not. A command line that asks for both standard
// input and files is the only case without a corpus.
//
// Problems inside a report that was read (a line that stayed damaged, no
// district named) are no failure: they come as a list, and --verbose says them.
func (p *program) load(paths []string, name string) (*model.Corpus, []problem, error) {
	corpus, err := p.read(paths, name)
	if corpus == nil {
		return nil, nil, err
	}
	var inside, unread []problem
	for _, q := range problems(err) {
		if q.inside() {
			inside = append(inside, q)
		} else {
			unread = append(unread, q)
		}
	}
	p.tell(corpus, inside)
	return corpus, inside, p.failure(unread)
}

// read is load without the sorting of problems.
func (p *program) read(paths []string, name string) (*model.Corpus, error) {
	switch {
	case slices.Equal(paths, []string{"-"}):
		raw, err := io.ReadAll(p.in)
		if err != nil {
			return model.NewCorpus(nil), fmt.Errorf("cannot read standard input: %w", err)
		}
		report, err := readReport(or(name, "-"), raw)
		if report == nil {
			return model.NewCorpus(nil), err
		}
		return model.NewCorpus([]*model.Report{report}), err
	case slices.Contains(paths, "-"):
		return nil, misuse("- (standard input) stands alone; give files and folders in a run of their own")
	case name != "":
		return nil, misuse("--name is for standard input; a file has its own")
	case len(paths) == 0:
		return builtin()
	}
	return loadPaths(paths)
}

// tell says with --verbose what was read.
func (p *program) tell(corpus *model.Corpus, inside []problem) {
	if !p.verbose {
		return
	}
	facts := 0
	for _, r := range corpus.Reports {
		facts += len(r.Facts)
		p.note("%s: %s, %d characters, %d facts, %d repairs", r.Path, r.Encoding, len([]rune(r.Text)), len(r.Facts), len(r.Repairs))
	}
	for _, q := range inside {
		p.note("%s", q)
	}
	p.note("%d reports of %d districts, %d facts", len(corpus.Reports), len(corpus.Districts), facts)
}

// failure is one sentence about all that could not be read; --verbose gives
// each its own.
func (p *program) failure(unread []problem) error {
	switch {
	case len(unread) == 0:
		return nil
	case len(unread) == 1:
		return unread[0].advice()
	case p.verbose:
		all := make([]error, len(unread))
		for i, q := range unread {
			all[i] = q.advice()
		}
		return errors.Join(all...)
	}
	return fmt.Errorf("%w (and %d more, which --verbose lists)", unread[0].advice(), len(unread)-1)
}

// districts are the names of the districts at the paths, for completion.
func (p *program) districts(paths []string) []string {
	corpus, _ := p.read(paths, "")
	if corpus == nil {
		return nil
	}
	var names []string
	for _, d := range corpus.Districts {
		names = append(names, d.Name+"\t"+d.City)
	}
	return names
}
