package export

import (
	"qubi/model"
	"qubi/model/lang"
)

// label heads the column of that key.
func label(l model.Lang, key string) string { return phrase(l, "column."+key) }

// phrase is the text export.KEY in the language.
func phrase(l model.Lang, key string, args ...any) string {
	return lang.Load(l).Text("export."+key, args...)
}
