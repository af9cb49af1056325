package checker

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// TestCountryNames: every code a claim can have, known or not, is named as by
// the package that the table is made from.
func TestCountryNames(t *testing.T) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code, want := string([]rune{a, b}), ""
			if region, err := language.ParseRegion(code); err == nil {
				want = display.English.Regions().Name(region)
			}
			if got := countryName(code); got != want {
				t.Errorf("%s is %q, want %q: run go generate ./checker", code, got, want)
			}
		}
	}
}
