package article

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Names of <meta> elements, by property, name or itemprop, most telling first.
var (
	publishedNames = []string{"article:published_time", "og:article:published_time", "datepublished", "article.published",
		"parsely-pub-date", "sailthru.date", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date",
		"pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date"}
	titleNames  = []string{"og:title", "twitter:title", "dc.title"}
	authorNames = []string{"author", "article:author", "dc.creator", "parsely-author", "sailthru.author"}
	outletNames = []string{"og:site_name", "publisher", "dc.publisher", "application-name"}
	urlNames    = []string{"og:url", "twitter:url"}
)

// readHead gathers what a page says of itself in its head, JSON-LD and address.
func readHead(root *html.Node) Metadata {
	metas := make(map[string]string)
	var ld linkedData
	var title, canonical string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				name := strings.ToLower(strings.TrimSpace(attr(n, key)))
				content := oneLine(attr(n, "content"))
				if _, seen := metas[name]; name != "" && content != "" && !seen {
					metas[name] = content
				}
			}
		case atom.Link:
			if canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				canonical = attr(n, "href")
			}
		case atom.Title:
			if title == "" && n.FirstChild != nil && n.Namespace == "" {
				title = oneLine(n.FirstChild.Data)
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				ld.read(n.FirstChild.Data)
			}
		}
	}
	// "Headline – Site": the page's own heading says where the headline ends.
	if h1 := findElement(root, atom.H1); h1 != nil {
		if s := innerText(h1); s != "" && strings.Contains(foldQuotes(title), foldQuotes(s)) {
			title = s
		}
	}
	m := Metadata{
		Title:  first(lookup(metas, titleNames), ld.headline, title),
		Author: first(personal(lookup(metas, authorNames)), ld.author),
		Outlet: first(lookup(metas, outletNames), ld.publisher),
		URL:    first(webAddress(canonical), webAddress(lookup(metas, urlNames)), webAddress(ld.url)),
	}
	m.Published = publishedFrom(metas, ld, m.URL)
	return m
}

// publishedFrom follows the order of trust of the Basis constants; <time> and the
// text come later.
func publishedFrom(metas map[string]string, ld linkedData, address string) Date {
	for _, name := range publishedNames {
		if hits := findDates(metas[name]); len(hits) > 0 {
			return Date{Value: hits[0].value, Basis: BasisMeta}
		}
	}
	if hits := findDates(ld.published); len(hits) > 0 {
		return Date{Value: hits[0].value, Basis: BasisJSONLD}
	}
	if u, err := url.Parse(address); err == nil {
		if hits := findDates(u.Path); len(hits) > 0 {
			return Date{Value: hits[0].value, Basis: BasisURL}
		}
	}
	return Date{}
}

func lookup(metas map[string]string, names []string) string {
	for _, name := range names {
		if v := metas[name]; v != "" {
			return v
		}
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return oneLine(b.String())
}

var quoteFolder = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
})

func foldQuotes(s string) string { return quoteFolder().Replace(s) }

// personal refuses the profile address that article:author often is.
func personal(author string) string {
	if strings.Contains(author, "://") {
		return ""
	}
	return strings.TrimPrefix(strings.TrimPrefix(author, "By "), "by ")
}

// webAddress is s if it is an absolute http or https address, else "".
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// linkedData is what the JSON-LD of a page says of its article.
type linkedData struct {
	headline, author, publisher, published, url string
}

// articleTypes are the schema.org types that a news story goes by.
var articleTypes = []string{"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle",
	"BackgroundNewsArticle", "OpinionNewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "ScholarlyArticle"}

// maxLinkedDepth bounds the search through nested JSON-LD.
const maxLinkedDepth = 12

// read takes the first article in a script. Broken JSON is common and ignored: the
// page has other ways to say the same.
func (l *linkedData) read(script string) {
	var value any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &value) == nil {
		l.search(value, 0)
	}
}

func (l *linkedData) search(value any, depth int) {
	if depth > maxLinkedDepth || l.published != "" && l.headline != "" {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.search(item, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			l.take(v)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			l.search(v[key], depth+1)
		}
	}
}

func isArticleType(value any) bool {
	switch v := value.(type) {
	case string:
		return slices.Contains(articleTypes, v)
	case []any:
		return slices.ContainsFunc(v, func(item any) bool {
			s, ok := item.(string)
			return ok && slices.Contains(articleTypes, s)
		})
	}
	return false
}

func (l *linkedData) take(v map[string]any) {
	l.headline = first(l.headline, nameOf(v["headline"]))
	l.author = first(l.author, personal(nameOf(v["author"])))
	l.publisher = first(l.publisher, nameOf(v["publisher"]))
	l.published = first(l.published, nameOf(v["datePublished"]))
	l.url = first(l.url, nameOf(v["url"]), nameOf(v["mainEntityOfPage"]))
}

// nameOf reads a string, the name (or address) of an object, or a list of these.
func nameOf(value any) string {
	switch v := value.(type) {
	case string:
		return oneLine(v)
	case map[string]any:
		for _, key := range []string{"name", "@id", "url"} {
			if s, ok := v[key].(string); ok && s != "" {
				return oneLine(s)
			}
		}
	case []any:
		var names []string
		for _, item := range v {
			switch item.(type) {
			case string, map[string]any:
				if s := nameOf(item); s != "" && len(names) < 8 {
					names = append(names, s)
				}
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
