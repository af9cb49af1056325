// Package rules embeds the law as data and the lexicon. It imports nothing.
package rules

import "embed"

// FS holds the YAML files of this folder.
//
//go:embed *.yaml regimes lexicon
var FS embed.FS

// What follows is made of those files so that a start of the program need not
// parse and check them. Its readers use it only if it was made of the files that
// they are given.
//
//go:generate go run generate.go

// Catalogue is what the others of those files say, by Pack of package catalog.
//
//go:embed catalogue.bin
var Catalogue string

// PolicyData is that catalogue as the policies read it, a policy.Data.
//
//go:embed policydata.bin
var PolicyData string

// Lexicon is the lexicon of those files, compiled by extract.Compile.
//
//go:embed lexicon.bin
var Lexicon string
