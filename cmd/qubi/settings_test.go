package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/lang"
)

// Every line is told with its place and what is allowed, and costs itself alone.
func TestSettings(t *testing.T) {
	for _, test := range []struct {
		name, file string
		want       settings
		wrong      []string // the beginning of each complaint after the path
	}{
		{name: "all of it",
			file: "language = \"en\"\nambiguous = \"2\"\nascii = true\n[keys]\nexport = [\"X\"]\n[colours]\ntitle = \"bold blue\"\n",
			want: settings{Language: "en", Ambiguous: "2", ASCII: true,
				Keys: map[string][]string{"export": {"X"}}, Colours: map[string]string{"title": "bold blue"}}},
		{name: "as another system writes it",
			file: "\ufefflanguage = \"en\"\r\nascii = true\r\n",
			want: settings{Language: "en", ASCII: true}},
		{name: "in GB18030",
			file: "ascii = true # \xd6\xd0\xce\xc4\n",
			want: settings{ASCII: true}},
		{name: "plain values, one key, keys as the help writes them",
			file: "ambiguous = 2\n[keys]\nmark = \"Insert\"\nexport = [\"Ctrl-E\", \"Shift-F2\", \"ctrl+alt+x\"]\ndim = \"Shift+e\"\n[colors]\ntitle = 214\n",
			want: settings{Ambiguous: "2", Keys: map[string][]string{"mark": {"insert"}, "export": {"ctrl+e", "shift+f2", "ctrl+alt+x"}, "dim": {"E"}},
				Colours: map[string]string{"title": "214"}}},
		{name: "wrong values and types",
			file:  "ascii = \"yes\"\nlanguage = \"fr\"\nambiguous = 3\nthemes = 5\nkeys = 1\n",
			wrong: []string{`:1: ascii is "yes"; it can be true or false`, `:2: language is "fr"; it can be zh or en`, `:3: ambiguous is 3; it can be auto, 1 or 2`, `:4: themes is the name of a file`, `:5: keys is a section; write [keys]`}},
		{name: "an unknown setting is named",
			file:  "# mine\nascii = true\ncolor = \"red\"\n[key]\nx = [\"a\"]\n",
			want:  settings{ASCII: true},
			wrong: []string{`:3: there is no setting "color"; there are language, ambiguous, ascii, themes, cite, [keys] and [colours]`, `:4: there is no setting "key"`}},
		{name: "unknown commands, keys, roles and colours are named where they stand",
			file: "[keys]\nnonsense = [\"x\"]\nmark = [\"Strg+x\"]\nexport = []\nzoom = [3]\n[colours]\n\"nonsense\" = \"red\"\ntitle = \"puce\"\n",
			wrong: []string{`:2: there is no command "nonsense"; there are up down`, `:3: there is no key "Strg+x"; a key is one character or up down`, `:4: export wants a list of keys, as in ["x", "ctrl+s"]`, `:5: zoom wants a list`,
				`:7: unknown role "nonsense"; roles are plain`, `:8: "puce" is no colour; allowed are 0 to 255`}},
		{name: "a key that another command has is refused",
			file:  "[keys]\nmark = [\"q\"]\nexport = [\"X\"]\n",
			want:  settings{Keys: map[string][]string{"export": {"X"}}},
			wrong: []string{`:2: the key "q" of mark is a key of quit already; the usual keys of mark hold`}},
		{name: "keys may be exchanged, and shared where they were",
			file: "[keys]\nup = [\"j\"]\ndown = [\"k\"]\nnote = [\"N\"]\n",
			want: settings{Keys: map[string][]string{"up": {"j"}, "down": {"k"}, "note": {"N"}}}},
		{name: "lines that are no TOML",
			file:  "= what\nascii = true\nlanguage = \"en\nambiguous = \"1\"\n",
			want:  settings{ASCII: true, Ambiguous: "1"},
			wrong: []string{`:1: this is no TOML, the name before the equals sign is missing (invalid character at start of key: U+003D '='); write name = value`, `:3: this is no TOML`}},
		{name: "no text", file: "\x00\x01\x02\x00\x00\xff", wrong: []string{":1: this is no TOML"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(path, []byte(test.file), 0o644); err != nil {
				t.Fatal(err)
			}
			got, wrong := readSettings(path)
			if len(got.Keys) == 0 {
				got.Keys = nil // all of them were refused
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("settings are %+v, want %+v", got, test.want)
			}
			if len(wrong) != len(test.wrong) {
				t.Fatalf("complaints are %v, want %q", wrong, test.wrong)
			}
			for i, err := range wrong {
				if !strings.HasPrefix(err.Error(), path+test.wrong[i]) {
					t.Errorf("complaint is\n\t%v, want\n\t%s", err, path+test.wrong[i])
				}
				if zh := lang.Told(err, model.Chinese); !strings.HasPrefix(zh, path) || zh == err.Error() {
					t.Errorf("no Chinese for %v", err)
				}
			}
		})
	}
}

// TestSettingsInChinese states that who reads Chinese reads in Chinese what is
// wrong with a line, before any words of the library.
func TestSettingsInChinese(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	for line, want := range map[string]string{
		`language = "en`:    "引号没有合上",
		"language en":       "缺等号",
		"= what":            "等号前缺名称",
		"language =":        "等号后缺值",
		"language = “en”":   "引号和等号要用英文的",
		"[keys":             "节名要写成 [名称]",
		"language = en zh ": "值或名称写得不对",
	} {
		if err := os.WriteFile(path, []byte(line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		_, wrong := readSettings(path)
		if len(wrong) == 0 {
			t.Errorf("%q is taken", line)
		} else if got := lang.Told(wrong[0], model.Chinese); !strings.HasPrefix(got, path+":1: 这一行不是 TOML："+want+"；") {
			t.Errorf("%q gives %s, want %s", line, got, want)
		}
	}
	p := &program{lexicon: filepath.Join(t.TempDir(), "missing.tsv")}
	_, err := p.reading()
	if got := lang.Told(p.themesWrong(err), model.Chinese); !strings.Contains(got, "仍用内置词表："+p.lexicon+"：没有这个文件；") {
		t.Errorf("a missing file of themes gives %s", got)
	}
	p.lexicon = path
	_, err = p.reading()
	if got := lang.Told(p.themesWrong(err), model.Chinese); !strings.Contains(got, "每行写词、主题") {
		t.Errorf("a file of no themes gives %s", got)
	}
}

func TestSettingsWithoutAFile(t *testing.T) {
	for _, path := range []string{"", filepath.Join(t.TempDir(), "config.toml")} {
		if got, wrong := readSettings(path); !reflect.DeepEqual(got, settings{}) || wrong != nil {
			t.Errorf("readSettings(%q) = %+v, %v; want nothing at all", path, got, wrong)
		}
	}
	if _, wrong := readSettings(t.TempDir()); len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "the defaults hold") {
		t.Errorf("a folder in the file's place gives %v", wrong)
	}
}

// TestEnvironment states what of the process's environment counts.
func TestEnvironment(t *testing.T) {
	set := func(pairs map[string]string) environment {
		return readEnvironment(func(name string) string { return pairs[name] })
	}
	for locale, want := range map[string]string{"": "zh", "C.UTF-8": "zh", "zh_CN.UTF-8": "zh", "en_US.UTF-8": "en", "en": "en"} {
		if got := set(map[string]string{"LANG": locale}).lang; got != want {
			t.Errorf("LANG=%s gives %s, want %s", locale, got, want)
		}
	}
	if got := set(map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}).lang; got != "en" {
		t.Errorf("LC_ALL does not go before LANG: %s", got)
	}
	home := filepath.Join(string(filepath.Separator), "home", "li")
	if got, want := set(map[string]string{"HOME": home, "XDG_CONFIG_HOME": "relative"}).configDir, filepath.Join(home, ".config", "qubi"); got != want && filepath.IsAbs(home) {
		t.Errorf("settings are sought in %s, want %s", got, want)
	}
	if got := set(nil).stateDir; got != "" {
		t.Errorf("without a home, state goes to %q", got)
	}
	if !set(map[string]string{"NO_COLOR": "1"}).noColor {
		t.Error("NO_COLOR is not heeded")
	}
}
