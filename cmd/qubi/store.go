package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"sync"

	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/project"
)

// store keeps a project in its file. Every change is on the disk when Save
// returns; what another program wrote to the file since is brought together with
// it, so that neither loses a decision.
type store struct {
	path string

	mu   sync.Mutex
	base project.Project // as last read or written here
}

// openStore reads the project at the path; one that is not there yet is empty,
// and its file comes with the first decision.
func openStore(path string) (*store, error) {
	s := &store{path: path}
	var err error
	s.base, err = readProject(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return s, err
}

// store is the project that --project names.
func (p *program) store() (*store, error) {
	if p.projectFile == "" {
		return nil, misuse("usage.project", project.Extension)
	}
	return openStore(p.projectFile)
}

// readProject reads a project file. Its errors name the file and what to do.
func readProject(path string) (project.Project, error) {
	raw, err := files.Read(path, files.StateLimit)
	if err != nil {
		return project.Project{}, err
	}
	p, err := project.Read(bytes.NewReader(raw))
	switch {
	case errors.As(err, new(*project.NewerError)):
		return p, lang.Say("fail.file", path, err)
	case err != nil:
		return p, lang.Say("fail.project", path, err)
	}
	return p, nil
}

// project is the project as last read or written.
func (s *store) project() project.Project {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.base
}

// Save writes what became of the project. What it gives is what the file holds
// then: with the decisions of others, and the conflicts where they decided
// otherwise on the same thing.
func (s *store) Save(p project.Project) (all project.Project, conflicts []project.Conflict, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = files.Update(lockOf(s.path), func() (err error) {
		all, conflicts, err = s.write(p)
		return err
	}, func() bool { // where the file system knows no locks, another program may have written over it
		now, err := readProject(s.path)
		return err == nil && now.Text() == all.Text()
	})
	if err != nil {
		return p, nil, err
	}
	s.base = all
	return all, conflicts, nil
}

// lockOf is the file beside the project's that stands for it while it is
// written: the project's own is another file after each writing.
func lockOf(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// write brings our changes into the file.
func (s *store) write(p project.Project) (project.Project, []project.Conflict, error) {
	theirs, err := readProject(s.path)
	var conflicts []project.Conflict
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return p, nil, err
	default:
		p, conflicts = p.Merge(s.base, theirs)
	}
	return p, conflicts, files.Replace(s.path, true, p.Write)
}
