package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // the page's template, style and script
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"
	"sync"
)

var (
	//go:embed html.tmpl
	htmlTemplate string
	//go:embed html.css
	htmlStyle string
	//go:embed html.js
	htmlScript string
)

// htmlPolicy is the page's Content-Security-Policy: nothing may be loaded, and the one
// style and the one script run only as they were built. An address that slipped past
// html/template could still not run.
func htmlPolicy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src '" + sourceHash(htmlScript) + "'",
		"style-src '" + sourceHash(htmlStyle) + "'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

// sourceHash is a hash source of Content Security Policy Level 3: of the text between
// the tags, byte for byte.
func sourceHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// parsedTemplate waits until a page is asked for: the other formats need none of it.
var parsedTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Parse(htmlTemplate))
})

// WriteHTML writes one page that holds everything and loads nothing: the articles with
// numbered passages beside the findings, the standard of evidence, and what the result
// depends on. Articles that o.Articles lacks, or whose text is not the one that was
// checked, are shown by their passages alone. Suppressed findings are folded until the
// reader asks for them.
func WriteHTML(w io.Writer, r *Report, o Options) error {
	page := newHTMLPage(r, o)
	b := bufio.NewWriter(w)
	err := parsedTemplate().Execute(b, page)
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing the HTML report: %w", err)
	}
	return nil
}

// The style and the script are the program's own; nothing else on the page is exempt
// from escaping.
func (*htmlPage) Style() template.CSS { return template.CSS(htmlStyle) }
func (*htmlPage) Script() template.JS { return template.JS(htmlScript) }
func (*htmlPage) Policy() string      { return htmlPolicy() }

// htmlAddress is an address as a page shows it. Link is empty unless it is one of the
// web: a document can claim any address, and "javascript:" is one, too.
type htmlAddress struct{ Text, Link string }

func addressOf(s string) htmlAddress {
	a := htmlAddress{Text: Sanitize(s)}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || a.Text != s {
		return a // a name before the host misleads; so does what cannot be seen
	}
	if u.Scheme == "http" || u.Scheme == "https" {
		a.Link = s
	}
	return a
}

// at is the address of a passage: with the text fragment, a browser scrolls there.
func (a htmlAddress) at(fragment string) htmlAddress {
	if a.Link == "" || fragment == "" {
		return a
	}
	page, _, _ := strings.Cut(a.Link, "#")
	return addressOf(page + fragment)
}

// htmlIDs hands out ids for elements, each once: ids of findings are unique within a
// document only, and those of a report that was made elsewhere may be anything.
type htmlIDs map[string]bool

func (a htmlIDs) take(prefix, id, document string) string {
	id = prefix + plainID(id)
	if a[id] {
		id += "-" + plainID(document)
	}
	unique := id
	for n := 2; a[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	a[unique] = true
	return unique
}

// plainID keeps what means the same in an attribute, an address and a selector.
func plainID(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' {
			return r
		}
		return '-'
	}, s)
}
