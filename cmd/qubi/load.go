package main

import (
	"os"
	"path/filepath"
	"strings"

	"qubi/data/extract"
	"qubi/model"
)

// load reads files and folders; a corpus comes along with the problems met.
func (p *program) load(paths []string) (*model.Corpus, error) {
	if len(paths) == 0 {
		paths, _ = filepath.Glob("data/reports/*.txt")
	}
	var reports []*model.Report
	var failed error
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			failed = err
			continue
		}
		text := string(raw)
		doc := &model.Document{File: filepath.Base(path), Path: path, Encoding: "UTF-8", Original: text, Text: text}
		for at, line := 0, ""; at < len(text); at += len(line) {
			line, _, _ = strings.Cut(text[at:], "\n")
			if line != "" {
				doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: at, End: at + len(line)})
			}
			line += "\n"
		}
		reports = append(reports, extract.Report(doc))
	}
	return model.NewCorpus(reports), failed
}
