package report

import (
	"regexp"
	"strings"
	"testing"
)

func TestMarkdownText(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, 2017-12-22: 5% of it (S/RES/2397).": "plain text, 2017-12-22: 5% of it (S/RES/2397).",
		"# h":               "&#35; h",
		"- item":            "&#45; item",
		"+ item":            "&#43; item",
		"* item":            "&#42; item",
		"17. item":          "17&#46; item",
		"17) item":          "17&#41; item",
		"> quote":           "&#62; quote",
		"---":               "&#45;&#45;&#45;",
		"===":               "&#61;&#61;&#61;",
		"    code":          "code",
		"a | b":             "a &#124; b",
		"`c`":               "&#96;c&#96;",
		"*b* _i_ ~s~":       "&#42;b&#42; &#95;i&#95; <span>&#126;</span>s&#126;",
		"[x](y)":            "&#91;x&#93;(y)",
		"<b>":               "&#60;b&#62;",
		"&lt;":              "<span>&#38;</span>lt;",
		"&#64;":             "&#38;<span>&#35;</span>64;",
		"\\*":               "&#92;&#42;",
		"@user a@b.example": "<span>&#64;</span>user a<span>&#64;</span>b.example",
		"#1 GH-1 !1":        "<span>&#35;</span>1 GH<span>&#45;</span>1 <span>&#33;</span>1",
		"https://x www.x":   "https<span>&#58;</span>//x www<span>&#46;</span>x",
		":tada: 10:30":      "<span>&#58;</span>tada: 10<span>&#58;</span>30",
		"$x$":               "<span>&#36;</span>x<span>&#36;</span>",
		"/close":            "&#47;close",
		"a\nb\r\n# c":       "a b &#35; c",
		"\u202Egnp":         "‹U&#43;202E›gnp",
		"abcdef":            "abcdef",
		"0123abcd.":         "0123ab<span>cd</span>.",
		"x0123ABCdef45, y":  "x0123AB<span>Cdef45</span>, y",
		"f_0123456789abcde": "f&#95;012345<span>6789ab</span>cde",
		"한국 – “x” Ünal's":   "한국 – “x” Ünal's",
	} {
		if got := markdownText(in); got != want {
			t.Errorf("markdownText(%q) = %q, want %q", in, got, want)
		}
	}
}

// own is what the program itself writes as markup: what remains of the hostile
// report without it must hold no sign that Markdown or HTML reads.
var own = regexp.MustCompile(`</?(?:span|code|details|summary)>|&#\d+;|\[S/RES/[^\]]*\]\(<https://undocs\.org/[^>]*>\)|\*\*[A-Za-z0-9 ]+:\*\*|` +
	`(?m:^(?:> ?|#{1,4} |(?:  )?- |---$|\|---\|---\|$|\| \| \|$|\| [A-Z][a-z]+ \| |\*\*))| \|$|\.\*\*$`)

func TestMarkdownHostile(t *testing.T) {
	for name, r := range map[string]*Report{"hostile": hostileReport(t), "harmless": machineReport(t)} {
		out := string(render(t, WriteMarkdown, r, Options{ShowSuppressed: true}))
		if n := strings.Count(out, "<details>"); n == 0 || n != strings.Count(out, "</details>") || strings.Count(out, "<span>") != strings.Count(out, "</span>") {
			t.Errorf("%s: tags are not closed", name)
		}
		for _, line := range strings.Split(out, "\n") {
			rest := own.ReplaceAllString(line, "")
			if i := strings.IndexAny(rest, "`*_{}[]<>#+!|~\\$@^=&"); i >= 0 {
				t.Errorf("%s: %q is left of %q", name, rest[i:], line)
			}
			for _, bad := range []string{"://", "www.", "javascript:", "@octocat"} {
				if strings.Contains(rest, bad) {
					t.Errorf("%s: %s in %q", name, bad, line)
				}
			}
		}
	}
}

func TestMarkdownLinksLeadToTheLawOnly(t *testing.T) {
	r := machineReport(t)
	for i := range r.Findings {
		r.Findings[i].LegalBasis = list(r.Findings[i].LegalBasis)
		for n := range r.Findings[i].LegalBasis {
			r.Findings[i].LegalBasis[n].URL = "javascript:alert(1)"
		}
	}
	if out := string(render(t, WriteMarkdown, r, Options{})); strings.Contains(out, "](") || !strings.Contains(out, "S/RES/2397 (2017), para. 8") {
		t.Errorf("a link that leads nowhere, or no law:\n%s", out)
	}
}

// No text between tags could be a commit, wherever it comes from.
func TestMarkdownLinksNoCommits(t *testing.T) {
	r := machineReport(t)
	r.Findings[1].Message = "Commit deadbeefdeadbeefdeadbeefdeadbeefdeadbeef and 1234567 of octo/cat@1234567890."
	r.Run.WaiversSHA256 = digest("6")
	out := string(render(t, WriteMarkdown, r, Options{ShowSuppressed: true}))
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(out, "\x00")
	if m := regexp.MustCompile(`[0-9a-fA-F]{7,}`).FindString(text); m != "" {
		t.Errorf("%q could be a commit", m)
	}
	if whole := regexp.MustCompile(`</?span>`).ReplaceAllString(out, ""); !strings.Contains(whole, r.Run.BaselineSHA256) || !strings.Contains(whole, digest("6")) || !strings.Contains(whole, "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef and 1234567 of") {
		t.Errorf("digits are lost:\n%s", out)
	}
}

// What was not read stands first and is never cut; only blocks that look like what is
// always left out are.
func TestMarkdownOrderOfWhatIsMissing(t *testing.T) {
	r := machineReport(t)
	d := &r.Documents[0]
	d.Dropped, d.Notes = nil, nil
	for i := range 6 * maxListed {
		d.Dropped = append(d.Dropped, DroppedBlock{Reason: "caption", Line: i + 1}, DroppedBlock{Reason: "promotion", Line: i + 1, Suspect: true})
		d.Notes = append(d.Notes, Note{Code: "truncated", Message: "cut short"}, Note{Code: "not_read", Message: "left unread"})
	}
	for _, quiet := range []bool{false, true} {
		out := string(render(t, WriteMarkdown, r, Options{Quiet: quiet}))
		if n, at := strings.Count(out, ": left unread"), strings.LastIndex(out, ": left unread"); n != 6*maxListed || at > strings.Index(out, "\n### ") {
			t.Errorf("quiet %v: %d of %d parts not read, above the findings", quiet, n, 6*maxListed)
		}
		if quiet {
			continue
		}
		last := 0
		for _, part := range []struct {
			text string
			n    int
		}{{": cut short", 6 * maxListed}, {"extractor rejected", 1}, {"but holds full sentences", 6 * maxListed}, {"and 120 blocks more left out: see the JSON report", 1}} {
			at := strings.Index(out, part.text)
			if n := strings.Count(out, part.text); n != part.n || at < last {
				t.Errorf("%d of %d lines with %q, at %d behind %d", n, part.n, part.text, at, last)
			}
			last = at
		}
	}
}

func TestMarkdownNamesAllDocuments(t *testing.T) {
	r, _ := labourReport(t)
	r.Findings[0].Suppressed = &Suppression{Kind: SuppressedByBaseline, Reason: "in the baseline"}
	r.Run.BaselineSHA256, r.Run.WaiversSHA256 = digest("5"), digest("6")
	out := regexp.MustCompile(`</?span>`).ReplaceAllString(string(render(t, WriteMarkdown, r, Options{})), "")
	for _, want := range []string{
		"<details><summary>All documents: 2</summary>",
		"- <code>harbour.txt</code>: “Minister visits the harbour town” · published 2023-12-13 (given by the user) · 1 finding · 1 suppressed · text SHA-256 <code>" + r.Documents[0].TextSHA256 + "</code>\n",
		"- <code>quiet.txt</code>: published 2023-12-13 (given by the user) · 0 findings · text SHA-256 <code>" + r.Documents[1].TextSHA256 + "</code>\n",
		"- **Binds:** other States: RU\n", "- **Waivers:** <code>" + digest("6"), "- **Baseline:** <code>" + digest("5"),
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// What the report holds stands in it: quotes, sources, provisions, what is missing.
func TestMarkdownTellsTheFinding(t *testing.T) {
	r, _ := labourReport(t)
	out := string(render(t, WriteMarkdown, r, Options{}))
	for _, want := range []string{
		"> there had been signs that North Korea was moving to deploy workers to Russia\n", "> Moscow has denied", "Yonhap (news agency) → South Korea’s intelligence agency",
		"[S/RES/2375 (2017), para. 17](<https://undocs.org/en/S/RES/2375(2017)>)", "paragraph number not yet verified", "date of authorisation",
		"the text says so: verify", "<details><summary>1 claim set aside, no flag raised", "NUL bytes", Notice,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if quiet := string(render(t, WriteMarkdown, r, Options{Quiet: true})); strings.Contains(quiet, "<details>") || !strings.Contains(quiet, "NUL bytes") {
		t.Errorf("quiet:\n%s", quiet)
	}
}
