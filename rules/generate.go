//go:build ignore

// This program writes the .bin files. Run it with "go generate ./rules" after
// every change to a YAML file here, without which the files are read at every
// start, or to the code that packs them.
package main

import (
	"log"
	"os"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/extract"
	"github.com/article41/article41/checker/policy"
)

func main() {
	files := os.DirFS(".")
	c, err := catalog.Read(files)
	if err != nil {
		log.Fatal(err)
	}
	write("catalogue.bin", c.Pack(), nil)
	d, err := policy.NewData(c.PolicyData(), c.Digest)
	write("policydata.bin", string(d), err)
	l, err := extract.Compile(files)
	write("lexicon.bin", l, err)
}

func write(name, content string, err error) {
	if err == nil {
		err = os.WriteFile(name, []byte(content), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
