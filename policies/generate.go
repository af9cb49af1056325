//go:build ignore

// This program writes compiled.bin. Run it with "go generate ./policies" after
// every change to a policy and every update of OPA; until then the policies are
// compiled at every start.
package main

import (
	"log"
	"os"

	"github.com/article41/article41/checker/policy"
)

func main() {
	a, err := policy.CompileAhead(os.DirFS("."))
	if err == nil {
		err = os.WriteFile("compiled.bin", []byte(a), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
