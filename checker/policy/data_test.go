package policy

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/rules"
	"github.com/open-policy-agent/opa/v1/ast"
)

// TestDataIsCurrent: with an old one the program is right, but slow to start.
func TestDataIsCurrent(t *testing.T) {
	c, err := catalog.Read(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	want, err := NewData(c.PolicyData(), c.Digest)
	if err != nil {
		t.Fatal(err)
	}
	if rules.PolicyData != string(want) {
		t.Error("rules/policydata.bin does not match the YAML files: run go generate ./rules")
	}
}

// TestDataIsTheCatalogue asks for the whole and for parts, as OPA does.
func TestDataIsTheCatalogue(t *testing.T) {
	plain := realData(t)
	data, err := NewData(plain, "")
	if err != nil {
		t.Fatal(err)
	}
	d, measures := data.open()
	whole := ast.MustInterfaceToValue(map[string]any{"catalog": plain})
	for _, ref := range []string{
		"data", "data.catalog", "data.catalog.measures", `data.catalog.measures["dprk-refined-petroleum-cap"].caps`,
		`data.catalog.measures["dprk-refined-petroleum-cap"].caps[0].amount`, `data.catalog.measures["dprk-refined-petroleum-cap"].caps[9]`,
		"data.catalog.index.KP.send_workers", "data.catalog.index.KP.send_workers.sender.any", "data.catalog.index.XX", "data.catalog.targets.KP.x", "data.other",
	} {
		path := ast.MustParseRef(ref)
		want, _ := whole.Find(path[1:])
		got := d.Get(path)
		if (got == nil) != (want == nil) || got != nil && got.Compare(want) != 0 {
			t.Errorf("%s is %v, not %v", ref, got, want)
		}
	}
	if want, err := readMeasures(plain); err != nil || !reflect.DeepEqual(measures, want) {
		t.Errorf("measures are %+v, not %+v (%v)", measures, want, err)
	}
	if _, err := NewData(map[string]any{"measures": plain["measures"], "more": json.RawMessage("{}")}, ""); err == nil {
		t.Error("a value that no policy can read was taken")
	}
}
