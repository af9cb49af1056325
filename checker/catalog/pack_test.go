package catalog

import (
	"reflect"
	"testing"

	"github.com/article41/article41/rules"
)

// TestPackedIsCurrent: with an old one the program is right, but slow to start.
func TestPackedIsCurrent(t *testing.T) {
	c, err := Read(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	if rules.Catalogue != c.Pack() {
		t.Error("rules/catalogue.bin does not match the YAML files: run go generate ./rules")
	}
}

// TestPackKeepsEverything: what packing leaves out would be no law.
func TestPackKeepsEverything(t *testing.T) {
	want, err := Read(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	if got := unpack(want.Pack(), want.Digest); !reflect.DeepEqual(got, want) {
		t.Errorf("\n%+v\nbecame\n%+v", want, got)
	}
	if unpack(want.Pack(), "another") != nil {
		t.Error("the catalogue of other files was taken")
	}
}
