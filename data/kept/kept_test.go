package kept

import (
	"reflect"
	"testing"
	"time"

	"qubi/model"
)

// fill gives every field below v a value of its own.
func fill(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2000, 1, *next, 0, 0, 0, *next, time.UTC)))
			return
		}
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "ID", "Report", "Read", "Mark", "File", "Path", "FileSum": // not kept
			default:
				fill(v.Field(i), next)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), next)
		}
	case reflect.String:
		v.SetString("济阳区" + string(rune('一'+*next)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(1 / float64(*next))
	case reflect.Uint8:
		v.SetUint(uint64(*next % 250))
	default:
		v.SetInt(int64(-*next))
	}
}

// Every field of a report comes back as it was, a list that is empty as well as one
// that there is not.
func TestEveryFieldIsKept(t *testing.T) {
	var full Report
	next := 0
	fill(reflect.ValueOf(&full).Elem(), &next)
	empty := Report{Facts: []model.Fact{{Themes: []model.Theme{}}}}
	for _, want := range []*Report{&full, {}, &empty} {
		got, ok := Read(want.Bytes())
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%v\n got %+v\nwant %+v", ok, got, want)
		}
	}
}

// Bytes that are no report's are told, whatever they are.
func FuzzRead(f *testing.F) {
	full := Report{Facts: []model.Fact{{Name: "投资", Themes: []model.Theme{1}}}, Document: model.Document{Text: "投资12亿元。"}}
	f.Add(full.Bytes())
	f.Add([]byte{0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F})
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, ok := Read(raw)
		if !ok {
			return
		}
		if again, ok := Read(r.Bytes()); !ok || !reflect.DeepEqual(again.Facts, r.Facts) {
			t.Errorf("%q is read otherwise the second time", raw)
		}
	})
}
