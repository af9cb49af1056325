package checker

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/report"
	"github.com/article41/article41/fixtures"
	"github.com/article41/article41/rules"
)

func seedJSON(t *testing.T, c *Checker, doc *article.Document) []byte {
	t.Helper()
	r, err := c.Check(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	// The digests name the files; everything else must not depend on them.
	r.Run = report.Run{}
	var b bytes.Buffer
	if err := report.WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestThousandRuns: the same input gives the same bytes, a thousand times and
// with the rule files read in another order.
func TestThousandRuns(t *testing.T) {
	data, err := fixtures.FS.ReadFile("primorye-visit/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := article.Read("article.txt", data, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newChecker(t)
	want := seedJSON(t, c, doc)
	for range 1000 {
		if !bytes.Equal(seedJSON(t, c, doc), want) {
			t.Fatal("two runs differ")
		}
	}
	for n := range uint64(4) {
		c, err := New(context.Background(), Options{Rules: shuffledRules(t, n), Today: "2024-01-01"})
		if err != nil {
			t.Fatal(err)
		}
		if got := seedJSON(t, c, doc); !bytes.Equal(got, want) {
			t.Fatal("the order of the rule files changes the report")
		}
	}
}

// shuffledRules are the rules with the files of frames renamed; files of measures
// must bear the name of their category.
func shuffledRules(t *testing.T, n uint64) fs.FS {
	t.Helper()
	r := rand.New(rand.NewPCG(n, 41))
	out := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := rules.FS.ReadFile(name)
		if err != nil {
			return err
		}
		if bytes.Contains(data, []byte("\nframes:")) {
			name = path.Join(path.Dir(name), fmt.Sprintf("%d.yaml", r.Uint64()))
		}
		out[name] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 15 {
		t.Fatalf("only %d rule files", len(out))
	}
	return out
}
