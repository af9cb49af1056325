package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML fills the document from a page's source. Nothing is ever fetched.
func (d *Document) readHTML(src string) {
	var notes []Note
	var w walker
	root, err := html.Parse(strings.NewReader(src))
	if err == nil {
		d.Meta = readHead(root)
		w, notes = walkPage(root, &d.Meta)
	} else {
		// The parser gives up on elements nested more than 512 deep. The words
		// can still be read, only not the page's structure.
		w = flatten(src)
		notes = append(notes, Note{Code: NoteFallback, Message: "the page's markup could not be parsed (" + err.Error() +
			"); its text was read without structure"})
	}
	d.Text = w.out.String()
	d.TextSHA256 = digest([]byte(d.Text))
	d.index = newLineIndex(d.Text)
	d.arrange(w.expand(d.Text), notes)
}

// walkPage reads the page's text, preferring the article node that readability
// chooses, unless the rest of the page holds far more prose.
func walkPage(root *html.Node, meta *Metadata) (walker, []Note) {
	body := findElement(root, atom.Body)
	if body == nil {
		body = root
	}
	chosen, ok := chooseArticle(root, body)
	if ok {
		w := walker{page: chosen, meta: meta}
		w.run(body)
		if w.prose[1] <= 2*w.prose[0] {
			return w, nil
		}
	}
	meta.Published = dropBasis(meta.Published, BasisTime)
	w := walker{page: page{root: body, sizes: measure(body)}, meta: meta}
	w.run(body)
	return w, []Note{{Code: NoteFallback, Message: "no article node was found; the whole page was read"}}
}

func dropBasis(d Date, basis string) Date {
	if d.Basis == basis {
		return Date{}
	}
	return d
}

// page is what is known of a page before its text is read.
type page struct {
	root  *html.Node              // the article node
	kept  map[*html.Node]bool     // elements that readability kept, wherever they are
	sizes map[*html.Node]int      // bytes of text in elements with a class or id
	heads map[*html.Node]struct{} // ancestors of root: their classes speak of the page
}

// walker turns a tree into blocks of text.
type walker struct {
	page
	meta    *Metadata
	out     strings.Builder
	drafts  []draft
	start   int  // where the open block starts in out
	length  int  // bytes of the open block, without trailing space
	space   bool // white space is due before the next character
	links   int
	inside  bool   // the article has begun
	headed  bool   // an h1 has been read
	prose   [2]int // bytes of long blocks inside and outside the article
	current context
}

// context is what an element passes on to those inside it.
type context struct {
	tag     string
	hints   []hint
	within  bool // inside the article node
	link    bool
	pre     bool
	skipped bool // furniture by element: nav, footer, form
}

func (w *walker) run(body *html.Node) {
	if title := w.meta.Title; title != "" && findElement(body, atom.H1) == nil {
		w.current = context{tag: "title", within: true}
		w.text(title)
		w.flush()
		w.headed = true
	}
	w.walk(body, context{within: body == w.root})
	w.flush()
}

// walk is recursive; the parser's limit of 512 nested elements bounds it.
func (w *walker) walk(n *html.Node, c context) {
	switch n.Type {
	case html.TextNode:
		w.current.link = c.link
		w.current.pre = c.pre
		w.text(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
	default:
		return
	}
	if isUnseen(n.DataAtom) || n.Data == "svg" || n.Data == "math" || hidden(n) {
		return
	}
	if n.DataAtom == atom.Br {
		w.newline()
		return
	}
	block := isBlock(n.DataAtom)
	inner := w.enter(n, c)
	if block {
		w.flush()
		w.current = inner
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.walk(child, inner)
		if block && w.length == 0 {
			// A child block was closed: what follows belongs to n again.
			w.current = inner
		}
	}
	if block {
		w.flush()
		w.current = c
	}
}

// enter is the context inside element n.
func (w *walker) enter(n *html.Node, c context) context {
	if n == w.root || w.kept[n] && (n.DataAtom == atom.P || n.DataAtom == atom.Blockquote) {
		c.within = true
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.P, atom.Figcaption, atom.Blockquote:
		c.tag = n.Data
	case atom.Pre:
		c.pre = true
	case atom.Div, atom.Section, atom.Article:
		if c.tag == "p" || c.tag == "" {
			c.tag = "div"
		}
	}
	c.link = c.link || n.DataAtom == atom.A
	if n.DataAtom == atom.Time && w.meta.Published.Value == "" && (c.within || w.headed) && !furnished(c.hints) {
		if hits := findDates(attr(n, "datetime")); len(hits) > 0 {
			w.meta.Published = Date{Value: hits[0].value, Basis: BasisTime}
		}
	}
	if h, ok := elementHints()[n.DataAtom]; ok {
		c.hints = append(c.hints[:len(c.hints):len(c.hints)], h)
		c.skipped = true
	}
	if h, ok := w.classHint(n); ok {
		c.hints = append(c.hints[:len(c.hints):len(c.hints)], h)
	}
	return c
}

// furnished reports whether hints say more than that a byline stands here.
func furnished(hints []hint) bool {
	return slices.ContainsFunc(hints, func(h hint) bool { return h.reason != DropByline })
}

// classHint reads the class and id of an element. One that holds half of the
// article or more is the article, whatever it is called: pages wrap their whole
// story in class "paywall".
func (w *walker) classHint(n *html.Node) (hint, bool) {
	if _, above := w.heads[n]; above || n == w.root || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return hint{}, false
	}
	names := attr(n, "class") + " " + attr(n, "id")
	if len(names) == 1 || w.sizes[n]*2 > w.sizes[w.root] {
		return hint{}, false
	}
	return hintFrom(names)
}

// text adds characters to the open block, white space collapsed. A no-break space
// is a character.
func (w *walker) text(s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\n', '\r':
			if w.current.pre {
				w.newline()
				continue
			}
			w.space = true
		case ' ', '\t', '\f', '\v', 0:
			w.space = true
		default:
			if w.space && w.length > 0 && !strings.HasSuffix(w.out.String()[w.start:], "\n") {
				w.put(' ')
			}
			w.space = false
			w.put(c)
		}
	}
}

func (w *walker) put(c byte) {
	if w.length == 0 {
		if w.out.Len() > 0 {
			w.out.WriteString("\n\n")
		}
		w.start = w.out.Len()
	}
	w.out.WriteByte(c)
	w.length++
	if w.current.link {
		w.links++
	}
}

// newline is a <br>: two of them make a blank line, more make no more.
func (w *walker) newline() {
	w.space = false
	if w.length > 0 && !strings.HasSuffix(w.out.String()[w.start:], "\n\n") {
		w.put('\n')
	}
}

// flush closes the open block.
func (w *walker) flush() {
	if w.length == 0 {
		w.space = false
		return
	}
	c := w.current
	span := Span{w.start, w.start + w.length}
	long := span.Len() > 80
	after := w.inside
	inArticle := c.within
	d := draft{Span: span, tag: c.tag, links: w.links, hints: c.hints}
	switch {
	case inArticle:
		w.inside = w.inside || long
	case c.tag == "h1" && !c.skipped:
		w.headed = true
	case w.headed && !after && !c.skipped:
		// Between the headline and the story: standfirst, byline, date.
	default:
		d.hints = append(d.hints[:len(d.hints):len(d.hints)], hint{DropMarkup, 2 * sure, "outside the article node"})
	}
	if c.tag == "h1" {
		w.headed = true
	}
	if long && c.tag != "title" && !c.skipped {
		if inArticle {
			w.prose[0] += span.Len()
		} else {
			w.prose[1] += span.Len()
		}
	}
	w.drafts = append(w.drafts, d)
	w.length, w.links, w.space = 0, 0, false
}

// expand cuts blocks with line breaks in them as plain text is cut.
func (w *walker) expand(text string) []draft {
	var out []draft
	for _, d := range w.drafts {
		d.Span = trim(text, d.Span)
		if d.Len() == 0 {
			continue
		}
		if strings.IndexByte(text[d.Start:d.End], '\n') < 0 {
			out = append(out, d)
			continue
		}
		share := d.links * 100 / d.Len()
		for _, part := range layoutSpan(text, d.Span) {
			part.tag, part.hints, part.links = d.tag, d.hints, part.Len()*share/100
			out = append(out, part)
		}
	}
	return out
}
