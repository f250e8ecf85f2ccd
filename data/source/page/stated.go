package page

import (
	"strings"
	"time"
)

// Set sets the field of that name, in English or Chinese, and says whether it is one; not
// good is a date that is none.
func (s *Stated) Set(key, value string) (known, good bool) {
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "title", "标题":
		s.Title = value
	case "date", "published", "日期", "发布日期":
		day := Day(value)
		if day.IsZero() {
			return true, value == ""
		}
		s.Published = day
	case "source", "来源":
		s.Source = value
	case "author", "作者":
		s.Author = value
	case "district", "区县":
		s.District = value
	case "city", "城市":
		s.City = value
	default:
		return false, true
	}
	return true, true
}

// Over is s with what is missing in it taken from the other.
func (s Stated) Over(other Stated) Stated {
	for _, f := range []struct{ mine, other *string }{
		{&s.Title, &other.Title}, {&s.Source, &other.Source}, {&s.Author, &other.Author}, {&s.District, &other.District}, {&s.City, &other.City},
	} {
		if *f.mine == "" {
			*f.mine = *f.other
		}
	}
	if s.Published.IsZero() {
		s.Published = other.Published
	}
	return s
}

// Day is the day that a date in figures begins with: 2021-08-27 16:20,
// 2021/8/27, 2021年8月27日; zero for none.
func Day(s string) time.Time {
	s = strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", " ").Replace(strings.TrimSpace(s))
	s, _, _ = strings.Cut(s, " ")
	s, _, _ = strings.Cut(s, "T")
	for _, layout := range []string{"2006-1-2", "20060102"} {
		if day, err := time.Parse(layout, s); err == nil && day.Year() > 1948 {
			return day
		}
	}
	return time.Time{}
}
