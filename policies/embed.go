// Package policies embeds the Rego policies. It imports nothing.
package policies

import "embed"

// FS holds every Rego file, tests included; package policy leaves the tests out.
//
//go:embed *.rego lib categories
var FS embed.FS

// Compiled is a policy.Ahead of those files, tests left out.
//
//go:generate go run generate.go
//go:embed compiled.bin
var Compiled string
