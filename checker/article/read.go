package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// DefaultMaxBytes is the size limit when Options.MaxBytes is 0.
const DefaultMaxBytes = 10 << 20

const (
	typeText = "text/plain"
	typeHTML = "text/html"
)

// What can be wrong with the bytes of an article. Errors of Read wrap these and
// say what to do.
var (
	ErrTooLarge = errors.New("article too large")
	ErrNotUTF8  = errors.New("article is not UTF-8")
	ErrBinary   = errors.New("article is not text")
	ErrEmpty    = errors.New("article is empty")
)

// Options are the choices of whoever reads an article.
type Options struct {
	MaxBytes  int    // 0 means DefaultMaxBytes
	MediaType string // "" means: by the name's extension, then by the content
	Published string // YYYY-MM-DD; wins over any date the article states
}

// ReadFrom reads one article from r, at most opts.MaxBytes of it.
func ReadFrom(name string, r io.Reader, opts Options) (*Document, error) {
	// One byte more than the limit, unless there is no such number.
	data, err := io.ReadAll(io.LimitReader(r, max(int64(opts.maxBytes()), int64(opts.maxBytes())+1)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return Read(name, data, opts)
}

// Read makes a Document of the bytes of one article.
func Read(name string, data []byte, opts Options) (*Document, error) {
	doc, err := read(name, data, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

func read(name string, data []byte, opts Options) (*Document, error) {
	if limit := opts.maxBytes(); len(data) > limit {
		return nil, fmt.Errorf("%w: more than %d bytes; split it or raise the limit", ErrTooLarge, limit)
	}
	if opts.Published != "" {
		if _, err := time.Parse(time.DateOnly, opts.Published); err != nil {
			return nil, fmt.Errorf("publication date %q is not a date of the form YYYY-MM-DD", opts.Published)
		}
	}
	if err := checkText(data); err != nil {
		return nil, err
	}
	mediaType, err := decideMediaType(name, data, opts.MediaType)
	if err != nil {
		return nil, err
	}

	doc := &Document{Name: name, MediaType: mediaType, InputSHA256: digest(data)}
	text, changed := canonical(data)
	if mediaType == typeHTML {
		doc.readHTML(text)
	} else {
		doc.Text = text
		doc.TextSHA256 = doc.InputSHA256
		if changed {
			doc.TextSHA256 = digest([]byte(text))
		}
		doc.index = newLineIndex(text)
		doc.arrange(layoutText(text), nil)
	}
	if opts.Published != "" {
		doc.Meta.Published = Date{Value: opts.Published, Basis: BasisFlag}
	}
	return doc, nil
}

func (o Options) maxBytes() int {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// magics are the openings of files that are often given in place of text.
var magics = []struct{ prefix, what, advice string }{
	{"%PDF-", "a PDF", "convert it first, e.g. with pdftotext -layout"},
	{"PK\x03\x04", "a ZIP or Office file", "save it as plain text or HTML first"},
	{"\x1f\x8b", "gzip-compressed", "decompress it first"},
	{"{\\rtf", "an RTF file", "save it as plain text first"},
	{"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text first"},
	{"\x89PNG", "an image", "give the text of the article"},
	{"\xff\xd8\xff", "an image", "give the text of the article"},
}

// checkText refuses bytes that no text can be read from.
func checkText(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return fmt.Errorf("%w: %d bytes of white space; check that the right file was given", ErrEmpty, len(data))
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return fmt.Errorf("%w: it is %s; %s", ErrBinary, m.what, m.advice)
		}
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return fmt.Errorf("%w: it is UTF-16; convert it, e.g. with iconv -f UTF-16 -t UTF-8", ErrNotUTF8)
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return fmt.Errorf("%w: NUL byte at offset %d; give plain text or HTML", ErrBinary, i)
	}
	if !utf8.Valid(data) {
		i := firstInvalid(data)
		return fmt.Errorf("%w: invalid byte 0x%02X at offset %d (line %d); convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8",
			ErrNotUTF8, data[i], i, 1+bytes.Count(data[:i], []byte{'\n'}))
	}
	if n := controls(data); n > 8 && n > len(data)/50 {
		return fmt.Errorf("%w: %d control characters in %d bytes; give plain text or HTML", ErrBinary, n, len(data))
	}
	if blank(string(data)) {
		return fmt.Errorf("%w: nothing but white space and invisible characters", ErrEmpty)
	}
	return nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data) - 1
}

// controls counts control characters that are no white space. ESC is counted:
// a page captured from a terminal is not an article.
func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' || b == 0x7f {
			n++
		}
	}
	return n
}

// decideMediaType trusts the caller, then the extension, then the first bytes.
func decideMediaType(name string, data []byte, given string) (string, error) {
	if given != "" {
		return givenMediaType(given)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return typeHTML, nil
	case ".txt", ".text", ".md":
		return typeText, nil
	}
	if looksLikeHTML(data) {
		return typeHTML, nil
	}
	return typeText, nil
}

// CheckMediaType refuses what Options.MediaType cannot be; empty is accepted.
func CheckMediaType(s string) error {
	if s == "" {
		return nil
	}
	_, err := givenMediaType(s)
	return err
}

func givenMediaType(given string) (string, error) {
	base, _, err := mime.ParseMediaType(given)
	if err != nil {
		return "", fmt.Errorf("media type %q: %w", given, err)
	}
	switch base {
	case typeHTML, "application/xhtml+xml":
		return typeHTML, nil
	case typeText, "text/markdown":
		return typeText, nil
	}
	return "", fmt.Errorf("media type %q is not supported; use %s or %s", given, typeText, typeHTML)
}

func looksLikeHTML(data []byte) bool {
	head := bytes.TrimPrefix(data, []byte("\ufeff"))
	head = bytes.TrimLeftFunc(head, unicode.IsSpace)
	head = bytes.ToLower(head[:min(len(head), 1024)])
	for {
		end := bytes.Index(head, []byte("-->"))
		if !bytes.HasPrefix(head, []byte("<!--")) || end < 0 {
			break
		}
		head = bytes.TrimLeftFunc(head[end+3:], unicode.IsSpace)
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title", "<div", "<p>", "<h1"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html"))
}

// canonical strips the byte order mark and turns a lone CR into LF; it reports whether
// that changed anything. CRLF stays, so that offsets hold on the user's file.
func canonical(data []byte) (text string, changed bool) {
	trimmed := bytes.TrimPrefix(data, []byte("\ufeff"))
	changed = len(trimmed) != len(data)
	if bytes.IndexByte(trimmed, '\r') < 0 {
		return string(trimmed), changed
	}
	out := slices.Clone(trimmed)
	for i, b := range out {
		if b == '\r' && (i+1 == len(out) || out[i+1] != '\n') {
			out[i], changed = '\n', true
		}
	}
	return string(out), changed
}

// blank reports whether s shows nothing: white space and zero-width characters.
func blank(s string) bool {
	for _, r := range s {
		if !invisible(r) {
			return false
		}
	}
	return true
}

// invisible covers white space and the zero-width characters that scrapes leave
// on otherwise empty lines. A soft hyphen is part of a word and is not one.
func invisible(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}

// trim narrows a span by the invisible characters at both ends.
func trim(text string, s Span) Span {
	for s.Start < s.End {
		if c := text[s.Start]; c > ' ' && c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !invisible(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		if c := text[s.End-1]; c > ' ' && c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !invisible(r) {
			break
		}
		s.End -= size
	}
	return s
}
