package main

import "runtime/debug"

// release and commit are what a release was built as and from; "" in a build by
// hand, whose version the go command knows.
var release, commit string

// version is the module's version with the commit it was built from, as far as
// the go command recorded them.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "of unknown version"
	}
	if release != "" {
		info.Main.Version = release
		info.Settings = append(info.Settings, debug.BuildSetting{Key: "vcs.revision", Value: commit})
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
	revision := settings["vcs.revision"]
	if revision == "" {
		return text + ", commit not recorded"
	}
	text += ", commit " + revision[:min(12, len(revision))]
	if settings["vcs.modified"] == "true" {
		text += ", modified"
	}
	return text
}
