package claim

import (
	"bytes"
	_ "embed"
)

//go:embed claims.schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of claims files. The caller owns the
// copy.
func Schema() []byte { return bytes.Clone(schema) }
