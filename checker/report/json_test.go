package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

func writeJSON(t testing.TB, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteJSONGolden(t *testing.T) {
	r, _ := labourReport(t)
	golden(t, "report.json", []byte(writeJSON(t, r)))
}

// The report is written item by item; encoding/json must agree on every byte, so
// that no member is forgotten and the layout stays.
func TestWriteJSONAgreesWithTheStructs(t *testing.T) {
	full, _ := labourReport(t)
	full.Failures = []Failure{{Name: "a\u202e<b>.txt", Error: "gone\x7f"}}
	for name, r := range map[string]*Report{"full": full, "empty": emptyReport(t)} {
		got := writeJSON(t, r)
		var whole Report
		if err := json.Unmarshal([]byte(got), &whole); err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(whole); err != nil {
			t.Fatal(err)
		}
		if w := string(escapeInvisible(nil, want.Bytes())); got != w {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, w)
		}
	}
}

type countingWriter struct{ writes, largest int }

func (c *countingWriter) Write(p []byte) (int, error) {
	c.writes++
	c.largest = max(c.largest, len(p))
	return len(p), nil
}

func TestWriteJSONStreams(t *testing.T) {
	r, _ := labourReport(t)
	for range 5000 {
		r.Claims = append(r.Claims, r.Claims[0])
	}
	var c countingWriter
	if err := WriteJSON(&c, r); err != nil || c.largest > 1<<20 || c.writes < 20 {
		t.Errorf("%d writes, the largest of %d bytes, %v", c.writes, c.largest, err)
	}
}

// TestWriteJSONNoNull gives every list of the model one zero element, so that
// a list added later cannot come out as null.
func TestWriteJSONNoNull(t *testing.T) {
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0))
		}
	}
	// empty makes one list nil: that one must still be written as [].
	var lists func(v reflect.Value, visit func(reflect.Value))
	lists = func(v reflect.Value, visit func(reflect.Value)) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				lists(v.Field(i), visit)
			}
		case reflect.Slice:
			if v.Len() > 0 {
				lists(v.Index(0), visit)
			}
			visit(v)
		}
	}
	var r Report
	fill(reflect.ValueOf(&r).Elem())
	n := 0
	lists(reflect.ValueOf(&r).Elem(), func(list reflect.Value) {
		n++
		kept := reflect.ValueOf(list.Interface())
		list.SetZero()
		if out := writeJSON(t, &r); strings.Contains(out, "null") {
			t.Errorf("nil %v gives null", list.Type())
		}
		if !list.IsNil() {
			t.Errorf("writing filled the caller's %v", list.Type())
		}
		list.Set(kept)
	})
	if n < 15 {
		t.Errorf("only %d lists were tried", n)
	}
	if out := writeJSON(t, &Report{}); strings.Contains(out, "null") {
		t.Errorf("zero report has null:\n%s", out)
	}
}

func TestWriteJSONText(t *testing.T) {
	r := emptyReport(t)
	title := "a <b> & “c” \u202Ereversed\u2069 \x1b[31m \u009b \x7f \U000E0041 한국 👩‍🌾"
	r.Documents[0].Title = title
	out := writeJSON(t, r)
	if !strings.HasSuffix(out, "}\n") {
		t.Error("no newline at the end")
	}
	if !strings.Contains(out, "a <b> & “c”") || !strings.Contains(out, "한국") {
		t.Error("plain text is escaped")
	}
	for _, c := range []string{"\u202E", "\u2069", "\x1b", "\u009b", "\x7f", "\U000E0041"} {
		if strings.Contains(out, c) {
			t.Errorf("%+q passes as it is", c)
		}
	}
	var back Report
	if err := json.Unmarshal([]byte(out), &back); err != nil {
		t.Fatal(err)
	}
	if back.Documents[0].Title != title {
		t.Errorf("title reads back as %+q", back.Documents[0].Title)
	}
}

func TestReadJSONRoundTrip(t *testing.T) {
	r, _ := labourReport(t)
	r.Claims[0].Quantity = &claim.Quantity{Value: 12.5, Unit: "person"}
	out := writeJSON(t, r)
	back, err := ReadJSON(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if again := writeJSON(t, back); again != out {
		t.Errorf("reading and writing changes the report:\n%s", again)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	r, _ := labourReport(t)
	good := writeJSON(t, r)
	for _, tc := range []struct{ name, in, want string }{
		{"empty", "", "not a JSON report"},
		{"cut off", good[:len(good)/2], "not a JSON report"},
		{"unknown field", strings.Replace(good, `"tool":`, `"tols": 1, "tool":`, 1), "tols"},
		{"two reports", good + good, "text after the end"},
		{"other version", strings.Replace(good, `"schema_version": "1"`, `"schema_version": "9"`, 1), `schema_version is "9"`},
		{"quote changed", strings.ReplaceAll(good, `"exact": "there had been`, `"exact": "there have been`), "do not fit the quote"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := ReadJSON(strings.NewReader(tc.in))
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

func FuzzReadJSON(f *testing.F) {
	r, _ := labourReport(f)
	f.Add([]byte(writeJSON(f, r)))
	f.Add([]byte(writeJSON(f, emptyReport(f))))
	f.Add([]byte(`{"schema_version":"1","documents":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, write := range []textWriter{WritePretty, WriteConcise} {
			assertPrintable(t, render(t, write, r, Options{ShowAside: true}))
		}
		out := writeJSON(t, r)
		back, err := ReadJSON(strings.NewReader(out))
		if err != nil {
			t.Fatalf("cannot read what was written: %v", err)
		}
		if again := writeJSON(t, back); again != out {
			t.Errorf("writing is not stable:\n%s\n%s", out, again)
		}
	})
}
