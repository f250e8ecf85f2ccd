package tui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/lang"
	"qubi/tui/ask"
	"qubi/tui/keymap"
)

// TestKeysDoNotClash holds that a key has one meaning, unless the command
// that comes first can be off: then the later one may have it.
func TestKeysDoNotClash(t *testing.T) {
	first := map[string]command{}
	for _, c := range commands() {
		for _, k := range c.keys {
			if before, taken := first[k]; taken && before.off == nil {
				t.Errorf("%q means %s and %s", k, before.id, c.id)
			}
			first[k] = c
		}
	}
}

// TestEveryKeyIsInTheHelp looks each key up in the help as a user would.
func TestEveryKeyIsInTheHelp(t *testing.T) {
	a := browser(t, Options{}, 80, 24)
	items := a.commandItems(true)
	for _, c := range commands() {
		for _, k := range c.keys {
			if found := ask.Narrow(items, k); !slices.ContainsFunc(found, func(it ask.Item) bool { return it.ID == c.id }) {
				t.Errorf("looking for %q, as the settings write it, does not find %s", k, c.id)
			}
			if found := ask.Narrow(items, keymap.Label(k)); !slices.ContainsFunc(found, func(it ask.Item) bool { return it.ID == c.id }) {
				t.Errorf("looking for %q in the help does not find %s", keymap.Label(k), c.id)
			}
		}
	}
}

// TestFullWidthTwins: with an input method left on, every sign still does
// what its key does.
func TestFullWidthTwins(t *testing.T) {
	for full, half := range map[string]string{"／": "/", "、": "/", "？": "?", "：": ":", "！": "!", "＆": "&", "【": "[", "】": "]",
		"《": "<", "》": ">", "。": ".", "０": "0", "９": "9", "ｑ": "q", "＝": "=", "｛": "{", "（": "(", "　": "space"} {
		if got := keymap.Fold(press(full)); string(got) != half {
			t.Errorf("%s is taken for %q, not %q", full, got, half)
		}
	}
}

// TestKeysAreWrittenAsTheHelpWritesThem: what the help shows can be put into the
// settings file, and means the same key.
func TestKeysAreWrittenAsTheHelpWritesThem(t *testing.T) {
	for _, c := range commands() {
		for _, k := range c.keys {
			for _, written := range []string{k, keymap.Label(k), " " + keymap.Label(k)} {
				if got, err := keymap.Parse(written); err != nil || got != k {
					t.Errorf("%q is the key %q, %v; want %q", written, got, err, k)
				}
			}
		}
	}
	for written, want := range map[string]string{"？": "?", "Control-x": "", "Ctrl-": "", "": "", "ab": "", "Shift+Ctrl+a": "ctrl+shift+a", "Escape": "esc", " ": "space", "Alt--": "alt+-"} {
		if got, err := keymap.Parse(written); got != want || (err == nil) != (want != "") {
			t.Errorf("%q is the key %q, %v; want %q", written, got, err, want)
		}
	}
}

// TestQuitKeepsCtrlC: whatever the settings say, there is a way out.
func TestQuitKeepsCtrlC(t *testing.T) {
	a := browser(t, Options{Keys: map[string][]string{"quit": {"Q"}}}, 80, 24)
	if a.Update(press("ctrl+c")) == nil {
		t.Error("Ctrl-C does not end the program any more")
	}
}

// TestRemap gives a command another key; the old one is then free and the
// help names the new one.
func TestRemap(t *testing.T) {
	a := browser(t, Options{Keys: map[string][]string{"drawer": {"E"}}}, 80, 24)
	typed(a, "p")
	if a.drawer {
		t.Error("the old key still opens the drawer")
	}
	typed(a, "E")
	if !a.drawer {
		t.Error("the new key does not open the drawer")
	}
	if !strings.Contains(drawn(a.Frame()), "E 出处") {
		t.Error("the hints do not name the new key")
	}
}

// The last line names keys that do now what it says: N is the previous hit
// while something is searched for and writes a note otherwise.
func TestHintsAreTheKeysOfTheMoment(t *testing.T) {
	a := browser(t, Options{}, 160, 30)
	last := func() string {
		all := strings.Split(strings.TrimRight(drawn(a.Frame()), "\n"), "\n")
		return all[len(all)-1]
	}
	if got := last(); !strings.Contains(got, "N 批注") || strings.Contains(got, "上一处") {
		t.Errorf("without a search: %s", got)
	}
	typed(a, "/", "\"gaotie", "enter")
	if got := last(); !strings.Contains(got, "N 上一处") || !strings.Contains(got, "Ctrl-N 批注") || !strings.Contains(got, "Esc 结束查找") {
		t.Errorf("with a search: %s", got)
	}
	typed(a, "&")
	if got := last(); !strings.Contains(got, "Enter 确认") || strings.Contains(got, "帮助") {
		t.Errorf("in a prompt, where ? is a letter: %s", got)
	}
	typed(a, "esc", "t")
	if got := last(); !strings.Contains(got, "Space 勾选") {
		t.Errorf("in a list to tick: %s", got)
	}
}

// TestLanguagesAreComplete: both files have the same texts with the same
// verbs, every command has its words, and every text the code asks for is there.
func TestLanguagesAreComplete(t *testing.T) {
	zh, en := lang.Load(model.Chinese), lang.Load(model.English)
	ids := zh.IDs()
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			t.Errorf("%s is there twice", id)
		}
	}
	if !slices.Equal(zh.IDs(), en.IDs()) {
		for _, id := range zh.IDs() {
			if !en.Has(id) {
				t.Errorf("en.txt lacks %s", id)
			}
		}
		for _, id := range en.IDs() {
			if !zh.Has(id) {
				t.Errorf("zh.txt lacks %s", id)
			}
		}
	}
	verbs := regexp.MustCompile(`%(\[\d\])?[a-z]`)
	for _, id := range zh.IDs() {
		a, b := verbs.FindAllString(zh.Text(id), -1), verbs.FindAllString(en.Text(id), -1)
		if slices.Sort(a); !slices.Equal(a, sorted(b)) {
			t.Errorf("%s has the verbs %v in Chinese and %v in English", id, a, b)
		}
	}
	for _, c := range commands() {
		for _, id := range []string{"cmd." + c.id, "group." + c.group} {
			if !zh.Has(id) {
				t.Errorf("no text %s", id)
			}
		}
	}
	for _, id := range asked(t) {
		if !zh.Has(id) {
			t.Errorf("no text %s, which the code asks for", id)
		}
	}
}

// sorted is a list in order.
func sorted(list []string) []string { slices.Sort(list); return list }

// asked are the ids of texts that the code asks for in one piece.
func asked(t *testing.T) []string {
	t.Helper()
	var ids []string
	literal := regexp.MustCompile(`(?:Text\(|return )"([a-z]+(?:[.-][a-z]+)*)"[,)\n]`)
	for _, folder := range []string{".", "pane"} {
		files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range literal.FindAllStringSubmatch(string(raw), -1) {
				if strings.Contains(m[0], "Text(") || strings.HasPrefix(m[1], "why.") {
					ids = append(ids, m[1])
				}
			}
		}
	}
	if len(ids) < 40 {
		t.Fatalf("only %d texts found in the code", len(ids))
	}
	return ids
}
