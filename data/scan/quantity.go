package scan

import "qubi/model"

// Quantity is a number with its unit and bound, as the text states it.
type Quantity struct {
	model.Quantity
	At       model.Span // with unit and bound words: 突破1200亿元
	Number   model.Span // the digits alone
	UnitAt   model.Span // the unit as written
	Class    string     // of the unit: money, ratio, point, step, count, size, time, age, score, index; "rank" for 第3, 首位
	Ordinal  string     // of a rank: as written (第3位, 榜首)
	Hanzi    bool       // written in characters
	Attr     bool       // part of a noun's name: 10亿元以上企业
	Overlong bool       // it has more digits than an exact value can hold
	Ranged   bool       // one end of a range
	Compound bool       // told in two units: 31分48秒
}

// Flags are the doubts about the number itself.
func (q *Quantity) Flags() []model.Flag {
	var flags []model.Flag
	if q.Ranged {
		flags = append(flags, model.FlagRange)
	}
	if q.Compound {
		flags = append(flags, model.FlagCompoundVal)
	}
	if q.Overlong {
		flags = append(flags, model.FlagOverlong)
	}
	return flags
}
