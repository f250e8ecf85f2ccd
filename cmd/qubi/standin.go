package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"qubi/data/extract"
	"qubi/model"
)

// What follows is replaced by package data and model/export.

func builtin() (*model.Corpus, error) {
	paths, _ := filepath.Glob("data/reports/*.txt")
	return loadPaths(paths)
}

func loadPaths(paths []string) (*model.Corpus, error) {
	var reports []*model.Report
	var all []error
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			all = append(all, problem{path, 0, errors.Unwrap(err)})
			continue
		}
		r, _ := readReport(path, raw)
		reports = append(reports, r)
	}
	return model.NewCorpus(reports), errors.Join(all...)
}

func readReport(path string, raw []byte) (*model.Report, error) {
	text := string(raw)
	doc := &model.Document{File: filepath.Base(path), Path: path, Encoding: "UTF-8", Original: text, Text: text}
	for at, line := 0, ""; at < len(text); at += len(line) {
		line, _, _ = strings.Cut(text[at:], "\n")
		if line != "" {
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: at, End: at + len(line)})
		}
		line += "\n"
	}
	return extract.Report(doc), nil
}

func problems(err error) []problem {
	var all []problem
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range j.Unwrap() {
			all = append(all, e.(problem))
		}
	}
	return all
}
