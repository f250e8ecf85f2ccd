package data

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestHeadsDump(t *testing.T) {
	dir := os.Getenv("QUBI_GOLD")
	c, err := Load(Builtin())
	t.Log(err)
	for _, r := range c.Reports {
		t.Logf("%s %+v", r.File, r.Head)
	}
	for _, glob := range []string{dir + "/other/*.txt", dir + "/garbled/??.txt", "/work/goldx/dev/*.txt"} {
		fs, _ := filepath.Glob(glob)
		c, err = LoadPaths(fs)
		t.Log(err)
		for i, r := range c.Reports {
			b, _ := os.ReadFile(fs[i][:len(fs[i])-3] + "json")
			var g struct{ Report json.RawMessage }
			json.Unmarshal(b, &g)
			t.Logf("%s %q %s pub %s ev %s src %q city %s cov %s\n      %s", r.File, r.Head.Title, r.Head.District, r.Head.Published.Format("2006-01-02"), r.Head.Event.Format("2006-01-02"), r.Head.Source, r.Head.City, r.Head.Covers.Label, g.Report)
		}
	}
}
