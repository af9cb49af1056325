package rules_test

import (
	"testing"

	"github.com/article41/article41/checker/strictyaml"
	"github.com/article41/article41/rules"
)

// TestParsedIsCurrent: with an old snapshot the program is right, but slow to
// start.
func TestParsedIsCurrent(t *testing.T) {
	want, err := strictyaml.NewSnapshot(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	if rules.Parsed != string(want) {
		t.Error("rules/parsed.bin does not match the YAML files: run go generate ./rules")
	}
}
