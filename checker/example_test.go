package checker_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/article41/article41/checker"
	"github.com/article41/article41/checker/article"
)

func Example() {
	ctx := context.Background()
	c, err := checker.New(ctx, checker.Options{})
	if err != nil {
		log.Fatal(err)
	}

	f, err := os.Open("../fixtures/primorye-visit/article.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	doc, err := article.ReadFrom("article.txt", f, article.Options{})
	if err != nil {
		log.Fatal(err)
	}

	r, err := c.Check(ctx, doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, x := range r.Findings {
		if x.Severity != "critical" {
			continue
		}
		p := x.Evidence[0]
		fmt.Printf("%s:%d: %s: %s\n", doc.Name, p.Line, x.Verdict, x.Measure)
		fmt.Println(x.LegalBasis[0].Label)
	}
	// Output:
	// article.txt:24: breach_indicated: dprk-arms-trade
	// S/RES/1718 (2006), para. 8 (b)
}
