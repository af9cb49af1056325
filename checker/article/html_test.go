package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWirePage(t *testing.T) {
	doc := readFile(t, "testdata/wire.html")
	want := []string{
		"Coal ship docks despite ban, port records show",
		"Harbour logs point to three deliveries since January, officials say.",
		"VLADIVOSTOK (Harbour Wire) — A North Korean bulk carrier unloaded 4,000 tonnes of coal at a Russian port on Tuesday, according to harbour records.",
		"The vessel, the Morning\u00a0Tide, had switched off its transponder for six days, the records show.",
		"“We saw it arrive at night,” a dock worker said.",
		"Second voyage",
		"Port officials did not answer questions about the cargo.",
		"A second ship was expected within the week, two traders said.",
		"The United Nations has banned coal exports from North Korea since August 2017, and member states must report deliveries.",
		"January: 2,000 tonnes were unloaded at the same pier.",
		"February: another 3,500 tonnes arrived.",
	}
	checkSentences(t, doc, want)
	m := doc.Meta
	m.Dateline.Span = Span{}
	if m != (Metadata{
		Title: "Coal ship docks despite ban, port records show", Author: "Ana Petrov", Outlet: "Harbour Wire",
		URL:       "https://wire.example/world/asia/coal-ship-docks-2024-03-06/",
		Published: Date{"2024-03-06", BasisMeta}, Dateline: Dateline{Place: "VLADIVOSTOK", Agency: "Harbour Wire"},
	}) {
		t.Errorf("metadata %+v", m)
	}
	checkDropped(t, doc, map[string]string{
		"Home": DropNavigation, "Harbour Wire": DropMarkup, "By Ana Petrov": DropByline, "6 March 2024": DropByline,
		"The bulk carrier Morning Tide is seen": DropCaption, "Advertisement": DropPromotion,
		"Tanker seized": DropRelated, "Share this article": DropPromotion, "I think that the port": DropComments,
		"© 2024": DropMarkup,
	})
	for _, hidden := range []string{"hidden line", "Never text", "color: red", "schema.org"} {
		if strings.Contains(doc.Text, hidden) {
			t.Errorf("the text holds %q", hidden)
		}
	}
}

func TestBlogPage(t *testing.T) {
	doc := readFile(t, "testdata/blog.html")
	checkSentences(t, doc, []string{
		"Statues for sale: a studio’s orders abroad",
		"For three decades a studio in Pyongyang has cast bronze for governments in Africa, and its order book has not been closed by sanctions.",
		"In Windhoek, a memorial hall was handed over in 2014 by workers who had lived on the site for two years, residents said.",
		"“They left at night, and nobody asked where they went,” a neighbour recalled.",
		"Resolution 2321 forbids member states to buy statues from the country unless a committee approves them in advance.",
	})
	if m := doc.Meta; m.Title != "Statues for sale: a studio’s orders abroad" || m.Author != "Jo Okafor" || m.Published != (Date{"2023-11-28", BasisURL}) {
		t.Errorf("metadata %+v", m)
	}
	checkDropped(t, doc, map[string]string{"Great post": DropComments, "Recent Posts": DropMarkup, "Share this": DropPromotion, "Related": DropRelated})
}

func TestPaywalledPage(t *testing.T) {
	doc := readFile(t, "testdata/paywall.html")
	if len(doc.Sentences) != 4 || doc.Meta.Published != (Date{"2019-12-12", BasisByline}) {
		t.Errorf("%d sentences, metadata %+v", len(doc.Sentences), doc.Meta)
	}
	checkDropped(t, doc, map[string]string{"We use cookies": DropPromotion, "Subscribe to keep": DropPaywall, "Subscribe now": DropPaywall})
}

func checkSentences(t *testing.T, doc *Document, want []string) {
	t.Helper()
	var got []string
	for _, s := range doc.Sentences {
		got = append(got, doc.Quote(s.Span))
	}
	if !slices.Equal(got, want) {
		t.Errorf("sentences\n got %q\nwant %q", got, want)
	}
}

// checkDropped looks blocks up by their opening.
func checkDropped(t *testing.T, doc *Document, want map[string]string) {
	t.Helper()
	found := 0
	for _, b := range doc.Blocks {
		for opening, reason := range want {
			if strings.HasPrefix(doc.Quote(b.Span), opening) && b.Dropped != DropRepeated {
				found++
				if b.Dropped != reason {
					t.Errorf("%q is dropped %q (%s), want %q", opening, b.Dropped, b.Detail, reason)
				}
				break
			}
		}
	}
	if found < len(want) {
		t.Errorf("%d of %d blocks found", found, len(want))
	}
}

// prose is long enough for a page to have an article in it.
var prose = strings.Repeat("<p>A bulk carrier unloaded coal at the northern port on Tuesday, harbour records show, and it left at night.</p>", 1) +
	"<p>Officials in the region did not answer questions about the cargo, its owner or its buyer.</p>" +
	"<p>The United Nations banned the trade in 2017, and member states must report deliveries.</p>"

func TestHTMLDates(t *testing.T) {
	tests := []struct {
		name, head, body string
		want             Date
	}{
		{"meta", `<meta name="DC.date.issued" content="2024-01-02">`, "", Date{"2024-01-02", BasisMeta}},
		{"meta before JSON-LD", `<meta property="article:published_time" content="2024-01-02"><script type="application/ld+json">{"@type":"Article","datePublished":"2023-01-01"}</script>`, "", Date{"2024-01-02", BasisMeta}},
		{"JSON-LD", `<script type="application/ld+json">[{"@type":"Person"},{"@type":"NewsArticle","datePublished":"2023-05-06T01:00"}]</script>`, "", Date{"2023-05-06", BasisJSONLD}},
		{"broken JSON-LD, then address", `<script type="application/ld+json">{"@type":"NewsArticle",</script><link rel="canonical" href="https://a.example/2022/07/08/x">`, "", Date{"2022-07-08", BasisURL}},
		{"address that is none", `<link rel="canonical" href="javascript:2022/07/08">`, "", Date{}},
		{"time", "", `<h1>Coal ship docks</h1><time datetime="2021-09-10">10 Sep</time>`, Date{"2021-09-10", BasisTime}},
		{"time in related links", "", `<aside><time datetime="2001-09-10">x</time></aside>`, Date{}},
		{"line of text", "", `<p>Published 12 May 2021</p>`, Date{"2021-05-12", BasisByline}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := mustRead(t, "a.html", "<html><head>"+tt.head+"</head><body><article>"+tt.body+prose+"</article></body></html>")
			if doc.Meta.Published != tt.want {
				t.Errorf("got %+v, want %+v", doc.Meta.Published, tt.want)
			}
		})
	}
}

func TestTitleStandsInForHeading(t *testing.T) {
	doc := mustRead(t, "a.html", "<title>Coal ship docks</title><body>"+prose)
	if b := doc.Blocks[0]; doc.Quote(b.Span) != "Coal ship docks" || b.Kind != Heading || b.Dropped != "" {
		t.Errorf("first block is %+v: %q", b, doc.Quote(b.Span))
	}
}

func TestPaywallClassAroundStory(t *testing.T) {
	doc := mustRead(t, "a.html", `<body class="paywall"><div class="paywall subscribe"><h1>Coal ship docks</h1>`+prose+`</div></body>`)
	if len(doc.Sentences) != 4 {
		t.Errorf("%d sentences: %+v", len(doc.Sentences), doc.Blocks)
	}
}

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"white space", "<p>One  two\n\tthree.</p> <p>Four&nbsp;five.</p>", "One two three.\n\nFour\u00a0five."},
		{"entities", "<p>R&amp;D &lt;5 &#8212; &eacute;.</p>", "R&D <5 — é."},
		{"inline", "<p>A <b>bold</b><i>er</i> word.</p>", "A bolder word."},
		{"line breaks", "<p>One.<br>Two.<br><br><br><br>Three.</p>", "One.\nTwo.\n\nThree."},
		{"unclosed", "<p>One.<p>Two.<div>Three.", "One.\n\nTwo.\n\nThree."},
		{"link around blocks", "<a href=x><p>One.</p><p>Two.</p></a>", "One.\n\nTwo."},
		{"hidden", `<p>One.</p><p hidden>No.</p><div style="Display : NONE"><p>No.</p></div><p>Two.</p>`, "One.\n\nTwo."},
		{"cells", "<table><tr><td>One.</td><td>Two.</td></tr></table>", "One.\n\nTwo."},
		{"preformatted", "<pre>One.\nTwo.</pre>", "One.\nTwo."},
		{"text around a block", "<div>One.<p>Two.</p>Three.</div>", "One.\n\nTwo.\n\nThree."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if doc := mustRead(t, "a.html", tt.in); doc.Text != tt.want {
				t.Errorf("got %q, want %q", doc.Text, tt.want)
			}
		})
	}
}

func TestHostileHTML(t *testing.T) {
	const sentence = "The ship left the port on Tuesday with coal on board."
	tests := map[string]string{
		"deep nesting":    strings.Repeat("<div>", 100_000) + sentence,
		"deep inline":     strings.Repeat("<b>", 5_000) + sentence,
		"huge attribute":  `<p title="` + strings.Repeat("x", 1<<20) + `">` + sentence + "</p>",
		"many classes":    `<p class="` + strings.Repeat("ad ", 1<<16) + `">` + sentence + "</p>",
		"unclosed script": "<p>" + sentence + "</p><script>var x = '<p>",
		"deep JSON-LD":    `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 5_000) + "</script><p>" + sentence + "</p>",
		"many elements":   strings.Repeat("<i>x</i>", maxElements+1) + "<p>" + sentence + "</p>",
		"forged marks":    fmt.Sprintf(`<body><p %s="99999">%s</p>`, nodeMark, sentence),
	}
	for name, page := range tests {
		t.Run(name, func(t *testing.T) {
			doc := mustRead(t, "a.html", page)
			if !strings.Contains(doc.Text, sentence) {
				t.Errorf("the sentence is lost: %.200q", doc.Text)
			}
		})
	}
}

func TestPageWithoutText(t *testing.T) {
	doc := mustRead(t, "a.html", `<html><body><script>x()</script><img src="a.png"></body></html>`)
	if doc.Text != "" || len(doc.Notes) == 0 || doc.Notes[len(doc.Notes)-1].Code != NoteNoText {
		t.Errorf("text %q, notes %+v", doc.Text, doc.Notes)
	}
}
