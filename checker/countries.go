package checker

import (
	"strings"

	_ "embed"
)

// countries has a line for each ISO 3166-1 alpha-2 code: the code, a space and
// the English name. The package that the names come from prepares tables of all
// languages at every start.
//
//go:generate go run generate.go
//go:embed countries.txt
var countries string

// countryName is the English name of a State, or "" for an unknown code.
func countryName(alpha2 string) string {
	for line := range strings.Lines(countries) {
		if code, name, _ := strings.Cut(line, " "); code == alpha2 {
			return strings.TrimSuffix(name, "\n")
		}
	}
	return ""
}
