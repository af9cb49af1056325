// Package rules embeds the law as data and the lexicon. It imports nothing.
package rules

import "embed"

// FS holds the YAML files of this folder.
//
//go:embed *.yaml regimes lexicon
var FS embed.FS
