package main

import (
	"bytes"
	"context"
	"hash/fnv"
	"path"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"qubi/data"
	"qubi/model"
	"qubi/model/export"
)

// registerFunctions tells Beam what may be sent to other machines. It comes
// before beam.Init, in main and on every worker, which is the same program.
func registerFunctions() {
	register.DoFn3x1[context.Context, fileio.ReadableFile, func(string, string), error](&readFn{})
	register.DoFn2x2[string, string, int, string](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&sink{})
	register.Emitter2[string, string]()
	register.Iter1[string]()
}

// facts is the whole pipeline: files to lines to files.
func facts(s beam.Scope, pattern string, out sink) {
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern))
	lines := beam.ParDo(s, &readFn{}, beam.Reshuffle(s, files)) // spread the files over the workers
	shards := beam.ParDo(s, &shardFn{Shards: out.Shards}, lines)
	beam.ParDo0(s, &out, beam.GroupByKey(s, shards))
}

// readFn reads one report.
type readFn struct{}

// ProcessElement emits the report's facts, a line each, by its path. A file that
// cannot be read is told in the log and never ends the run.
func (*readFn) ProcessElement(ctx context.Context, f fileio.ReadableFile, emit func(string, string)) error {
	raw, err := f.Read(ctx)
	if err != nil {
		log.Warnf(ctx, "%s: %v", f.Metadata.Path, err)
		return nil
	}
	shares, err := data.Options{}.ReadShares(path.Base(f.Metadata.Path), raw)
	if err != nil {
		log.Warnf(ctx, "%v", err)
	}
	var b bytes.Buffer
	for _, r := range model.NewCorpus(shares).Reports {
		if err := export.Facts(&b, r.Facts); err != nil {
			return err
		}
	}
	for line := range bytes.Lines(b.Bytes()) {
		emit(f.Metadata.Path, string(bytes.TrimRight(line, "\n")))
	}
	return nil
}

// shardFn spreads reports over files: all facts of one lie in one.
type shardFn struct{ Shards int }

// ProcessElement gives a line the number of its file.
func (f *shardFn) ProcessElement(report, line string) (int, string) {
	h := fnv.New32a()
	h.Write([]byte(report))
	return int(h.Sum32() % uint32(f.Shards)), line
}
