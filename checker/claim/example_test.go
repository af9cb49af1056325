package claim_test

import (
	"fmt"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
)

// Read a claims file that was written by hand and check it against its article.
func Example() {
	const text = "South Korea’s intelligence agency said on Tuesday there had been signs that " +
		"North Korea was moving to deploy workers to Russia, according to the Yonhap news agency.\n"
	const claims = `
schema_version: "1"
article: {path: article.txt}
claims:
  - id: c_01
    category: labour
    activity: labour_deployment
    status: alleged
    stage: preparing
    parties:
      - {role: worker_origin, country: KP, name: North Korea}
      - {role: host, country: RU, name: Russia}
    attribution:
      - {name: Yonhap, kind: news_agency}
      - {name: South Korea's intelligence agency, kind: government_agency, origin: true}
    evidence:
      - quote: >-
          signs that North Korea was moving
          to deploy workers to Russia
`
	doc, err := article.Read("article.txt", []byte(text), article.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := claim.Decode("claims.yaml", []byte(claims))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := file.Verify(doc); err != nil {
		fmt.Println(err)
		return
	}
	ev := file.Claims[0].Evidence[0]
	fmt.Printf("characters %d to %d: %s\n", *ev.Start, *ev.End, ev.Quote)

	file.Claims[0].Evidence[0].Quote = "North Korea was preparing to deploy workers"
	fmt.Println(file.Verify(doc))

	// Output:
	// characters 65 to 126: signs that North Korea was moving to deploy workers to Russia
	// claims.yaml:17:9: claim "c_01": quote "North Korea was preparing to deploy workers" does not stand in article.txt; the nearest passage is at article.txt:1:77: "North Korea was moving to deploy workers"; copy the article's own words, letter case too
}
