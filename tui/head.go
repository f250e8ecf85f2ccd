package tui

import (
	"strings"
	"time"

	"qubi/model"
)

// Head is what the user says of a report, in place of what its text says; a zero
// field says nothing.
type Head struct {
	District  string    `json:"district,omitempty"`
	City      string    `json:"city,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published time.Time `json:"date,omitzero"` // day, UTC midnight
}

// headFields are the fields of a Head in their order, each an id of texts.
func headFields() []string { return []string{"district", "city", "title", "date"} }

// get is a field as it is typed.
func (h Head) get(field string) string {
	switch field {
	case "district":
		return h.District
	case "city":
		return h.City
	case "title":
		return h.Title
	}
	return model.Day(h.Published)
}

// with is the head with a field as it was typed, false for what cannot be. The
// name of a district may bring its city with it: 济南市市中区.
func (h Head) with(field, value string, cityOf func(string) (city, name string)) (Head, bool) {
	switch field {
	case "district":
		if city, name := cityOf(value); city != "" {
			h.City, value = city, name
		}
		h.District = value
	case "city":
		h.City = value
	case "title":
		h.Title = value
	case "date":
		day, ok := dayOf(value)
		if !ok {
			return h, false
		}
		h.Published = day
	}
	return h, true
}

// dayOf is a day as people write it; zero for nothing typed.
func dayOf(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, true
	}
	day, err := time.Parse("2006-1-2", strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(s))
	return day, err == nil && day.Year() >= 1949
}
