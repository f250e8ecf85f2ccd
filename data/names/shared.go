package names

import (
	"strings"

	"qubi/data/lexicon"
)

// The class that places share in a list, so that each is named whole: 甲湾煤矿 of 甲湾、乙峡等煤矿, 甲江高铁 of
// 甲江、乙城高铁.

// withoutPlaces leaves out of how many districts a class is: 4县高速.
func withoutPlaces(class string) string {
	rest := strings.TrimLeft(class, "0123456789")
	if short := strings.TrimLeftFunc(rest, isDistrict); rest != class && short != rest {
		return short
	}
	return class
}

// sharedByLast is what the last of so many names says of all of them behind its own place: 高铁 of 甲、乙、丙高铁. One of
// two may rather be a firm's, as what a park stands beside is: 甲微、乙智创园.
func sharedByLast(name string, several int) string {
	if len(name) > maxNameBytes {
		return ""
	}
	place := 0
	for place < len(name) {
		_, word := lex().at(name[place:])
		r, n := lexicon.First(name[place:])
		if word > n || r < 0x4E00 {
			break
		}
		place += n
	}
	if h := headOf(name[place:]); place == 0 || !h.builds() || h.park && several == 2 {
		return ""
	}
	return name[place:]
}

// withoutVague leaves out the words before a class that say how its things are: 大中型水电站, 在建铁路.
func withoutVague(class string) string {
	for {
		_, n := lex().at(class)
		if word := class[:n]; n <= len("大") || n == len(class) || !lexicon.NameVague.Has(word) && !lexicon.UnderWay.Has(word) || lexicon.NameAwardedBy.Has(word) {
			return class
		}
		class = class[n:]
	}
}

// placeAlone reports whether a name before a class is proper and so short that it may only be a place's,
// or tells two places.
func placeAlone(name, class string) bool {
	if headOf(name) != nil {
		return false
	}
	if w, at := lexicon.NameRoute.Find(name); at > 0 {
		return weigh(name[:at]).own >= 1 && weigh(name[at+len(w):]).own >= 1
	}
	n, w := lexicon.Runes(name), weigh(name)
	if h := headOf(class); n == 4 && w.own == n && h.builds() && (h.need == needMark || h.need == needOwn) {
		return true // 甲江乙城高铁
	}
	return n <= 3 && w.own > 0 && !w.signed
}
