package article

import (
	"log/slog"
	"strconv"
	"strings"
	"sync"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isBlock reports elements that begin a line of their own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button,
		atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
		atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// isUnseen reports elements that hold no text that a reader sees.
func isUnseen(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe,
		atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Svg, atom.Math:
		return true
	}
	return false
}

// elementHints are elements that by their meaning hold no story.
var elementHints = sync.OnceValue(func() map[atom.Atom]hint {
	return map[atom.Atom]hint{
		atom.Nav:        {DropNavigation, 2 * sure, "element nav"},
		atom.Footer:     {DropNavigation, sure, "element footer"},
		atom.Aside:      {DropRelated, sure, "element aside"},
		atom.Form:       {DropPromotion, sure, "element form"},
		atom.Button:     {DropNavigation, 2 * sure, "element button"},
		atom.Dialog:     {DropPromotion, 2 * sure, "element dialog"},
		atom.Figcaption: {DropCaption, 2 * sure, "element figcaption"},
	}
})

// classHints are words of class names and ids.
var classHints = sync.OnceValue(func() map[string]hint {
	return map[string]hint{
		"caption": {DropCaption, sure, ""}, "figcaption": {DropCaption, sure, ""}, "credit": {DropCaption, strong, ""},
		"paywall": {DropPaywall, strong, ""}, "subscribe": {DropPaywall, strong, ""}, "subscription": {DropPaywall, strong, ""},
		"regwall": {DropPaywall, strong, ""}, "piano": {DropPaywall, strong, ""},
		"newsletter": {DropPromotion, sure, ""}, "promo": {DropPromotion, sure, ""}, "promotion": {DropPromotion, sure, ""},
		"cookie": {DropPromotion, 2 * sure, ""}, "cookies": {DropPromotion, 2 * sure, ""}, "consent": {DropPromotion, 2 * sure, ""},
		"gdpr": {DropPromotion, 2 * sure, ""}, "advert": {DropPromotion, sure, ""}, "advertisement": {DropPromotion, sure, ""},
		"ad": {DropPromotion, strong, ""}, "ads": {DropPromotion, strong, ""}, "sponsored": {DropPromotion, sure, ""},
		"share": {DropPromotion, strong, ""}, "sharing": {DropPromotion, strong, ""}, "sharedaddy": {DropPromotion, sure, ""},
		"social":  {DropPromotion, strong, ""},
		"related": {DropRelated, sure, ""}, "recommended": {DropRelated, sure, ""}, "trending": {DropRelated, sure, ""},
		"popular": {DropRelated, sure, ""}, "mostread": {DropRelated, sure, ""}, "sidebar": {DropRelated, sure, ""},
		"readmore": {DropRelated, sure, ""}, "teaser": {DropRelated, strong, ""},
		"comments": {DropComments, 2 * sure, ""}, "comment": {DropComments, 2 * sure, ""}, "disqus": {DropComments, 2 * sure, ""},
		"breadcrumb": {DropNavigation, sure, ""}, "breadcrumbs": {DropNavigation, sure, ""}, "nav": {DropNavigation, sure, ""},
		"navigation": {DropNavigation, sure, ""}, "menu": {DropNavigation, sure, ""}, "footer": {DropNavigation, sure, ""},
		"tags": {DropNavigation, strong, ""}, "toolbar": {DropNavigation, strong, ""},
		"byline": {DropByline, strong, ""}, "author": {DropByline, strong, ""}, "timestamp": {DropByline, strong, ""},
		"dateline": {DropByline, weak, ""},
	}
})

// hintFrom is the strongest hint among the words of class names, which are parted
// by hyphens, underscores or capitals.
func hintFrom(names string) (hint, bool) {
	var best hint
	start := -1
	word := func(end int) {
		if start >= 0 {
			w := strings.ToLower(names[start:end])
			if h := classHints()[w]; h.weight > best.weight {
				best = hint{h.reason, h.weight, "class “" + w + "”"}
			}
		}
		start = -1
	}
	names = names[:min(len(names), 1024)]
	for i := 0; i < len(names); i++ {
		switch {
		case !isLetter(names[i]):
			word(i)
		case start >= 0 && names[i] <= 'Z' && names[i-1] >= 'a':
			word(i)
			start = i
		case start < 0:
			start = i
		}
	}
	word(len(names))
	return best, best.weight > 0
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// findElement is the first element of a kind, in document order.
func findElement(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// measure counts the bytes of visible text inside elements.
func measure(root *html.Node) map[*html.Node]int {
	sizes := make(map[*html.Node]int)
	var size func(n *html.Node) int
	size = func(n *html.Node) int {
		switch {
		case n.Type == html.TextNode:
			return len(strings.TrimSpace(n.Data))
		case n.Type == html.ElementNode && (isUnseen(n.DataAtom) || hidden(n)):
			return 0
		}
		total := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			total += size(c)
		}
		sizes[n] = total
		return total
	}
	size(root)
	return sizes
}

const (
	// nodeMark is the attribute by which readability's result is traced back to
	// the tree it was made from: it moves, renames and rebuilds elements.
	nodeMark = "data-article41-node"

	// maxElements is above any article page; readability is not linear in it.
	maxElements = 50_000

	// articleShare is how much of readability's text, in percent, the article node
	// must hold: siblings that it joins from elsewhere do not widen the node.
	articleShare = 95
)

// chooseArticle asks readability for the article and finds its node in the tree.
func chooseArticle(root, body *html.Node) (page, bool) {
	var originals []*html.Node
	clone := markedClone(root, &originals)
	if len(originals) > maxElements {
		return page{}, false
	}
	result := readable(clone)
	if result == nil {
		return page{}, false
	}
	p := page{kept: make(map[*html.Node]bool), sizes: measure(body), heads: make(map[*html.Node]struct{})}
	weight := make(map[*html.Node]int)
	total := p.trace(result, nil, originals, weight)
	if total == 0 {
		return page{}, false
	}
	p.root = body
	for {
		next := heaviest(p.root, weight)
		if next == nil || weight[next]*100 < total*articleShare {
			break
		}
		p.heads[p.root] = struct{}{}
		p.root = next
	}
	// A paragraph is no article: one long one must not shut out the short ones.
	for p.root != body && (p.root.DataAtom == atom.P || !isBlock(p.root.DataAtom)) {
		p.root = p.root.Parent
		delete(p.heads, p.root)
	}
	return p, true
}

// trace notes which elements readability kept and adds up their text in them and
// all elements around them. It returns the bytes of text kept.
func (p *page) trace(n, owner *html.Node, originals []*html.Node, weight map[*html.Node]int) int {
	if n.Type == html.TextNode {
		size := len(strings.TrimSpace(n.Data))
		for up := owner; up != nil && size > 0; up = up.Parent {
			weight[up] += size
		}
		return size
	}
	if i, err := strconv.Atoi(attr(n, nodeMark)); err == nil && i >= 0 && i < len(originals) {
		owner = originals[i]
		p.kept[owner] = true
	}
	total := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		total += p.trace(c, owner, originals, weight)
	}
	return total
}

func heaviest(n *html.Node, weight map[*html.Node]int) *html.Node {
	var best *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && weight[c] > 0 && (best == nil || weight[c] > weight[best]) {
			best = c
		}
	}
	return best
}

// markedClone copies a tree without scripts and styles, each element marked with
// its index in originals.
func markedClone(n *html.Node, originals *[]*html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.ElementNode {
		c.Attr = make([]html.Attribute, 0, len(n.Attr)+1)
		for _, a := range n.Attr {
			if a.Key != nodeMark {
				c.Attr = append(c.Attr, a)
			}
		}
		c.Attr = append(c.Attr, html.Attribute{Key: nodeMark, Val: strconv.Itoa(len(*originals))})
		*originals = append(*originals, n)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.CommentNode || child.Type == html.ElementNode && isUnseen(child.DataAtom) && child.DataAtom != atom.Head {
			continue
		}
		c.AppendChild(markedClone(child, originals))
	}
	return c
}

// readable runs readability on a tree that it may change. Pages are foreign data
// and the library is not ours: if it panics, the whole page is read instead.
func readable(root *html.Node) (node *html.Node) {
	defer func() {
		if recover() != nil {
			node = nil
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	parser.Logger = slog.New(slog.DiscardHandler)
	result, err := parser.ParseAndMutate(root, nil)
	if err != nil {
		return nil
	}
	return result.Node
}

// flatten reads the text of a page that is nested too deeply to be parsed.
func flatten(src string) walker {
	w := walker{meta: &Metadata{}}
	z := html.NewTokenizer(strings.NewReader(src))
	skip := 0
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			// The end of the string; all before it has been read.
			w.flush()
			return w
		case html.TextToken:
			if skip == 0 {
				w.current = context{tag: "div", within: true}
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			switch {
			case a == atom.Script || a == atom.Style || a == atom.Title:
				if kind == html.StartTagToken {
					skip++
				} else if kind == html.EndTagToken && skip > 0 {
					skip--
				}
			case a == atom.Br:
				w.newline()
			case isBlock(a):
				w.flush()
			}
		}
	}
}
