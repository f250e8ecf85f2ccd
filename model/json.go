package model

import (
	"bytes"
	"encoding/json"
)

// JSON is json.Marshal without the escapes that web pages need: Chinese and <>& as
// they are.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
