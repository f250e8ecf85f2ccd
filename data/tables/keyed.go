package tables

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// oneYear is a cell that names a year and nothing else.
var oneYear = pattern(`^(?:19|20)\d\d年?$`)

// isPlace reports whether a name is a place's: 历下区, 垛庄镇. A word of two
// characters is a kind of places, or none: 区县, 城镇.
func isPlace(s string) bool {
	return utf8.RuneCountInString(s) > 2 && !isPlaces(s) && !strings.ContainsAny(s, "0123456789") && slices.ContainsFunc(blocks()[placeEnds], func(end string) bool { return strings.HasSuffix(s, end) })
}

// isPlaces reports whether a head says that places stand below it.
func isPlaces(s string) bool {
	return slices.Contains(blocks()[placeWords], strings.TrimSuffix(strings.TrimPrefix(s, "各"), "名称"))
}

// isTotal reports whether a row is of all places, or of a wider one: 合计, 全市.
func isTotal(s string) bool { return roleOf(s) == nobody }

// keys is where the rows of a table are years or places, below heads that are the
// indicators.
type keys struct {
	col    int  // the column of years or places
	body   int  // the first row that is one
	places bool // they are places
}

// shortPlace is how many characters a place's name has without its kind: 历下, 和林格尔.
const shortPlace = 4

// keysOf finds the years or places that rows stand for. Before them there may be
// orders; beside them there are numbers and no words, which would tell of something
// else in that year or place, such as a project.
func (l *layout) keysOf(rows [][]model.TableCell) (keys, bool) {
	for col := range 3 {
		for _, places := range [...]bool{false, true} {
			if k := (keys{col: col, places: places}); l.begins(rows, &k) && l.fits(rows, k) {
				return k, true
			}
		}
	}
	return keys{}, false
}

// begins finds the first row with a key, below a head.
func (l *layout) begins(rows [][]model.TableCell, k *keys) bool {
	told := false // the head says that places follow
	for i, row := range rows {
		s, ok := l.at(row, k.col)
		if i > 0 && ok && len(row) > 1 && l.isKey(s, k.places, told) {
			k.body = i
			return len(rows[i-1]) > 1
		}
		told = told || isPlaces(s)
	}
	return false
}

// isKey reports whether a cell is a year or a place. Below a head that says so all
// names are places: 历下, 合计.
func (l *layout) isKey(s string, places, told bool) bool {
	if !places {
		return oneYear().MatchString(s)
	}
	return isPlace(s) || isTotal(s) || told && s != "" && !isPlaces(s) && utf8.RuneCountInString(s) <= shortPlace && !strings.ContainsAny(s, "0123456789")
}

// fits reports whether all rows with values have a key of their own, at least two.
func (l *layout) fits(rows [][]model.TableCell, k keys) bool {
	head, _ := l.at(rows[k.body-1], k.col)
	told := isPlaces(head)
	seen := map[string]bool{}
	for _, row := range rows[:k.body] {
		if l.isBody(row) {
			return false // values stand above
		}
		if !k.places && slices.ContainsFunc(row, func(c model.TableCell) bool {
			return len(row) > 1 && years().MatchString(l.text(c)) && !captions().MatchString(l.text(c))
		}) {
			return false // years twice
		}
	}
	for _, row := range rows[k.body:] {
		s, ok := l.at(row, k.col)
		switch {
		case len(row) == 1: // a note, a group
			continue
		case !ok, seen[s], !l.isKey(s, k.places, told), !l.onlyNumbers(row, k.col):
			return false
		}
		seen[s] = true
	}
	return len(seen) > 1
}

// onlyNumbers reports whether a row holds orders before a column and numbers behind it.
func (l *layout) onlyNumbers(row []model.TableCell, col int) bool {
	for _, c := range row {
		s := l.text(c)
		_, err := strconv.Atoi(s)
		switch {
		case c.Cols > 1, c.Col < col && err != nil, c.Col > col && !isNumber(s) && strings.Trim(s, "-—–…./*") != "":
			return false
		}
	}
	return true
}

// at is the text of a row's cell in a column.
func (l *layout) at(row []model.TableCell, col int) (string, bool) {
	for _, c := range row {
		if c.Col == col {
			return unspaced(l.text(c)), true
		}
	}
	return "", false
}

// keyedClaims are the values of a row that is a year or a place, of the indicators
// that the heads name.
func (l *layout) keyedClaims(row []model.TableCell) []claim {
	key, _ := l.at(row, l.keys.col)
	if l.keys.places && isTotal(key) {
		l.leave(model.UnreadPlaces, row...)
		return nil
	}
	var values, growths []claim
	for _, c := range row {
		col := l.columns[c.Col]
		now, ok := l.claim(tableRow{name: col.name}, c)
		if !ok || c.Col <= l.keys.col || col.role == neverColumn || col.role == otherColumn {
			continue
		}
		if l.keys.places {
			now.place = key
		} else {
			now.year = withYear(key)
		}
		switch {
		case col.role == growthColumn && l.unlikeOthers(c):
			l.leave(model.UnreadGrowth, c)
		case col.role == growthColumn:
			growths = append(growths, now)
		case col.role == doubtColumn, col.name == "", col.clash, col.of != "", col.place != "" && l.keys.places:
			l.leave(model.UnreadHead, c)
		case now.unit == "":
			l.leave(model.UnreadUnit, c)
		default:
			values = append(values, now.asRate())
		}
	}
	return l.grown(values, growths)
}

// nameKeyed names the columns of values below heads of years, places or nothing by the title's
// indicator, where they cannot be of different ones; and branches as what they add to the
// whole.
func (l *layout) nameKeyed() {
	if !l.keyed {
		return
	}
	whole := false
	for _, c := range l.columns {
		whole = whole || tells(c.name, wholeWords)
	}
	for _, col := range slices.Sorted(maps.Keys(l.columns)) {
		c := l.columns[col]
		if c.role == valueColumn && c.name == "" && (c.place == "" || !l.keys.places) && col > l.keys.col {
			c.name, c.strict = l.subject, l.subject != ""
		}
		if _, branch := cut(c.name, branchWords); branch && whole {
			c.name, c.clash = c.name+addedValue, c.clash || c.percent
		}
		l.columns[col] = c
	}
	l.doubtTwins()
}

// groupColumn is the column before the names of a table's indicators that says of which
// place each group of rows is, -1 for none.
func (l *layout) groupColumn() int {
	for col := range min(max(l.name, 0), 3) {
		seen := map[string]bool{}
		for _, row := range l.rows {
			if s, ok := l.at(row, col); ok && !isTotal(s) {
				seen[s] = isPlace(s)
			}
		}
		if len(seen) > 1 && !slices.Contains(slices.Collect(maps.Values(seen)), false) {
			return col
		}
	}
	return -1
}

// enter takes in of which place a row and those below it are: one that stands alone in
// a row, or in the column of groups.
func (l *layout) enter(row []model.TableCell) {
	s, ok := l.at(row, l.group)
	if len(row) == 1 {
		s, _ = l.at(row, row[0].Col)
		s, _ = named(s)
		ok = isPlace(s) || isTotal(s) && utf8.RuneCountInString(s) <= shortPlace
	}
	if ok {
		l.place = s
	}
}
