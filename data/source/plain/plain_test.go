package plain

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"net/url"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	japan "golang.org/x/text/encoding/japanese"
	korea "golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"

	"qubi/data/source/page"
)

const sampleText = "济南市济阳区2020年一季度签约项目21个。\n合同额突破400亿元,同比增长8.6%,𠮷㐂。\n"

func gb18030(t testing.TB, s string) []byte {
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func swapped(b []byte) []byte {
	b = bytes.Clone(b)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return b
}

// Every encoding gives the same text, and every offset leads to the byte where
// its character begins.
func TestDecode(t *testing.T) {
	little := utf16le(sampleText)
	for _, c := range []struct {
		name, encoding string
		raw            []byte
		width          func(r rune) int
		skip           int
	}{
		{"plain", "UTF-8", []byte(sampleText), utf8.RuneLen, 0},
		{"mark", "UTF-8", []byte("\xEF\xBB\xBF" + sampleText), utf8.RuneLen, 3},
		{"gb18030", "GB18030", gb18030(t, sampleText), func(r rune) int { return len(gb18030(t, string(r))) }, 0},
		{"utf16le", "UTF-16LE", little, func(r rune) int { return 2 * utf16.RuneLen(r) }, 0},
		{"utf16be", "UTF-16BE", swapped(little), func(r rune) int { return 2 * utf16.RuneLen(r) }, 0},
		{"utf16le mark", "UTF-16LE", append([]byte("\xFF\xFE"), little...), func(r rune) int { return 2 * utf16.RuneLen(r) }, 2},
		{"utf16be mark", "UTF-16BE", append([]byte("\xFE\xFF"), swapped(little)...), func(r rune) int { return 2 * utf16.RuneLen(r) }, 2},
	} {
		page := Decode(c.raw, "")
		if page.Text != sampleText || page.Encoding != c.encoding || len(page.Problems) > 0 {
			t.Errorf("%s: %s %q %v", c.name, page.Encoding, page.Text, page.Problems)
			continue
		}
		at := c.skip
		for i, r := range page.Text {
			if got := page.Raw.Source(i); got != at {
				t.Errorf("%s: %q at %d comes from byte %d, want %d", c.name, r, i, got, at)
				break
			}
			at += c.width(r)
		}
	}
}

func TestBrokenBytesAreSaidWithTheirLine(t *testing.T) {
	page := Decode([]byte("济阳区全年完成投资12亿元。\n济阳\xff区增长8.6%。"), "")
	if page.Encoding != "UTF-8" || page.Text != "济阳区全年完成投资12亿元。\n济阳\uFFFD区增长8.6%。" {
		t.Errorf("%s %q", page.Encoding, page.Text)
	}
	if len(page.Problems) != 1 || page.Problems[0].Line != 2 || !errors.Is(page.Problems[0].Err, ErrBroken) {
		t.Errorf("problems %v", page.Problems)
	}
	cut := Decode([]byte("济阳区全年完成投资12亿元。"[:20]), "")
	if cut.Encoding != "UTF-8" {
		t.Errorf("a cut tail makes it %s", cut.Encoding)
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct {
		raw  string
		want error
	}{
		{"", page.ErrEmpty}, {" \n", page.ErrEmpty}, {strings.Repeat("\x00\x01\x7fELF\x02", 40), ErrBinary},
	} {
		page := Decode([]byte(c.raw), "")
		if page.Text != "" || len(page.Problems) != 1 || page.Problems[0].Err != c.want {
			t.Errorf("%.10q: %q %v", c.raw, page.Text, page.Problems)
		}
	}
}

// Any bytes give valid text whose offsets rise and stay in the file.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(sampleText))
	f.Add(gb18030(f, sampleText))
	f.Add(utf16le(sampleText))
	f.Add([]byte("\xEF\xBB\xBF\xff\xfe\x81\x30\x81"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		page := Decode(raw, "")
		if !utf8.ValidString(page.Text) {
			t.Fatalf("invalid text %q", page.Text)
		}
		last := -1
		for i := range page.Text {
			at := page.Raw.Source(i)
			if at < last || at >= len(raw) {
				t.Fatalf("offset %d comes from byte %d after %d of %d", i, at, last, len(raw))
			}
			last = at
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	long := strings.Repeat(sampleText, 200)
	for name, raw := range map[string][]byte{"utf8": []byte(long), "gb18030": gb18030(b, long), "utf16": utf16le(long)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(raw, "")
			}
		})
	}
}

// Old Macs end a line with a CR alone: it counts as a line, and every place
// stays where it is.
func TestLineEnds(t *testing.T) {
	for in, want := range map[string]string{"一\r二\r": "一\n二\n", "一\r\n二\r\n": "一\r\n二\r\n", "一\r\r\n二": "一\n\r\n二"} {
		if got := Decode([]byte(in), "").Text; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A text whose encoding was mistaken somewhere on its way is read as it was meant, and
// that is told; every offset leads to the character that stands for it.
func TestMistakenEncodingsAreUndone(t *testing.T) {
	const text = "槐荫区全年完成投资12亿元，新增企业340家，税收增长8.6%，就业达到2万人，进出口60亿元。"
	twice := func(decode func(byte) rune) []byte {
		var s strings.Builder
		for _, b := range []byte(text) {
			s.WriteRune(decode(b))
		}
		return []byte(s.String())
	}
	gbk, _ := simplifiedchinese.GB18030.NewDecoder().Bytes([]byte(text))
	for _, c := range []struct {
		name string
		raw  []byte
		err  error
		want string
	}{
		{"latin", twice(func(b byte) rune { return rune(b) }), ErrTwice, "税收增长8.6%，就业达到2万人"},
		{"windows", twice(charmap.Windows1252.DecodeByte), ErrTwice, "12亿元，新增"},
		{"gbk", gbk, ErrTwice, "税收增长8.6%，"},
		{"two encodings", append(gb18030(t, text+"\n"), text...), ErrMixed, text + "\n" + text},
		{"two encodings, the other way", append([]byte(text+"\n"), gb18030(t, text)...), ErrMixed, text + "\n" + text},
		{"a mark that lies", append([]byte(markUTF8), gb18030(t, text)...), nil, text},
	} {
		p := Decode(c.raw, "")
		if !strings.Contains(p.Text, c.want) {
			t.Errorf("%s: %s %q", c.name, p.Encoding, p.Text)
		}
		if c.err != nil && (len(p.Problems) == 0 || !errors.Is(p.Problems[len(p.Problems)-1].Err, c.err)) {
			t.Errorf("%s: %v, want %v", c.name, p.Problems, c.err)
		}
		if at := strings.Index(p.Text, "12亿"); at < 0 || !bytes.HasPrefix(c.raw[p.Raw.Source(at):], []byte("12")) {
			t.Errorf("%s: 12 leads to byte %d", c.name, p.Raw.Source(at))
		}
	}
	for _, s := range []string{"锛是一个很少见的字，鍖也是。", "café naïve ï¼ € 100, señor"} {
		if p := Decode([]byte(s), ""); p.Text != s {
			t.Errorf("%q became %q", s, p.Text)
		}
	}
}

// What Markdown marks is read as it is shown.
func TestMarkdownMarksAreNoText(t *testing.T) {
	for in, want := range map[string]string{
		"**税收**达到`8.5`亿元[^1]，*增长*6%。":             "税收达到8.5亿元，增长6%。",
		`优良率69\.9\%，3\*4个，\[注\]`:                  "优良率69.9%，3*4个，[注]",
		"见[公报](http://a.cn/300家)，![图](300.png)投资": "见公报，投资",
		"3*4与5*6，a_b": "3*4与5*6，a_b",
	} {
		if got := unmarked(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Rare encodings are read, or named; none passes as a text of signs.
func TestRareEncodings(t *testing.T) {
	const text = "济阳区2023年政府工作报告\n\n2022年,全区地区生产总值完成300亿元~。\n"
	wide := func(big bool) string {
		var b []byte
		for _, r := range text {
			if big {
				b = binary.BigEndian.AppendUint32(b, uint32(r))
			} else {
				b = binary.LittleEndian.AppendUint32(b, uint32(r))
			}
		}
		return string(b)
	}
	hz := func() string {
		s, err := simplifiedchinese.HZGB2312.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(strings.Repeat(text+"的，的，的。", 3))
	asLatin, _ := charmap.ISO8859_1.NewDecoder().String(gbk)
	for name, c := range map[string]struct{ raw, encoding, want string }{
		"UTF-32, little":         {wide(false), "UTF-32LE", text},
		"UTF-32, little, marked": {"\xFF\xFE\x00\x00" + wide(false), "UTF-32LE", text},
		"UTF-32, big":            {wide(true), "UTF-32BE", text},
		"UTF-32, big, marked":    {"\x00\x00\xFE\xFF" + wide(true), "UTF-32BE", text},
		"HZ":                     {hz(), "HZ", text},
		"GBK stored as Latin":    {asLatin, "UTF-8", strings.Repeat(text+"的，的，的。", 3)},
		"a text about ~{ and +":  {"~{ab and +abc- are signs", "UTF-8", "~{ab and +abc- are signs"},
		"a few lost characters":  {text + "\uFFFD?", "UTF-8", text + "\uFFFD?"},
	} {
		p := Decode([]byte(c.raw), "")
		if p.Encoding != c.encoding || p.Text != c.want {
			t.Errorf("%s: %s %q", name, p.Encoding, p.Text)
		}
		if at := strings.Index(p.Text, "300"); at > 0 && name == "HZ" && c.raw[p.Raw.Source(at):][:3] != "300" {
			t.Errorf("%s: 300 is at %d", name, p.Raw.Source(at))
		}
	}
	for name, c := range map[string]struct{ raw, want string }{
		"UTF-7":           {"+bU6WM1M6-2023+XnRlP15cXeVPXGKlVEo-,+ToxjNG1OU6pOumwR/jA-", "UTF-7"},
		"ISO-2022-CN":     {"\x1b$)A\x0e<CQtGx\x0f 2023", "ISO-2022"},
		"saved as ?":      {strings.Repeat("???2023????????\n", 9), "were lost"},
		"saved as \uFFFD": {strings.Repeat("\uFFFD\uFFFD2023\uFFFD\n", 9), "were lost"},
		"锟斤拷":             {strings.Repeat("锟斤拷锟斤拷2023", 9), "were lost"},
		"percent signs":   {url.PathEscape(strings.Repeat(text, 3)), "percent-encoding"},
		"escapes":         {strings.Repeat(`\u6d4e\u9633\u533a2023`, 9), `\u escapes`},
		"base64":          {base64.StdEncoding.EncodeToString([]byte(strings.Repeat(text, 3))), "base64"},
		"mail":            {strings.Repeat("=E6=B5=8E=E9=98=B3=E5=8C=BA 2023=\n", 9), "quoted-printable"},
	} {
		if p := Decode([]byte(c.raw), ""); len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Err.Error(), c.want) {
			t.Errorf("%s: %q %v", name, p.Text, p.Problems)
		}
	}
}

// A text whose bytes are those of an encoding that is not read, or of no text at all, is
// told and gives none: read as another it would be characters that nobody wrote.
func TestGarbage(t *testing.T) {
	japanese := "済南市の2023年の経済は成長し、工業の生産も増加した。新しい産業団地の建設が進められている。"
	korean := "제양구의 지역 총생산은 증가했다. 새로운 산업단지의 건설이 진행되고 있다. 투자도 늘었다."
	russian := "Валовой продукт района вырос, промышленное производство увеличилось"
	for name, c := range map[string]struct {
		encoding encoding.Encoding
		text     string
	}{
		"Shift-JIS": {japan.ShiftJIS, japanese},
		"EUC-JP":    {japan.EUCJP, japanese},
		"EUC-KR":    {korea.EUCKR, korean},
		"KOI8-R":    {charmap.KOI8R, russian},
		"EBCDIC":    {charmap.CodePage037, "The district's product grew by a tenth, and so did its industry, trade and investment"},
		"pieces":    {charmap.ISO8859_1, strings.Repeat("±Ã×ú", 20)},
	} {
		raw, err := c.encoding.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(name, err)
		}
		if p := Decode([]byte(raw), ""); p.Text != "" || len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Err.Error(), "--encoding") && !errors.Is(p.Problems[0].Err, ErrBinary) {
			t.Errorf("%s: %q %v", name, p.Text, p.Problems)
		}
	}
	if p := Decode(gb18030(t, strings.Repeat(sampleText, 3)), "Big5"); p.Text != "" || len(p.Problems) != 1 || !errors.Is(p.Problems[0].Err, ErrUnfit) {
		t.Errorf("asked to be read as what it is not: %q %v", p.Text, p.Problems)
	}
}
