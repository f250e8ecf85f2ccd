// Qubi-beam reads reports on any runner of Apache Beam: a pattern of files in,
// their facts out as JSON Lines or Parquet in so many files.
//
//	qubi-beam --input 'gs://bucket/reports/*.pdf' --output gs://bucket/facts --shards 16
//
// The lines are those of qubi facts, in no order. It is a module of its own, so
// that qubi itself stays small.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"
)

func main() {
	input := flag.String("input", "", "pattern of the reports: a path, gs://… or s3://…")
	output := flag.String("output", "facts", "how the paths of the files begin that are written")
	format := flag.String("format", jsonLines, "jsonl or parquet")
	shards := flag.Int("shards", 8, "number of the files that are written")
	runner := flag.String("runner", "prism", "prism (on this machine) or universal (a server, --endpoint host:port)")
	registerFunctions()
	flag.Parse()
	beam.Init()
	if err := checked(*input, *format, *shards); err != nil {
		fmt.Fprintln(os.Stderr, "qubi-beam:", err)
		os.Exit(2)
	}
	pipeline, scope := beam.NewPipelineWithRoot()
	facts(scope, *input, sink{Prefix: *output, Format: *format, Shards: *shards})
	if _, err := beam.Run(context.Background(), *runner, pipeline); err != nil {
		fmt.Fprintln(os.Stderr, "qubi-beam:", err)
		os.Exit(1)
	}
}

// checked says what is wrong with a command line.
func checked(input, format string, shards int) error {
	switch {
	case input == "":
		return fmt.Errorf("--input names no reports; give a pattern such as 'reports/*.txt'")
	case format != jsonLines && format != parquetFiles:
		return fmt.Errorf("--format is %q; it can be %s or %s", format, jsonLines, parquetFiles)
	case shards < 1:
		return fmt.Errorf("--shards is %d; give 1 or more", shards)
	}
	return nil
}
