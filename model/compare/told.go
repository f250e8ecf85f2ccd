package compare

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// What one fact is compared by.

// thing is what a cluster, park or project goes by.
type thing struct {
	kind model.Kind
	name string
}

// rowID is under what numbers meet in one row, or on one line.
type rowID struct{ indicator, unit string }

// NameKey is the name under which two districts name the same thing: folded,
// without blanks, quotes and dashes; a cluster also without the word that only
// says that it is one (新能源产业集群, 新能源产业 and 新能源 are one).
func NameKey(f *model.Fact) string {
	key := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" “”\"'‘’《》()·-—_", r) {
			return -1
		}
		return r
	}, model.Fold(f.Name))
	if f.Kind != model.Cluster {
		return key
	}
	for _, generic := range []string{"产业集群", "集群", "产业"} {
		if short, ok := strings.CutSuffix(key, generic); ok && utf8.RuneCountInString(short) > 1 {
			key = short
			break
		}
	}
	return cmp.Or(synonyms()[key], key) // the first of several words for one industry
}

func indicatorKey(f *model.Fact) string { return model.Fold(cmp.Or(f.Indicator, f.Name)) }

// kinKey is the indicator without the word for growth.
func kinKey(f *model.Fact) string { return model.WithoutGrowth(indicatorKey(f)) }

// Told is what a fact tells, whatever place tells it: facts that have it in
// common count once. A thing is told by its name, a number by all that is said of
// it.
func Told(f *model.Fact) Telling {
	if f.Kind != model.Metric {
		return Telling{kind: f.Kind, name: NameKey(f)}
	}
	return Telling{f.Kind, f.Name, f.Quantity.Value, f.Quantity.Unit, f.Period.Label, f.Change, f.Rank, f.Quantity.Bound, f.Stage}
}

// Telling is what a fact tells, to be compared.
type Telling struct {
	kind                       model.Kind
	name                       string
	value                      model.Decimal
	unit, period, change, rank string
	bound                      model.Bound
	stage                      model.Stage
}

// CountTold is how many things and numbers facts of one district tell, each once.
func CountTold(facts []*model.Fact) int {
	told := make(map[Telling]bool, len(facts))
	for _, f := range facts {
		told[Told(f)] = true
	}
	return len(told)
}
