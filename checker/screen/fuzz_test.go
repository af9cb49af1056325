package screen

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzReadUN(f *testing.F) {
	real, err := os.ReadFile("../../fixtures/_lists/list.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(real)
	f.Add([]byte(head + entry + tail))
	f.Add([]byte(`<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST/>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ReadUN(bytes.NewReader(data))
		if err != nil {
			if l != nil || !utf8.ValidString(err.Error()) || len(err.Error()) > 1000 {
				t.Errorf("an error with a list, or one that cannot be shown: %q", err)
			}
			return
		}
		if l.Date == "" || len(l.Entries) == 0 {
			t.Error("a list without a date or entries")
		}
		for _, e := range l.Entries {
			if e.Reference == "" || len(e.Names) == 0 {
				t.Errorf("an entry without reference or name: %+v", e)
			}
		}
		NewMatcher(l).Search(Query{Name: l.Entries[0].Name()})
	})
}

func FuzzReadVessels(f *testing.F) {
	f.Add([]byte("name,imo,status\nA,9876555,designated\n"))
	f.Add([]byte("name\timo\tstatus\n\"A\n\t9876555\tdesignated\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ReadVessels(bytes.NewReader(data))
		if err == nil {
			NewMatcher(l).Search(Query{Name: l.Entries[0].Name(), Kind: Vessel})
		}
	})
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Ch’oe Yŏng-nim", "AL-QA'IDA", "أسامة", "金正恩", "ﬁ\u0301", strings.Repeat("é", 600)} {
		f.Add(s)
	}
	un, vessels := smallLists(f)
	m := NewMatcher(un, vessels)
	f.Fuzz(func(t *testing.T, name string) {
		tokens := Tokens(name)
		if len(tokens) > maxTokens {
			t.Errorf("%d tokens", len(tokens))
		}
		for _, w := range tokens {
			if w == "" || strings.ContainsAny(w, " -'ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				t.Errorf("%q is no token", w)
			}
		}
		r := m.Search(Query{Name: name, Context: name})
		for _, x := range r.Matches {
			if x.Score < DefaultThreshold && !x.Identity || x.Score > 1 {
				t.Errorf("%q: a match with the score %v", name, x.Score)
			}
		}
	})
}
