package main

import "runtime/debug"

// release is the version that a release was given when it was built; "" in a
// build by hand, whose version the go command knows.
var release string

// version is the module's version with the commit it was built from, as far as
// the go command recorded them.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "of unknown version"
	}
	if release != "" {
		info.Main.Version = release
	}
	return describe(info)
}

// describe is one line about a build: (devel), commit 0123456789ab, modified.
func describe(info *debug.BuildInfo) string {
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	commit := settings["vcs.revision"]
	if commit == "" {
		return text + ", commit not recorded"
	}
	text += ", commit " + commit[:min(12, len(commit))]
	if settings["vcs.modified"] == "true" {
		text += ", modified"
	}
	return text
}
