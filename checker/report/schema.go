package report

import (
	_ "embed"
	"slices"
)

//go:embed report.schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of what WriteJSON writes.
func Schema() []byte { return slices.Clone(schema) }
