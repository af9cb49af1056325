//go:build ignore

// This program writes parsed.bin. Run it with "go generate ./rules" after every
// change to a YAML file here; until then that file is parsed at every start.
package main

import (
	"log"
	"os"

	"github.com/article41/article41/checker/strictyaml"
)

func main() {
	s, err := strictyaml.NewSnapshot(os.DirFS("."))
	if err == nil {
		err = os.WriteFile("parsed.bin", []byte(s), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
