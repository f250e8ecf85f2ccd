package main

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"qubi/tui"
)

// anything but the key or role "nonsense" may stand.
var lenient = checker{
	key: func(command string, _ []string) error {
		if command == "nonsense" {
			return errors.New(`there is no command "nonsense"`)
		}
		return nil
	},
	clash: tui.KeyClash,
	colour: func(role, _ string) error {
		if role == "nonsense" {
			return errors.New(`there is no role "nonsense"`)
		}
		return nil
	},
}

func TestSettings(t *testing.T) {
	for _, test := range []struct {
		name, file string
		want       settings
		wrong      []string // end of each complaint after the path
	}{
		{name: "all of it",
			file: "language = \"en\"\nambiguous = \"2\"\nascii = true\n[keys]\nexport = [\"X\"]\n[colours]\ntitle = \"bold\"\n",
			want: settings{Language: "en", Ambiguous: "2", ASCII: true,
				Keys: map[string][]string{"export": {"X"}}, Colours: map[string]string{"title": "bold"}}},
		{name: "one wrong line costs one setting",
			file:  "ascii = true\nlanguage = \"fr\"\nambiguous = \"3\"\n",
			want:  settings{ASCII: true},
			wrong: []string{`:2: language is "fr"; it can be zh or en`, `:3: ambiguous is "3"; it can be auto, 1 or 2`}},
		{name: "an unknown setting is named",
			file:  "# mine\nascii = true\ncolor = \"red\"\n",
			want:  settings{ASCII: true},
			wrong: []string{`:3: there is no setting "color"; there are language, ambiguous, ascii, themes, [keys] and [colours]`}},
		{name: "unknown commands and roles are named where they stand",
			file:  "[keys]\nnonsense = [\"x\"]\n[colours]\n\"nonsense\" = \"red\"\n",
			want:  settings{Keys: map[string][]string{}, Colours: map[string]string{}},
			wrong: []string{`:2: there is no command "nonsense"`, `:4: there is no role "nonsense"`}},
		{name: "a key that another command has is refused",
			file:  "[keys]\nmark = [\"q\"]\nexport = [\"X\"]\n",
			want:  settings{Keys: map[string][]string{"export": {"X"}}},
			wrong: []string{`:2: the key "q" of mark is a key of quit already; the usual keys of mark hold`}},
		{name: "keys may be exchanged, and shared where they were",
			file: "[keys]\nup = [\"j\"]\ndown = [\"k\"]\nnote = [\"N\"]\n",
			want: settings{Keys: map[string][]string{"up": {"j"}, "down": {"k"}, "note": {"N"}}}},
		{name: "a line that is no TOML costs itself only",
			file:  "ascii = true\n= what\nlanguage = \"en\n[keys]\nexport = [\"X\"]\n",
			want:  settings{ASCII: true, Keys: map[string][]string{"export": {"X"}}},
			wrong: []string{`:2: invalid character at start of key: U+003D '='; the line is left out`, `:3: basic strings cannot have new lines; the line is left out`}},
		{name: "a value of another form is told in words of the file",
			file: "ascii = \"no\"\nlanguage = 1\nkeys = \"x\"\n[colours]\ntitle = [\"bold\"]\nfaint = \"bold\"\n",
			want: settings{Colours: map[string]string{"faint": "bold"}},
			wrong: []string{`:1: ascii is "no"; it must be true or false, without quotes`, `:2: language is 1; it must be "zh" or "en"`,
				`:3: keys is "x"; it must be a section: [keys] on a line of its own, the keys below`,
				`:5: title is [bold]; it must be a look, as in "bold blue"`}},
		{name: "a number and a lone key are what they can only mean",
			file: "ambiguous = 2\n[keys]\nexport = \"X\"\n",
			want: settings{Ambiguous: "2", Keys: map[string][]string{"export": {"X"}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(path, []byte(test.file), 0o644); err != nil {
				t.Fatal(err)
			}
			got, wrong := readSettings(path, lenient)
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("settings are %+v, want %+v", got, test.want)
			}
			if len(wrong) != len(test.wrong) {
				t.Fatalf("complaints are %v, want %q", wrong, test.wrong)
			}
			for i, err := range wrong {
				if err.Error() != path+test.wrong[i] {
					t.Errorf("complaint is\n\t%v, want\n\t%s", err, path+test.wrong[i])
				}
			}
		})
	}
}

func TestSettingsWithoutAFile(t *testing.T) {
	for _, path := range []string{"", filepath.Join(t.TempDir(), "config.toml")} {
		if got, wrong := readSettings(path, lenient); !reflect.DeepEqual(got, settings{}) || wrong != nil {
			t.Errorf("readSettings(%q) = %+v, %v; want nothing at all", path, got, wrong)
		}
	}
	if _, wrong := readSettings(t.TempDir(), lenient); len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "the defaults hold") {
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
