package policy_test

import (
	"testing"
	"testing/fstest"

	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/policies"
)

// aheadEngine answers from the policies compiled beforehand.
func aheadEngine(t testing.TB) *policy.Engine {
	t.Helper()
	e, err := policy.NewWithOptions(t.Context(), policies.FS, realCatalogue(t), policy.Options{Ahead: policy.Ahead(policies.Compiled)})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestAheadIsCurrent: with old ones the program is right, but slow to start; and
// what an update of OPA changes in the compiled form must not go unseen. That
// the answers are the same is TestOracle's to see.
func TestAheadIsCurrent(t *testing.T) {
	want, err := policy.CompileAhead(policies.FS)
	if err != nil {
		t.Fatal(err)
	}
	if policies.Compiled != string(want) {
		t.Error("policies/compiled.bin does not match the policies: run go generate ./policies")
	}
}

// TestAheadOfOtherPolicies: compiled policies must not answer for changed ones.
func TestAheadOfOtherPolicies(t *testing.T) {
	ahead, err := policy.CompileAhead(whole(`decisions := {}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]fstest.MapFS{"the same": whole(`decisions := {}`), "others": whole(`decisions := data.catalog.nothing`)} {
		e, err := policy.NewWithOptions(t.Context(), files, realCatalogue(t), policy.Options{Ahead: ahead})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Evaluate(t.Context(), mix()[0]); (err == nil) != (name == "the same") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAheadRefusesWhatItCannotHold: a rule must not lose a part.
func TestAheadRefusesWhatItCannotHold(t *testing.T) {
	if _, err := policy.CompileAhead(whole(`decisions := x if { x := input.id with input as {} }`)); err == nil {
		t.Error("a rule with a `with` was compiled beforehand")
	}
}
