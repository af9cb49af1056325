package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/article41/article41/checker/claim"
)

// readCSV returns one map a row, by column.
func readCSV(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	if n := bytes.Count(data, []byte("\n")); n == 0 || n != bytes.Count(data, []byte("\r\n")) {
		t.Errorf("%d lines, %d with CR LF", n, bytes.Count(data, []byte("\r\n")))
	}
	in := csv.NewReader(bytes.NewReader(data))
	rows, err := in.ReadAll() // fails where rows differ in length
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		if len(m) != len(csvColumns) {
			t.Fatalf("%d columns with %d names", len(csvColumns), len(m))
		}
		out = append(out, m)
	}
	return out
}

func TestCSVRows(t *testing.T) {
	r := machineReport(t)
	rows := readCSV(t, render(t, WriteCSV, r, Options{}))
	if len(rows) != len(r.Findings) {
		t.Fatalf("%d rows, %d findings", len(rows), len(r.Findings))
	}
	for i, row := range rows {
		f := r.Findings[i]
		if row["fingerprint"] != f.Fingerprint || row["measure"] != f.Measure || row["verdict"] != f.Verdict || row["quote"] != Sanitize(f.Evidence[0].Exact()) {
			t.Errorf("row %d is %v", i, row)
		}
	}
	if w := rows[0]; w["suppressed"] != "waiver" || w["suppressed_reason"] != "reviewed: the workers left" || w["verification"] != "secondary; memory" || w["exemptions_stated"] != "committee" {
		t.Errorf("waived: %v", w)
	}
	if c := rows[3]; c["copy_of"] != rows[1]["finding"]+" in harbour.txt" || c["document"] != "articles/coast one, 100%.txt" || c["story"] != "s_1" {
		t.Errorf("copy: %v", c)
	}
	if row := rows[1]; row["contradicting"] != `line 7: "Moscow has denied that it is receiving workers."` || row["other_passages"] != "" || row["notice"] != Notice {
		t.Errorf("the denial: %v", row)
	}
	if p := rows[4]; p["lines_of"] != "extracted text" || rows[0]["lines_of"] != "file" {
		t.Errorf("page: %v", p)
	}
	if rows := readCSV(t, render(t, WriteCSV, emptyReport(t), Options{})); len(rows) != 0 {
		t.Errorf("rows of an empty report: %v", rows)
	}
}

func TestInertCell(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "": "", "a=b": "a=b", "2017-12-22": "2017-12-22", "'quoted": "'quoted",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "\u3000=1": "'\u3000=1",
		"\t=1": "' =1", "\tx": "' x", "\rx": "' x", " \tx": "'  x", "\n=1": "' =1", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x", "−1": "'−1",
		"a;=1": "a;'=1", "a; =1": "a;' =1", `a,"=1"`: `a,'"=1"`, "a|@x": "a|'@x", "a|\t-1;b, c": "a|' -1;b, c", ";;=1": ";;'=1", "5,−1;": "5,'−1;", "a\t=1": "a =1",
		"x;\u00a0＝1": "x;'\u00a0＝1", "=1;=2": "'=1;'=2",
		"\u00ad=1": "'=1", "\x00=1": "'=1", "\x1b=1": "'=1", "\u200b=1": "‹U+200B›=1", "\ufeff=1": "‹U+FEFF›=1", "\xff=1": "\uFFFD=1", "\u2028=1": "' =1",
	} {
		if got := inertCell(in); got != want {
			t.Errorf("inertCell(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

// Wherever a spreadsheet splits a row of ours, no part is a formula.
func TestCSVInertUnderOtherSeparators(t *testing.T) {
	r := hostileReport(t)
	for _, text := range []string{"a;=1", `x"; "=1`, "x |\t@y", "a, -b", ";+"} {
		for i := range r.Findings {
			f := &r.Findings[i]
			f.Message, f.Title, f.Missing = text, text, []string{"m", text, "=1"}
			f.Evidence[1].Role, f.Evidence[1].Target.Selector[0].Exact = claim.Contradicting, text
		}
		for _, separator := range ";\t|" {
			in := csv.NewReader(bytes.NewReader(render(t, WriteCSV, r, Options{})))
			in.Comma, in.LazyQuotes, in.FieldsPerRecord = separator, true, -1
			rows, err := in.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if startsFormula(strings.TrimLeft(cell, "\"")) {
						t.Errorf("%q with %q gives the cell %q", text, separator, cell)
					}
				}
			}
		}
	}
}

// Nothing that an article or a rule holds becomes a formula or a row of its own.
func TestCSVHostile(t *testing.T) {
	r := hostileReport(t)
	for _, start := range []string{"=", "+", "-", "@", "\t", "\r", " =", "＝", "\",=", "\r\n="} {
		for i := range r.Findings {
			f := &r.Findings[i]
			f.Message, f.Title, f.Measure = start+`HYPERLINK("http://evil.example";"x")`, start+"x", start+"y"
		}
		r.Documents[0].Name = start + "cmd|' /C calc'!A0"
		rows := readCSV(t, render(t, WriteCSV, r, Options{}))
		if len(rows) != len(r.Findings) {
			t.Fatalf("%q makes %d rows of %d findings", start, len(rows), len(r.Findings))
		}
		for _, row := range rows {
			for name, cell := range row {
				if c := strings.TrimSpace(cell); c != "" && strings.Contains("=+-@＝＋－＠", string([]rune(c)[0])) {
					t.Errorf("%s is %q", name, cell)
				}
			}
		}
	}
}
