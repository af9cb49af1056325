// Package rules embeds the law as data and the lexicon. It imports nothing.
package rules

import "embed"

// FS holds the YAML files of this folder.
//
//go:embed *.yaml regimes lexicon
var FS embed.FS

// Parsed is a strictyaml.Snapshot of those files, so that a start of the program
// need not parse them.
//
//go:generate go run generate.go
//go:embed parsed.bin
var Parsed string

// Lexicon is the lexicon of those files, compiled by extract.Compile.
//
//go:embed lexicon.bin
var Lexicon string
