package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/article41/article41/checker/article"
)

// noThreshold is the --fail-on that lets no finding fail.
const noThreshold = "none"

// inputCase is the test case that says whether an input was read to its end.
const inputCase = "input"

// WriteJUnit writes r as JUnit XML for CI servers. A suite is a document, a test
// case a measure that was applied to it: all measures that were asked for when o
// holds the catalogue, else those that occur in the report.
//
//   - A measure fails when a finding under it is as grave as r.Run.FailOn or graver
//     and not suppressed. Without FailOn, or with "none", nothing fails.
//   - Where all findings are suppressed the case is skipped, with the reason.
//   - All other findings stand in the case's system-out.
//   - An input that could not be processed is a suite with an error; so is the
//     case "input" of a document of which a part was not read.
//
// There are no times and no host name: the same report gives the same bytes.
// Characters that XML cannot hold become U+FFFD.
func WriteJUnit(w io.Writer, r *Report, o Options) error {
	j := junit{w: bufio.NewWriter(w), p: newPrinter(io.Discard, r, Options{ShowSuppressed: true}), r: r, aside: map[string]int{}, rejected: map[string]int{}}
	found := make(map[[2]string][]*Finding) // by document and measure
	for i := range r.Findings {
		f := &r.Findings[i]
		key := [2]string{f.Document, f.Measure}
		found[key] = append(found[key], f)
	}
	measures := measuresOf(r, o.Catalogue)
	for _, c := range r.Claims {
		if c.SetAside != nil {
			j.aside[c.Document]++
		}
	}
	for _, u := range r.Ungrounded {
		j.rejected[u.Document]++
	}
	suites := make([]junitSuite, 0, len(r.Documents)+len(r.Failures))
	for _, d := range r.Documents {
		suites = append(suites, j.suite(&d, measures, found))
	}
	for _, f := range r.Failures {
		text := failureText(f)
		suites = append(suites, junitSuite{name: f.Name, cases: []junitCase{{class: inputCase, name: inputCase, err: text}}})
	}
	j.document(suites)
	if err := j.w.Flush(); err != nil {
		return fmt.Errorf("writing the JUnit report: %w", err)
	}
	return nil
}

type (
	junit struct {
		w        *bufio.Writer // keeps its error for Flush
		p        *printer      // for the places
		r        *Report
		aside    map[string]int // claims set aside, by document
		rejected map[string]int // claims of the extractor, by document
	}
	junitSuite struct {
		name       string
		properties [][2]string
		cases      []junitCase
		out        []string // lines
	}
	junitCase struct {
		class, name    string
		skipped        string   // the reason; "" when it was not
		err            string   // likewise
		failure, grave string   // message and severity; likewise
		failed         []string // lines
		out            []string // lines
	}
)

func (j *junit) suite(d *Document, measures []measure, found map[[2]string][]*Finding) junitSuite {
	s := junitSuite{name: d.Name, properties: [][2]string{{"document", d.ID}, {"text_sha256", d.TextSHA256}}}
	if d.Title != "" {
		s.properties = append(s.properties, [2]string{"title", d.Title})
	}
	// A measure that was not asked for has no case; what else the report lacks must
	// not look like a pass.
	if to := j.r.narrowedTo(); to != "" {
		s.properties = append(s.properties, [2]string{"narrowed_to", to})
	}
	var unread []string
	for _, n := range d.Notes {
		if n.Code == article.NoteNotRead {
			unread = append(unread, n.Message)
			s.out = append(s.out, "not read: "+n.Message)
		}
	}
	if len(unread) > 0 {
		s.cases = append(s.cases, junitCase{class: inputCase, name: inputCase, err: strings.Join(unread, "; ")})
	}
	hid := 0
	for _, m := range measures {
		of := found[[2]string{d.ID, m.id}]
		for _, f := range of {
			if f.Suppressed != nil {
				hid++
			}
		}
		s.cases = append(s.cases, j.measure(m, of))
	}
	if hid > 0 {
		s.out = append(s.out, hiddenText(hid))
	}
	if n := j.aside[d.ID]; n > 0 {
		s.out = append(s.out, plural(n, "claim", "claims")+" set aside")
	}
	if n := j.rejected[d.ID]; n > 0 {
		s.out = append(s.out, rejected(n))
	}
	s.out = append(s.out, Notice)
	return s
}

func (j *junit) measure(m measure, findings []*Finding) junitCase {
	c := junitCase{class: m.category, name: m.id}
	var fail, below, suppressed []*Finding
	for _, f := range findings {
		switch {
		case f.Suppressed != nil:
			suppressed = append(suppressed, f)
		case j.fails(f):
			fail = append(fail, f)
		default:
			below = append(below, f)
		}
	}
	if len(fail) > 0 {
		c.grave = fail[0].Severity
		for _, f := range fail {
			if graver(f.Severity, c.grave) {
				c.grave = f.Severity
			}
			c.failed = append(c.failed, j.lines(f)...)
		}
		c.failure = fmt.Sprintf("%s: %s for review, gravest %s", m.title, plural(len(fail), "flag", "flags"), c.grave)
	} else if len(below) == 0 && len(suppressed) > 0 {
		var reasons []string
		for _, f := range suppressed {
			if reason := suppressedText(f.Suppressed); !slices.Contains(reasons, reason) {
				reasons = append(reasons, reason)
			}
		}
		c.skipped = strings.Join(reasons, "; ")
	}
	for _, f := range below {
		c.out = append(c.out, j.lines(f)...)
	}
	for _, f := range suppressed {
		c.out = append(c.out, j.lines(f)...)
	}
	return c
}

// fails reports whether f is at or above the threshold, as AtOrAbove counts.
func (j *junit) fails(f *Finding) bool {
	on := j.r.Run.FailOn
	return on != "" && on != noThreshold && (&Report{Findings: []Finding{*f}}).AtOrAbove(on) > 0
}

// lines tell one finding: where, what, the passage, who says so, the law.
func (j *junit) lines(f *Finding) []string {
	place, quote := j.p.document(f.Document).Name, ""
	if len(f.Evidence) > 0 {
		place, quote = j.p.place(f.Document, f.Evidence[0]), f.Evidence[0].Exact()
	}
	head := place + ": " + f.Severity + ": " + words(f.Verdict) + ": " + f.Title + " [" + f.ID + "]"
	if f.Suppressed != nil {
		head += " (suppressed: " + suppressedText(f.Suppressed) + ")"
	}
	out := []string{head, "  " + f.Message}
	if quote != "" {
		out = append(out, "  \""+abridge(quote, 12*DefaultWidth)+"\" ("+string(f.Status)+")")
	}
	for _, l := range f.contradictionLines() {
		out = append(out, "  "+l)
	}
	out = append(out, "  said by: "+saidBy(f.Attribution))
	for _, l := range f.LegalBasis {
		out = append(out, "  law: "+strings.Join(nonEmpty(l.Label, lawRoleWords[l.Role], known(strengthWords, l.Strength), known(verificationWords, l.Verification)), ", "))
	}
	for i := range out {
		out[i] = Sanitize(out[i])
	}
	return out
}

// document writes the suites with the counts that the format wants before them.
func (j *junit) document(suites []junitSuite) {
	var all junitCounts
	for _, s := range suites {
		all.add(s.counts())
	}
	j.text(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<testsuites")
	j.attribute("name", j.r.Tool.Name)
	// The format has no count of skipped cases here.
	j.number("tests", all.tests)
	j.number("failures", all.failures)
	j.number("errors", all.errors)
	j.text(">\n")
	for i, s := range suites {
		j.writeSuite(i, s)
	}
	j.text("</testsuites>\n")
}

type junitCounts struct{ tests, failures, errors, skipped int }

func (c *junitCounts) add(d junitCounts) {
	c.tests += d.tests
	c.failures += d.failures
	c.errors += d.errors
	c.skipped += d.skipped
}

func (s junitSuite) counts() junitCounts {
	n := junitCounts{tests: len(s.cases)}
	for _, c := range s.cases {
		switch {
		case c.err != "":
			n.errors++
		case c.failure != "":
			n.failures++
		case c.skipped != "":
			n.skipped++
		}
	}
	return n
}

func (j *junit) writeSuite(id int, s junitSuite) {
	n := s.counts()
	j.text("  <testsuite")
	j.attribute("name", s.name)
	j.number("id", id)
	j.number("tests", n.tests)
	j.number("failures", n.failures)
	j.number("errors", n.errors)
	j.number("skipped", n.skipped)
	j.text(">\n")
	if len(s.properties) > 0 {
		j.text("    <properties>\n")
		for _, p := range s.properties {
			j.text("      <property")
			j.attribute("name", p[0])
			j.attribute("value", p[1])
			j.text("/>\n")
		}
		j.text("    </properties>\n")
	}
	for _, c := range s.cases {
		j.text("    <testcase")
		j.attribute("classname", c.class)
		j.attribute("name", c.name)
		if c.err == "" && c.failure == "" && c.skipped == "" && len(c.out) == 0 {
			j.text("/>\n")
			continue
		}
		j.text(">\n")
		if c.skipped != "" {
			j.text("      <skipped>" + xmlText(c.skipped) + "</skipped>\n")
		}
		if c.err != "" {
			j.text("      <error")
			j.attribute("type", "not processed")
			j.attribute("message", c.err)
			j.text("/>\n")
		}
		if c.failure != "" {
			j.text("      <failure")
			j.attribute("type", c.grave)
			j.attribute("message", c.failure)
			j.text(">")
			j.content(c.failed)
			j.text("</failure>\n")
		}
		if len(c.out) > 0 {
			j.text("      <system-out>")
			j.content(c.out)
			j.text("</system-out>\n")
		}
		j.text("    </testcase>\n")
	}
	if len(s.out) > 0 {
		j.text("    <system-out>")
		j.content(s.out)
		j.text("</system-out>\n")
	}
	j.text("  </testsuite>\n")
}

func (j *junit) text(s string) { _, _ = j.w.WriteString(s) }

func (j *junit) content(lines []string) {
	for i, l := range lines {
		if i > 0 {
			j.text("\n")
		}
		j.text(xmlText(l))
	}
}

func (j *junit) attribute(name, value string) {
	j.text(" " + name + `="` + xmlText(value) + `"`)
}

func (j *junit) number(name string, n int) { j.attribute(name, strconv.Itoa(n)) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;",
	"\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD") // these two are no characters of XML; Sanitize has seen to the controls

// xmlText is s as one line of character data or an attribute value.
func xmlText(s string) string { return xmlEscapes.Replace(Sanitize(s)) }
