package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/parquet-go/parquet-go"
)

// The formats.
const (
	jsonLines    = "jsonl"
	parquetFiles = "parquet"
)

// sink writes the files.
type sink struct {
	Prefix, Format string
	Shards         int
}

// ProcessElement writes one file.
func (s *sink) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s-%05d-of-%05d.%s", s.Prefix, shard, s.Shards, s.Format)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, fs.Close()) }()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	write := writeLines
	if s.Format == parquetFiles {
		write = writeParquet
	}
	return errors.Join(write(file, lines), file.Close())
}

func writeLines(w io.Writer, lines func(*string) bool) error {
	b := bufio.NewWriter(w)
	for line := ""; lines(&line); {
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.Flush()
}

// row is a fact of the contract in columns, by the same names.
type row struct {
	Kind       string   `json:"kind" parquet:"kind,dict"`
	District   string   `json:"district" parquet:"district,dict"`
	City       string   `json:"city" parquet:"city,dict"`
	Report     string   `json:"report" parquet:"report,dict"`
	Title      string   `json:"title" parquet:"title,dict"`
	Published  string   `json:"published" parquet:"published,dict"`
	Name       string   `json:"name" parquet:"name"`
	Indicator  string   `json:"indicator" parquet:"indicator,dict"`
	Value      *float64 `json:"value" parquet:"value,optional"`
	Unit       string   `json:"unit" parquet:"unit,dict"`
	BaseValue  *float64 `json:"base_value" parquet:"base_value,optional"`
	BaseUnit   string   `json:"base_unit" parquet:"base_unit,dict"`
	Bound      string   `json:"bound" parquet:"bound,dict"`
	Period     string   `json:"period" parquet:"period,dict"`
	Change     string   `json:"change" parquet:"change"`
	Rank       string   `json:"rank" parquet:"rank"`
	Stage      string   `json:"stage" parquet:"stage,dict"`
	Tier       string   `json:"tier" parquet:"tier,dict"`
	Group      string   `json:"group" parquet:"group,dict"`
	Themes     []string `json:"themes" parquet:"themes,list"`
	Quote      string   `json:"quote" parquet:"quote"`
	Sentence   string   `json:"sentence" parquet:"sentence"`
	Paragraph  int      `json:"paragraph" parquet:"paragraph"`
	Start      int      `json:"start" parquet:"start"`
	End        int      `json:"end" parquet:"end"`
	Line       int      `json:"line" parquet:"line"`
	Flags      []string `json:"flags" parquet:"flags,list"`
	Whole      string   `json:"whole" parquet:"whole"`
	ID         string   `json:"id" parquet:"id"`
	Owner      string   `json:"owner" parquet:"owner"`
	Scope      string   `json:"scope" parquet:"scope"`
	Versus     string   `json:"versus" parquet:"versus"`
	Within     string   `json:"within" parquet:"within,dict"`
	Rule       string   `json:"rule" parquet:"rule,dict"`
	Confidence float64  `json:"confidence" parquet:"confidence"`
	Page       *int     `json:"page" parquet:"page,optional"`
	Cell       string   `json:"cell" parquet:"cell"`
}

func writeParquet(w io.Writer, lines func(*string) bool) error {
	p := parquet.NewGenericWriter[row](w, parquet.Compression(&parquet.Zstd))
	for line := ""; lines(&line); {
		var r row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return err
		}
		if _, err := p.Write([]row{r}); err != nil {
			return err
		}
	}
	return p.Close()
}
