package claim

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/article41/article41/checker/strictyaml"
)

var update = flag.Bool("update", false, "write the golden files")

func TestEncodeYAMLGolden(t *testing.T) {
	c := valid()
	c.Evidence = append(c.Evidence, Evidence{Role: Supporting, Quote: "He said: “no”.\nIt's # not so.", Prefix: " \u00a0"})
	small := Claim{ID: "c_05", Category: "arms", Activity: "arms_trade", Status: Denied, Evidence: []Evidence{{Quote: "no"}}}
	var b bytes.Buffer
	if err := validFile(c, small).EncodeYAML(&b); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/claims.yaml"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("differs from %s; run go test -update and look at the change\n%s", golden, b.Bytes())
	}
}

func TestEncodeRefusesWhatDecodeWould(t *testing.T) {
	bad := valid()
	bad.Status = "probable"
	broken := valid()
	broken.Evidence[0].Quote = "half a \xe2\x80"
	for name, f := range map[string]*File{"invalid": validFile(bad), "not UTF-8": validFile(broken), "no version": {}} {
		var b bytes.Buffer
		if err := f.EncodeYAML(&b); err == nil || b.Len() > 0 {
			t.Errorf("%s: YAML: error %v, %d bytes written", name, err, b.Len())
		}
		if err := f.EncodeJSON(&b); err == nil || b.Len() > 0 {
			t.Errorf("%s: JSON: error %v, %d bytes written", name, err, b.Len())
		}
	}
}

func TestFileWithoutClaims(t *testing.T) {
	f := validFile()
	checkRoundTrip(t, f)
}

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 7))
	for range 300 {
		checkRoundTrip(t, randomFile(r))
	}
}

// checkRoundTrip encodes, decodes and compares, both forms.
func checkRoundTrip(t *testing.T, f *File) {
	t.Helper()
	for _, form := range []struct {
		name   string
		encode func(*File, *bytes.Buffer) error
	}{
		{"claims.yaml", func(f *File, b *bytes.Buffer) error { return f.EncodeYAML(b) }},
		{"claims.json", func(f *File, b *bytes.Buffer) error { return f.EncodeJSON(b) }},
	} {
		var b bytes.Buffer
		if err := form.encode(f, &b); err != nil {
			t.Fatal(err)
		}
		got, err := Decode(form.name, b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if want := plain(f); !reflect.DeepEqual(plain(got), want) {
			t.Fatalf("%s: got %+v\nwant %+v\n%s", form.name, plain(got), want, b.Bytes())
		}
		var again bytes.Buffer
		if err := form.encode(got, &again); err != nil || !bytes.Equal(again.Bytes(), b.Bytes()) {
			t.Fatalf("%s: not the same bytes the second time (%v)", form.name, err)
		}
		validateWithSchema(t, form.name, b.Bytes())
	}
}

// plain is f without positions, with nil for empty lists.
func plain(f *File) *File {
	out := *f
	out.Claims = nil
	for _, c := range f.Claims {
		c.Pos = strictyaml.Pos{}
		evidence := append([]Evidence(nil), c.Evidence...)
		for i := range evidence {
			evidence[i].Pos = strictyaml.Pos{}
		}
		c.Evidence = evidence
		out.Claims = append(out.Claims, c)
	}
	return &out
}

// oddities are texts that YAML or JSON readers and writers stumble over.
var oddities = []string{
	"no", "NO", "y", "~", "null", "true", "1e3", "0123", "0x1F", "1_000", "12:30", "2017-08-05", "2701.10", ".inf", "=", "<<", "",
	" leading", "trailing ", "\tleading tab", "a\tb", "two\nlines", "two\n\nlines", "\nfirst line empty", "last\n", "  two\n indented", "a \n b",
	"- item", "? key", ": value", "key: value", "a #b", "#c", "&a", "*a", "!t", "%d", "@x", "`x`", "|", ">", "{a}", "[a]", "---", "...", "'it''s'", `"q"`, `\n`, `back\slash`,
	"’curly’ “quotes”", "no\u00a0break", "\u00a0", "soft\u00adhyphen", "zero\u200bwidth", "\ufeffmark", "line\u2028sep", "para\u2029sep", "next\u0085line", "bell\a", "esc\x1b[2J", "nul\x00", "del\x7f", "c1\u009b",
	"café", "cafe\u0301", "🇰🇵 flag", "한국어", "العربية", "\u202ertl", "\U0010ffff", "\ufffd", "\ufffe", "<script>&amp;", "cr\rlf\r\n", strings.Repeat("long words ", 40) + "end",
}

func randomText(r *rand.Rand) string {
	s := oddities[r.IntN(len(oddities))]
	for r.IntN(3) == 0 {
		s += oddities[r.IntN(len(oddities))]
	}
	return s
}

func randomFile(r *rand.Rand) *File {
	f := validFile()
	for i := range 1 + r.IntN(3) {
		c := valid()
		c.ID = string(rune('a' + i))
		fillText(r, reflect.ValueOf(&c).Elem())
		c.Evidence[0].Quote += "x" // not empty
		if r.IntN(2) == 0 {
			c.Quantity = &Quantity{Value: r.Float64() * 1e-9}
			c.Goods, c.Facts, c.Attribution, c.Extraction, c.EventDate = nil, nil, nil, nil, nil
		}
		f.Claims = append(f.Claims, c)
	}
	return f
}

// fillText puts odd text into every field that takes any text.
func fillText(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillText(r, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			fillText(r, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f, field := v.Field(i), v.Type().Field(i)
			switch field.Name {
			case "ID", "Country", "Listed", "From", "To", "Pos":
				continue
			}
			if f.Kind() == reflect.String && field.Tag.Get("enum") == "" {
				s := randomText(r)
				switch name := field.Name; {
				case s == "" && !strings.Contains(field.Tag.Get("yaml"), "omitempty"):
					s = "x"
				case name == "Quote" && strings.TrimSpace(s) == "":
					s = "x"
				}
				f.SetString(s)
				continue
			}
			if f.Kind() != reflect.String {
				fillText(r, f)
			}
		}
	}
}

func TestDecodeErrorsHavePlaces(t *testing.T) {
	const text = `schema_version: "1"
article: {path: article.txt, sha: x}
claims:
  - id: c_01
    category: labour
    activity: labour_deployment
    status: probable
    evidence:
      - quote: a
        role: main
`
	tests := []struct{ name, file, text, want string }{
		{"form", "claims.yaml", text, `claims.yaml:2:30: unknown key "sha" in article; known keys: path, sha256, published
claims.yaml:7:13: status is "probable"; it must be one of: asserted, alleged, planned, denied, negated, normative, hypothetical, ended
claims.yaml:10:15: role is "main"; it must be one of: primary, supporting, contradicting`},
		{"content", "claims.yaml", `schema_version: 1
article: {path: a.txt}
claims:
  - {id: c_01, category: a, activity: b, status: denied, evidence: [{quote: a, role: supporting}]}
  - {id: c_01, category: a, activity: b, status: denied, evidence: [{quote: " "}],
     event_date: {from: 2023-02-30}}
`, `claims.yaml is not a valid claims file:
claims.yaml:4:5: claim "c_01": no evidence is primary; mark the passage that states the activity
claims.yaml:5:5: claim "c_01": event_date.from is "2023-02-30"; it must be a real date, YYYY-MM-DD
claims.yaml:5:69: claim "c_01": evidence 1 quote is empty; copy the words from the article
claims.yaml:5:5: claim id "c_01" is used twice; the first is in line 4`},
		{"JSON", "claims.json", `{"schema_version": 1, "article": {"path": "a.txt"}, "claims": null}`,
			`claims.json:1:20: schema_version is 1; it must be a string, in quotes
claims.json:1:63: claims is empty; give it a value or leave it out`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Decode(tt.file, []byte(tt.text))
			if err == nil || f != nil || err.Error() != tt.want {
				t.Errorf("got file %v, error\n%v\nwant\n%s", f, err, tt.want)
			}
		})
	}
}

func FuzzDecodeYAML(f *testing.F) { fuzzDecode(f, "claims.yaml", "testdata/claims.yaml") }

func FuzzDecodeJSON(f *testing.F) {
	var b bytes.Buffer
	if err := validFile(valid()).EncodeJSON(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	fuzzDecode(f, "claims.json", "")
}

// What Decode accepts is valid, can be written, and comes back the same.
func fuzzDecode(f *testing.F, name, seed string) {
	if seed != "" {
		data, err := os.ReadFile(seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range oddities {
		quoted, _ := json.Marshal(s)
		f.Add([]byte(`{"schema_version": "1", "article": {"path": "a"}, "claims": [{"id": "c", "category": "a", "activity": "b", "status": "denied", "evidence": [{"quote": ` + string(quoted) + `}]}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decode(name, data)
		if err != nil {
			if !utf8.ValidString(err.Error()) && utf8.Valid(data) {
				t.Errorf("error is not UTF-8: %q", err)
			}
			return
		}
		if err := got.Validate(); err != nil {
			t.Fatal(err)
		}
		// A fuzzed file may hold a list that is empty but there.
		var b bytes.Buffer
		if err := got.EncodeYAML(&b); err != nil {
			t.Fatal(err)
		}
		var tree yaml.Node
		if err := yaml.Unmarshal(b.Bytes(), &tree); err != nil {
			t.Fatal(err)
		}
		again, err := Decode("again.yaml", b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		var c bytes.Buffer
		if err := again.EncodeYAML(&c); err != nil || !bytes.Equal(b.Bytes(), c.Bytes()) {
			t.Fatalf("not the same the second time (%v)\n%s\n%s", err, b.Bytes(), c.Bytes())
		}
	})
}
