// Package article turns the bytes of one news article into a Document:
// canonical text that is never changed again, blocks that are kept or dropped
// with a reason, numbered paragraphs and sentences, metadata and hashes.
//
// It knows nothing of sanctions and imports nothing of the project's; for web
// pages it uses x/net/html and go-readability. It never opens a connection.
//
// Offsets inside Go are byte offsets into Document.Text, because Go slices by
// bytes. Everything that leaves the program counts Unicode code points (the
// unit of the W3C Web Annotation TextPositionSelector); Document converts.
package article

// Span is a half-open byte range [Start, End) of Document.Text.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Document is one article as read. Text is canonical: valid UTF-8, "\n" line
// ends, no byte order mark; for plain text it is otherwise the input itself.
type Document struct {
	Name        string     // as the user gave it: a path, "-" for standard input
	MediaType   string     // "text/plain" or "text/html"
	InputSHA256 string     // hex, of the bytes as read
	TextSHA256  string     // hex, of Text
	Text        string     // canonical text
	Blocks      []Block    // every block, dropped ones too, in text order
	Sentences   []Sentence // sentences of kept blocks only, in text order
	Meta        Metadata
	Notes       []Note // data-quality notes, in text order

	index lineIndex
}

// BlockKind says what a block is.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading" // headline or sub-headline; claims may come from it
	ListItem  BlockKind = "list_item"
	Caption   BlockKind = "caption" // feeds dates and entities, never claims
	Other     BlockKind = "other"
)

// Block is a run of lines (plain text) or an HTML block element.
type Block struct {
	Span
	Kind      BlockKind
	Dropped   string // "" when kept, else the reason: one of the Drop* constants
	Detail    string // for a dropped block, the evidence, e.g. `cue "subscribe"`
	Suspect   bool   // dropped although it holds full sentences: show it to the reader
	Paragraph int    // 1-based among kept blocks; 0 when dropped
}

// Reasons for dropping a block.
const (
	DropPaywall    = "paywall"
	DropCaption    = "caption"
	DropComments   = "comment_policy"
	DropNavigation = "navigation"
	DropRelated    = "related_links"
	DropSignOff    = "agency_sign_off"
	DropRepeated   = "repeated"
	DropPromotion  = "promotion"   // newsletters, social media, advertising, cookies
	DropByline     = "byline"      // author and date-stamp lines
	DropMarkup     = "not_article" // HTML outside the article node
)

// Sentence is one sentence of a kept block.
type Sentence struct {
	Span
	Block     int // index into Document.Blocks
	Paragraph int // 1-based, as Block.Paragraph
	Number    int // 1-based over the document
}

// Metadata is what the document says about itself. Empty means not found.
type Metadata struct {
	Title     string
	Author    string
	Outlet    string
	URL       string
	Published Date     // publication date and how it was found
	Dateline  Dateline // "Seoul (Reuters) —"
}

// Date is a calendar date, "YYYY-MM-DD", with the basis it was found on.
type Date struct {
	Value string
	Basis string // one of the Basis* constants; "" when Value is ""
}

// Where a publication date came from, most trusted first.
const (
	BasisFlag     = "flag"     // the user said so
	BasisMeta     = "meta"     // <meta property="article:published_time"> and the like
	BasisJSONLD   = "json-ld"  // datePublished
	BasisTime     = "time"     // <time datetime>
	BasisURL      = "url"      // /2023/12/13/ in the address
	BasisByline   = "byline"   // a date-stamp line
	BasisDateline = "dateline" // "SEOUL, May 17 (UPI) --"
	BasisCaption  = "caption"  // the date in a picture's caption
)

// Dateline is the opening of an agency story.
type Dateline struct {
	Span
	Place  string
	Agency string
}

// Note tells the reader of a flaw in the source that may matter.
type Note struct {
	Code    string // one of the Note* constants
	Message string
	Span    Span
}

// Codes of notes.
const (
	NoteSuspect   = "suspect_boilerplate" // a dropped block holds full sentences
	NoteTruncated = "truncated"           // the text stops in mid-sentence
	NoteNoText    = "no_article_text"     // every block was dropped
	NoteFallback  = "html_fallback"       // the article node was not found; the whole page was read
	NoteNotRead   = "not_read"            // an extractor outside of the program did not read some sentences
)
