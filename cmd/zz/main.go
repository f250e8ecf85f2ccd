package main

import (
	"os"
	"path/filepath"

	"qubi/data"
	"qubi/model"
	"qubi/model/export"
)

func main() {
	for _, p := range os.Args[2:] {
		raw, _ := os.ReadFile(p)
		rs, _ := data.Options{}.ReadShares(filepath.Base(p), raw)
		for _, r := range model.NewCorpus(rs).Reports {
			export.Facts(os.Stdout, r.Facts)
		}
	}
}
