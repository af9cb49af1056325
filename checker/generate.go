//go:build ignore

// This program writes countries.txt: the English names of States from the
// Unicode Consortium's locale data. Run it with "go generate ./checker" after an
// update of golang.org/x/text.
package main

import (
	"log"
	"os"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func main() {
	var out []byte
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil {
				continue
			}
			if name := display.English.Regions().Name(region); name != "" {
				out = append(out, code+" "+name+"\n"...)
			}
		}
	}
	if err := os.WriteFile("countries.txt", out, 0o644); err != nil {
		log.Fatal(err)
	}
}
