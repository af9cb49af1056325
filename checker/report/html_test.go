package report

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/article41/article41/checker/article"
)

var ownCode = regexp.MustCompile(`(?s)(<(style|script)>)(.*?)(</(style|script)>)`)

// TestHTMLGolden leaves the style and the script out: they are files of their own.
func TestHTMLGolden(t *testing.T) {
	for _, tc := range htmlCases(t) {
		if slices.Contains([]string{"many", "another_article", "suppressed_shown"}, tc.name) {
			continue
		}
		t.Run(tc.name, func(t *testing.T) {
			out := ownCode.ReplaceAll(render(t, WriteHTML, tc.r, tc.o), []byte("$1$4"))
			out = regexp.MustCompile(`sha256-[^;]*;`).ReplaceAll(out, []byte("…;"))
			golden(t, "html_"+tc.name+".html", out)
		})
	}
}

// htmlElements are all that a page is made of; whatever else turns up came from outside.
const htmlElements = " a article b bdi blockquote body br button code dd details dialog div dl dt fieldset h1 h2 h3 h4 head header html input kbd" +
	" label legend li main mark meta option output p q script section select span strong style summary table tbody td th thead title tr ul "

const htmlAttributes = " aria-haspopup aria-label aria-labelledby aria-live autocomplete charset checked class content data-card data-category" +
	" data-count data-ids data-ref data-severity data-status data-suppressed data-verdict data-words dir hidden href http-equiv id lang name" +
	" placeholder rel role scope spellcheck tabindex title type value "

func walk(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := range n.ChildNodes() {
		walk(c, visit)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestHTMLIsInert parses every page as a browser does: it is made of the page's own
// elements and attributes, each link leads to the web or to a place on the page, ids are
// there once, and the policy holds for the one style and the one script.
func TestHTMLIsInert(t *testing.T) {
	for _, tc := range htmlCases(t) {
		t.Run(tc.name, func(t *testing.T) {
			out := render(t, WriteHTML, tc.r, tc.o)
			root, err := html.Parse(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			ids, policy, code := map[string]bool{}, "", map[string][]string{}
			walk(root, func(n *html.Node) {
				switch {
				case n.Type == html.CommentNode:
					t.Errorf("comment %q", n.Data)
				case n.Type != html.ElementNode:
					return
				case !strings.Contains(htmlElements, " "+n.Data+" "):
					t.Errorf("element %s", n.Data)
				}
				for _, a := range n.Attr {
					if !strings.Contains(htmlAttributes, " "+a.Key+" ") {
						t.Errorf("attribute %s of %s", a.Key, n.Data)
					}
				}
				if id := attribute(n, "id"); id != "" {
					if ids[id] || strings.ContainsFunc(id, func(r rune) bool { return unicode.IsSpace(r) || r == '<' || r == '"' }) {
						t.Errorf("id %q is there twice, or unfit", id)
					}
					ids[id] = true
				}
				switch n.Data {
				case "meta":
					if attribute(n, "http-equiv") == "Content-Security-Policy" {
						policy = attribute(n, "content")
					}
				case "style", "script":
					code[n.Data] = append(code[n.Data], n.FirstChild.Data)
				}
			})
			walk(root, func(n *html.Node) {
				if n.Type != html.ElementNode || n.Data != "a" {
					return
				}
				href := attribute(n, "href")
				inside, within := strings.CutPrefix(href, "#")
				switch {
				case within && !ids[inside]:
					t.Errorf("%q leads nowhere", href)
				case !within && !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "http://"):
					t.Errorf("link to %q", href)
				case !within && attribute(n, "rel") != "noopener noreferrer nofollow":
					t.Errorf("link to %q with rel %q", href, attribute(n, "rel"))
				}
			})
			if len(code["style"]) != 1 || len(code["script"]) != 1 {
				t.Fatalf("%d styles, %d scripts", len(code["style"]), len(code["script"]))
			}
			want := fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'",
				sourceHash(code["script"][0]), sourceHash(code["style"][0]))
			if policy != want {
				t.Errorf("policy %q, want %q", policy, want)
			}
			for _, r := range string(out) {
				if r != '\n' && (unicode.IsControl(r) || invisible(r)) || r == 0x2028 || r == 0x2029 {
					t.Errorf("%U on the page", r)
				}
			}
		})
	}
}

// TestHTMLShowsHostileText: it is on the page as text, with what cannot be seen made
// visible; its addresses are text, too.
func TestHTMLShowsHostileText(t *testing.T) {
	r, articles := hostilePage(t)
	out := string(render(t, WriteHTML, r, Options{Articles: articles}))
	for _, want := range []string{
		"&lt;b&gt;first&lt;/b&gt; paragraph says &lt;/script&gt;", "‹U&#43;202E›gnp", "(not an address of the web: no link)", "<b>" + "&lt;/script&gt;",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(out, "ZgotmplZ") {
		t.Error("html/template had to catch an address")
	}
}

func TestHTMLAddresses(t *testing.T) {
	for address, linked := range map[string]bool{
		"https://news.example/a?b=c#d": true, "http://news.example": true, "HTTPS://news.example/": true,
		"javascript:alert(1)": false, " javascript:alert(1)": false, "java\nscript:alert(1)": false, "data:text/html,x": false,
		"//news.example/a": false, "news.example/a": false, "file:///etc/passwd": false, "https://bank.example@evil.example/": false,
		"https:news.example": false, "https://news.example/\u202egpj.exe": false, "": false, "http://[::1": false, "\\\\host\\share": false,
	} {
		if got := addressOf(address); (got.Link != "") != linked || got.Link != "" && got.Link != address {
			t.Errorf("%q: link %q", address, got.Link)
		}
	}
	at := addressOf("https://news.example/a#d").at("#:~:text=one%20two")
	if at.Link != "https://news.example/a#:~:text=one%20two" {
		t.Errorf("passage at %q", at.Link)
	}
	if at := addressOf("javascript:x").at("#:~:text=one"); at.Link != "" {
		t.Errorf("passage at %q", at.Link)
	}
}

// textOf is what a reader sees of a node, without the numbers of passages and paragraphs.
func textOf(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if class := attribute(n, "class"); n.Type == html.ElementNode && (class == "n" || class == "why" || strings.HasPrefix(class, "ref")) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			add(c)
		}
	}
	add(n)
	return b.String()
}

// TestHTMLShowsTheArticle: the paragraphs hold the article's words, all of them, in
// order, and each passage's marks hold its quote.
func TestHTMLShowsTheArticle(t *testing.T) {
	for _, tc := range htmlCases(t) {
		if len(tc.o.Articles) == 0 || tc.name == "another_article" {
			continue
		}
		t.Run(tc.name, func(t *testing.T) {
			root, err := html.Parse(bytes.NewReader(render(t, WriteHTML, tc.r, tc.o)))
			if err != nil {
				t.Fatal(err)
			}
			marked := map[string]string{}
			var shown []string
			walk(root, func(n *html.Node) {
				if n.Type != html.ElementNode {
					return
				}
				if class := attribute(n, "class"); class == "b" || class == "b item" {
					shown = append(shown, strings.TrimSpace(textOf(n)))
				}
				if n.Data == "mark" {
					for _, ref := range strings.Fields(attribute(n, "data-ids")) {
						marked[ref] += textOf(n)
					}
				}
			})
			var want []string
			for _, d := range tc.r.Documents {
				if doc := tc.o.Articles[d.ID]; doc != nil {
					for _, b := range doc.Blocks {
						want = append(want, strings.TrimSpace(Sanitize(doc.Quote(b.Span))))
					}
				}
			}
			if tc.name != "hostile" && !slices.Equal(shown, want) { // that one has documents without articles, too
				t.Errorf("the page shows %q, the articles are %q", shown, want)
			}
			page := newHTMLPage(tc.r, tc.o)
			for _, d := range page.Documents {
				for _, p := range d.Passages {
					if got, want := strings.Join(strings.Fields(marked[p.Ref]), ""), strings.Join(strings.Fields(p.Quote), ""); got != want {
						t.Errorf("passage %s is marked as %q, its quote is %q", p.Ref, got, want)
					}
				}
			}
		})
	}
}

func TestHTMLSays(t *testing.T) {
	cases := map[string]string{}
	for _, tc := range htmlCases(t) {
		cases[tc.name] = string(render(t, WriteHTML, tc.r, tc.o))
	}
	for _, tc := range []struct{ page, want, lack string }{
		{"labour", "2 flags for review (high 1, medium 1) in 1 of 2 documents", "violated"},
		{"labour", "1 not processed", "suppressed by waivers"},
		{"labour", "(government agency) <span class=\"tag\">origin</span>", "(news agency) <span"},
		{"labour", "Russia (RU) [list entry KPe.001]", "guilty"},
		{"labour", "paragraph number confirmed by another source", ""},
		{"labour", `<span class="unsure">paragraph number not yet verified</span>`, ""},
		{"labour", "read on: the passage goes on", "attempted: the passage"},
		{"labour", "https://news.example/2023/12/13/harbour?page=1#:~:text=", "#top#"},
		{"labour", "1 claim set aside: no flag raised", ""},
		{"labour", "line 14: the text seems to end in the middle of a sentence", ""},
		{"labour", "No flag raised in this document", ""},
		{"labour", digest("3"), ""},
		{"copies", "first of 3 copies", "copy of harbour.txt ("},
		{"copies", "one story, 3 copies, 2 origins", ""},
		{"copies", "in harbour.txt</a></dd>", ""},
		{"copies", "3 documents in 1 story, whose findings stem from 2 origins", "no document was found to be a copy"},
		{"none", "no flag raised in 1 document", "<details class=\"aside\""},
		{"nothing", "nothing could be checked", "no flag raised in"},
		{"nothing", "article is empty", "id=\"doc-"},
		{"no_article", "The article is not at hand", "paragraph 1, line"},
		{"another_article", "is not the text that was checked", ""},
		{"suppressed", "1 flag for review (high 1) in 1 of 2 documents</strong> · <span>1 finding suppressed by waivers or a baseline", "<body class"},
		{"suppressed", "waived: an old case (a@example.org, approved by b@example.org, until 2027-01-31)", ""},
		{"suppressed", "1 of 1 shown", ""},
		{"suppressed", digest("7"), "Baseline, SHA-256"},
		{"suppressed_shown", `<body class="all">`, "1 of 1 shown"},
	} {
		if !strings.Contains(cases[tc.page], tc.want) {
			t.Errorf("%s: no %q", tc.page, tc.want)
		}
		if tc.lack != "" && strings.Contains(cases[tc.page], tc.lack) {
			t.Errorf("%s: %q", tc.page, tc.lack)
		}
	}
}

func TestHTMLSameBytes(t *testing.T) {
	first := htmlCases(t)
	for i, tc := range htmlCases(t) {
		if !bytes.Equal(render(t, WriteHTML, first[i].r, first[i].o), render(t, WriteHTML, tc.r, tc.o)) {
			t.Errorf("%s: other bytes", tc.name)
		}
	}
}

// TestHTMLFindingIDs: an id that two documents have, or one document twice, makes
// anchors of its own; the first keeps the plain one.
func TestHTMLFindingIDs(t *testing.T) {
	r, _ := labourReport(t)
	id := r.Findings[0].ID
	other, again := r.Findings[0], r.Findings[0]
	other.Document, again.Claim = "d_2", "c_9"
	r.Findings = append(r.Findings, other, again)
	var got []string
	for _, d := range newHTMLPage(r, Options{}).Documents {
		for _, c := range d.Cards {
			for _, f := range c.Findings {
				if f.ID == id {
					got = append(got, f.Anchor)
				}
			}
		}
	}
	slices.Sort(got)
	if want := []string{"f-" + id, "f-" + id + "-d_1", "f-" + id + "-d_2"}; !slices.Equal(got, want) {
		t.Errorf("anchors %q, want %q", got, want)
	}
}

// TestHTMLScope: what the report was narrowed to, copies among merged runs, and the
// blocks left out where the article does not show them.
func TestHTMLScope(t *testing.T) {
	r, sources := labourReport(t)
	r.Run.Filter, r.Run.Merged = &Filter{Measures: []string{"dprk-coal"}, Statuses: []string{"alleged"}}, 2
	out := string(render(t, WriteHTML, r, Options{}))
	for _, want := range []string{
		"measure dprk-coal; status alleged", "copies were looked for within each of the 2 merged runs only",
		"line 10: left out as caption (cue &#34;Picture:&#34;)", "line 12: left out as promotion (cue &#34;sign up&#34;), but holds full sentences",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(out, "no document was found to be a copy") {
		t.Error("copies among the merged runs were not looked for")
	}
	if with := string(render(t, WriteHTML, r, Options{Articles: articlesOf(sources)})); strings.Contains(with, "line 12: left out") {
		t.Error("with the article at hand, blocks left out are listed above it, too")
	}
	copies, _ := copiesReport(t)
	copies.Run.Merged = 2
	if out := string(render(t, WriteHTML, copies, Options{})); !strings.Contains(out, "; copies were looked for within each of the 2 merged runs only") {
		t.Error("with stories, a merged report does not say where copies were looked for")
	}
}

func TestHTMLKeepsFindingsOfUnknownDocuments(t *testing.T) {
	r, _ := labourReport(t)
	r.Documents = nil
	out := string(render(t, WriteHTML, r, Options{}))
	for _, f := range r.Findings {
		if !strings.Contains(out, `id="f-`+f.ID+`"`) {
			t.Errorf("finding %s is lost", f.ID)
		}
	}
}

func TestHTMLWriterErrors(t *testing.T) {
	r, articles := overlapReport(t)
	whole := len(render(t, WriteHTML, r, Options{Articles: articles}))
	for _, n := range []int{0, 1, 5000, whole - 1} {
		if err := WriteHTML(&brokenPipe{n}, r, Options{Articles: articles}); !errors.Is(err, errPipe) {
			t.Errorf("error %v after %d of %d bytes", err, n, whole)
		}
	}
}

// TestSweep compares the segments of random passages with what each byte says of itself.
func TestSweep(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 1))
	for range 2000 {
		blocks := []article.Span{{Start: 2, End: 10}, {Start: 10, End: 10}, {Start: 12, End: 30}, {Start: 31, End: 40}}
		var at []stretch
		for i := range random.IntN(9) {
			start := random.IntN(44)
			at = append(at, stretch{article.Span{Start: start, End: start + random.IntN(20)}, i})
		}
		cut, loose := sweep(blocks, at)
		opens, closes := map[int]int{}, map[int]int{}
		covered := map[int]bool{}
		for i, b := range blocks {
			end := b.Start
			for _, s := range cut[i] {
				if s.Start != end || s.Len() <= 0 {
					t.Fatalf("segments %v of block %v leave a gap", cut[i], b)
				}
				end = s.End
				for _, x := range at {
					in := slices.Contains(s.in, x.passage)
					for at := s.Start; at < s.End; at++ {
						if in != (x.Start <= at && at < x.End) {
							t.Fatalf("segment %v, passage %v", s, x)
						}
					}
					covered[x.passage] = covered[x.passage] || in
				}
				for _, p := range s.opens {
					opens[p] = s.Start
					if !slices.Contains(s.in, p) {
						t.Fatalf("passage %d opens where it is not", p)
					}
				}
				for _, p := range s.closes {
					closes[p]++
					if !slices.Contains(s.in, p) {
						t.Fatalf("passage %d closes where it is not", p)
					}
				}
			}
			if end != b.End {
				t.Fatalf("block %v is cut to %v", b, cut[i])
			}
		}
		for _, x := range at {
			if _, ok := opens[x.passage]; ok != covered[x.passage] || closes[x.passage] > 1 || (closes[x.passage] == 1) != ok || slices.Contains(loose, x.passage) == ok {
				t.Fatalf("passage %v of %v: opens %v, closes %v, loose %v", x, at, opens, closes, loose)
			}
		}
	}
}

// TestSweepStaysSmall: a thousand passages upon one another do not name each other a
// million times.
func TestSweepStaysSmall(t *testing.T) {
	var at []stretch
	for i := range 1000 {
		at = append(at, stretch{article.Span{Start: i, End: 2000 - i}, i})
	}
	cut, _ := sweep([]article.Span{{Start: 0, End: 2000}}, at)
	named := 0
	for _, s := range cut[0] {
		named += len(s.in)
	}
	if len(cut[0]) != 1999 || named > 1999*maxOver {
		t.Errorf("%d segments name %d passages", len(cut[0]), named)
	}
}

// TestHTMLContrast computes the contrast of the style sheet's colours as WCAG 2.2 does:
// 4.5 for text, 3 for what marks a block.
func TestHTMLContrast(t *testing.T) {
	schemes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(htmlStyle, -1)
	if len(schemes) != 3 {
		t.Fatalf("%d lists of colours, want light, dark and print", len(schemes))
	}
	for i, scheme := range schemes {
		luminance := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{3,6});`).FindAllStringSubmatch(scheme[1], -1) {
			luminance[m[1]] = luminanceOf(t, m[2])
		}
		contrast := func(a, b string, least float64) {
			x, ok := luminance[a]
			y, found := luminance[b]
			if !ok || !found {
				t.Fatalf("scheme %d lacks %s or %s", i, a, b)
			}
			if got := (max(x, y) + 0.05) / (min(x, y) + 0.05); got < least {
				t.Errorf("scheme %d: %s on %s has a contrast of %.2f, want %.1f", i, a, b, got, least)
			}
		}
		for _, ground := range []string{"page", "panel"} {
			for _, text := range []string{"ink", "quiet", "link", "critical", "high", "medium", "low", "info"} {
				contrast(text, ground, 4.5)
			}
			contrast("edge", ground, 3)
		}
		for _, s := range Severities {
			contrast("ink", s+"-fill", 4.5)
			contrast(s, s+"-fill", 3)
		}
	}
}

func luminanceOf(t *testing.T, digits string) float64 {
	t.Helper()
	if len(digits) == 3 {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(n>>(16-8*i)&0xff) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		total += weight * c
	}
	return total
}
