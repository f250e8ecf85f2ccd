package data

import (
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"qubi/model"
)

// endless are texts that nobody wrote, by what they repeat, and two that somebody did.
var endless = map[string]string{
	"dates":    "2023年1月10日",
	"mirror":   "(chǎn)業",
	"garbled":  "發(fā)展經(jīng)濟(jì)，全國(guó)百?gòu)?qiáng)區(qū)。",
	"tellings": "2022年,地区生产总值完成12亿元。\n",
	"digits":   "9",
	"amounts":  "1亿元",
	"units":    "12亿元3万人",
	"parts":    "1158個其中",
	"list":     "甲产业园、",
	"years":    "2021年",
	"counts":   "新建村3个,",
	"commas":   "1、",
	"ranks":    "投资全市第3,",
	"stops":    "3个。",
	"dealt":    "A、B分别为3亿元、4亿元,",
	"built":    "建设甲产业园,",
	"listed":   "新建甲村3个、",
	"expected": "预计1亿元",
	"alone":    "增长3%",
	"brackets": "（3个）",
	"spread":   "3 个 ",
	"joined":   "甲园和",
	"clauses":  "投资增长3%,",
	"quotes":   "“",
	"headings": "（一）产业发展\n",
	"lines":    "甲\n",
	"columns":  "1.5\t2.5\t3.5\n",
	"bars":     "|3",
	"owners":   "甲的",
	"points":   "一是甲二是乙",
	"thousand": "123,",
	"spans":    "3至4亿元",
	"dated":    "2023-01-10\n",
	"digit":    "7\n",
	"level":    "区本级3亿元，",
	"within":   "（甲",
	"letters":  "a,",
	"column":   "a\n",
	"cells":    "a\t1\n",
	"clean":    "（一）产业发展提质增效。全区地区生产总值完成286.4亿元，同比增长7.2%，居全市第二位；建成智能制造产业园，推进甲乙产业项目建设。\n",
}

// repeated is a report of about a number of bytes.
func repeated(unit string, size int) []byte {
	return []byte("济阳区2023年政府工作报告\n\n发布日期:2023-01-10\n\n" + strings.Repeat(unit, size/len(unit)))
}

// took is how long it takes to read a text so many times.
func took(raw []byte, times int) time.Duration {
	start := time.Now()
	for range times {
		_, _ = Options{}.Read("report.txt", raw) // what is wrong with it is no matter here
	}
	return time.Since(start)
}

// growth is how much longer it takes to read four times a text at once than a text four
// times: 1 where time grows with the text, 4 where with its square. The two take turns
// until one is found that is short enough, or so many times, and of each the quickest
// counts: other programs take their share of the machine, of both alike.
func growth(unit string, size, tries int, enough float64) float64 {
	short, long := repeated(unit, size), repeated(unit, 4*size)
	apart, together := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for ; tries > 0; tries-- {
		apart, together = min(apart, took(short, 4)), min(together, took(long, 1))
		if float64(together) <= enough*float64(apart) {
			break
		}
	}
	return float64(together) / float64(apart)
}

// Four times the text takes four times as long to read, whatever it repeats.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("-short is for the race detector, which has nothing to find here")
	}
	took(repeated(endless["clean"], 1<<10), 1) // the words are read
	for name, unit := range endless {
		if times := growth(unit, 8<<10, 20, 1.8); times > 3 { // with the square it would be 4; a busy machine was seen to tell 2.2
			t.Errorf("%s: four times the text takes %.1f times as long as it should", name, times)
		}
	}
}

// What is written of a text grows with it by a factor, however many facts it tells in
// one sentence; and however long it goes on without a full stop, a fact quotes what
// stands around it. What reading it takes in memory is bounded by a factor too: two
// columns of letters took thousands of bytes a byte.
func TestOutputAndMemoryAreBounded(t *testing.T) {
	const mostTold = 60   // bytes of sentences for a byte of text
	const mostTook = 1000 // bytes allocated in all for a byte of text; a third of them at a time
	for name, unit := range endless {
		raw := repeated(unit, 64<<10)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, _ := Options{}.Read("report.txt", raw) // what is wrong with it is no matter here
		runtime.ReadMemStats(&after)
		if took := int(after.TotalAlloc-before.TotalAlloc) / len(raw); took > mostTook {
			t.Errorf("%s: %d bytes for a byte of text", name, took)
		}
		told := 0
		for _, f := range r.Facts {
			told += len(f.Name)
			for _, p := range append([]model.Place{f.Place}, f.Also...) {
				told += p.Sentence.Len()
				if p.Sentence.Len() > 2000 || !p.Sentence.Contains(p.Quote) {
					t.Fatalf("%s: %q is quoted in a sentence of %d bytes", name, f.Name, p.Sentence.Len())
				}
			}
		}
		if told > mostTold*len(raw) {
			t.Errorf("%s: %d bytes of sentences and names for %d of text", name, told, len(raw))
		}
	}
}

// BenchmarkLinear reads each kind of text and says how the time grows with it.
func BenchmarkLinear(b *testing.B) {
	for name, unit := range endless {
		b.Run(name, func(b *testing.B) {
			raw := repeated(unit, 64<<10)
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				took(raw, 1)
			}
			b.ReportMetric(1+math.Log(growth(unit, 32<<10, 8, 0))/math.Log(4), "exponent")
		})
	}
}
