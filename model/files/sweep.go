package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A temporary file is named after the process that writes it, so that what a
// process left behind that was killed can be told from what one is writing.
const tempPrefix, tempSuffix = ".qubi-", ".tmp"

// orphanAge is when a temporary file of another host, whose processes cannot be
// seen from here, counts as left behind.
const orphanAge = 24 * time.Hour

// tempName is a name that no other process gives.
func tempName() string {
	return fmt.Sprintf("%s%d-%d-%s%s", tempPrefix, os.Getpid(), time.Now().UnixNano(), host(), tempSuffix)
}

// host is this host's name, fit for a file's.
func host() string {
	name, _ := os.Hostname()
	return strings.Map(func(r rune) rune {
		if os.IsPathSeparator(byte(r)) || r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, name)
}

// sweep takes away what killed processes left in a folder. It is no harm where
// that fails: nobody reads these files.
func sweep(folder string) {
	left, _ := filepath.Glob(filepath.Join(escaped(folder), tempPrefix+"*-*-*"+tempSuffix))
	for _, path := range left {
		var pid int
		var made int64
		var where string
		name := strings.TrimSuffix(filepath.Base(path), tempSuffix)
		if n, _ := fmt.Sscanf(name, tempPrefix+"%d-%d-%s", &pid, &made, &where); n < 2 {
			continue
		}
		if where == host() && !running(pid) || time.Since(time.Unix(0, made)) > orphanAge {
			os.Remove(path)
		}
	}
}

// escaped is a folder's path as a pattern that means it alone.
func escaped(folder string) string {
	if filepath.Separator == '\\' { // there a pattern knows no escapes
		return folder
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(folder)
}
