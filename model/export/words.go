package export

import (
	"qubi/model"
	"qubi/model/lang"
)

// phrase is the text export.KEY in the language.
func phrase(l model.Lang, key string, args ...any) string {
	return lang.Load(l).Text("export."+key, args...)
}
