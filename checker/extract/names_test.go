package extract

import (
	"testing"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/rules"
)

// A known name of one word behind a capitalised one, in a sentence longer than the one
// before: what stands before it is asked of the words of this sentence.
func TestKnownNameBehindACapital(t *testing.T) {
	lex, err := Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	x := New(lex)
	for _, test := range []struct {
		text   string
		claims int
	}{
		{"Kim Jong Un spoke.\n\nIt rained on the long road from the port to the city, and at noon on Friday Kim sent 3,000 workers to Russia.\n", 1},
		{"Kim Jong Un spoke.\n\nIt rained on the long and winding road from the port to the city, and at noon the tall Ballerina Kim sent letters to Russia.\n", 0},
	} {
		doc, err := article.Read("x.txt", []byte(test.text), article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found, err := x.Extract(t.Context(), doc)
		if err != nil || len(found.Claims) != test.claims {
			t.Errorf("%s\n%v, %d claims, want %d", test.text, err, len(found.Claims), test.claims)
		}
	}
}
