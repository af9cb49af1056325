package screen

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Bounds on a list file. The real one has 2 MB, 1,003 entries and a depth of 5.
const (
	MaxListBytes   = 64 << 20
	maxListEntries = 200_000
	maxListDepth   = 16
	maxEntryNames  = 500
)

// ErrTooLarge is returned for a list file over MaxListBytes.
var ErrTooLarge = fmt.Errorf("the file is larger than %d MiB, which no sanctions list is", MaxListBytes>>20)

// ReadUN reads the Security Council's Consolidated List in the form of the UN's
// XML file. A file that is cut short, is another list, defines entities or nests
// deeper than the list does is refused; what is odd in a single entry is noted.
func ReadUN(r io.Reader) (*List, error) {
	sum := sha256.New()
	in := &counted{r: io.TeeReader(r, sum), left: MaxListBytes}
	raw := xml.NewDecoder(bufio.NewReader(in))
	d := xml.NewTokenDecoder(&guarded{d: raw})
	where := func(err error) error {
		if errors.Is(err, ErrTooLarge) {
			return ErrTooLarge
		}
		line, column := raw.InputPos()
		return fmt.Errorf("line %d, column %d: %w", line, column, xmlReason(err))
	}

	root, err := rootOf(d)
	if err != nil {
		return nil, where(err)
	}
	list := &List{Source: UNConsolidated}
	for _, a := range root.Attr {
		if a.Name.Local == "dateGenerated" {
			list.Date = day(a.Value)
		}
	}
	if list.Date == "" {
		return nil, fmt.Errorf("the root has no dateGenerated with a date; without it no answer could say as of when it holds")
	}
	seen := map[string]bool{}
	for closed := false; !closed; {
		tok, err := d.Token()
		if err != nil {
			return nil, where(err)
		}
		switch t := tok.(type) {
		case xml.EndElement:
			closed = t.Name.Local == unRoot
		case xml.StartElement:
			var kind Kind
			switch t.Name.Local {
			case "INDIVIDUALS", "ENTITIES":
				continue
			case "INDIVIDUAL":
				kind = Individual
			case "ENTITY":
				kind = Entity
			default:
				list.Notes = append(list.Notes, fmt.Sprintf("element %s is not one that the list is known to have; it was left out", clip(t.Name.Local)))
				if err := d.Skip(); err != nil {
					return nil, where(err)
				}
				continue
			}
			var x unEntry
			if err := d.DecodeElement(&x, &t); err != nil {
				return nil, where(err)
			}
			e, err := x.entry(kind)
			if err == nil && seen[foldReference(e.Reference)] {
				err = errors.New("the reference number stands twice in the file")
			}
			if err != nil {
				return nil, where(fmt.Errorf("entry %s (DATAID %s): %w", clip(x.Reference), clip(x.DataID), err))
			}
			seen[foldReference(e.Reference)] = true
			if list.Entries = append(list.Entries, e); len(list.Entries) > maxListEntries {
				return nil, where(fmt.Errorf("more than %d entries", maxListEntries))
			}
		}
	}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, where(err)
		}
		if _, more := tok.(xml.StartElement); more {
			return nil, where(errors.New("something follows the end of the list"))
		}
	}
	if _, err := io.Copy(io.Discard, in); err != nil {
		return nil, where(err)
	}
	if len(list.Entries) == 0 {
		return nil, errors.New("the list has no entries")
	}
	list.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return list, nil
}

const unRoot = "CONSOLIDATED_LIST"

// otherLists are roots of lists that are mistaken for the UN's.
var otherLists = map[string]string{
	"sdnList":                         "the OFAC list of the United States (sdn.xml)",
	"Sanctions":                       "the OFAC list of the United States in its advanced form",
	"sanctionsData":                   "a list in the form of the OFAC sanctions list service",
	"export":                          "the consolidated list of the European Union",
	"ArrayOfFinancialSanctionsTarget": "the consolidated list of the United Kingdom",
	"Designations":                    "the sanctions list of the United Kingdom",
	"swiss-sanctions-list":            "the Swiss sanctions list",
	"html":                            "a web page",
}

func rootOf(d *xml.Decoder) (xml.StartElement, error) {
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return xml.StartElement{}, errors.New("the file has no XML element")
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if t, ok := tok.(xml.StartElement); ok {
			if t.Name.Local == unRoot {
				return t, nil
			}
			what := otherLists[t.Name.Local]
			if what == "" {
				what = "another file"
			}
			return t, fmt.Errorf("the root is %s, not %s: this is %s and not the Security Council's Consolidated List", clip(t.Name.Local), unRoot, what)
		}
	}
}

func xmlReason(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return errors.New("the file ends before the list does; it was cut short, so fetch it again")
	case errors.As(err, &syntax):
		return fmt.Errorf("not well-formed XML: %s", clip(syntax.Msg))
	}
	return err
}

// guarded refuses what a list has no use for and an attacker has.
type guarded struct {
	d     *xml.Decoder
	depth int
}

func (g *guarded) Token() (xml.Token, error) {
	tok, err := g.d.RawToken()
	if err != nil {
		return tok, err
	}
	switch tok.(type) {
	case xml.Directive:
		return nil, errors.New("the file has a DOCTYPE or defines entities, which the list never does; it was not read")
	case xml.StartElement:
		if g.depth++; g.depth > maxListDepth {
			return nil, fmt.Errorf("elements are nested more than %d deep, which the list's never are", maxListDepth)
		}
	case xml.EndElement:
		g.depth--
	}
	return xml.CopyToken(tok), nil
}

// counted stops a reader that gives more than a list can have.
type counted struct {
	r    io.Reader
	left int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.left -= n; c.left < 0 {
		return 0, ErrTooLarge
	}
	return n, err
}

// unEntry is an entry in the UN's own names. The schema has no field for the
// measure, FIRST_NAME to FOURTH_NAME are positions, not roles, and empty elements
// stand for what is not known.
type unEntry struct {
	DataID          string      `xml:"DATAID"`
	First           string      `xml:"FIRST_NAME"`
	Second          string      `xml:"SECOND_NAME"`
	Third           string      `xml:"THIRD_NAME"`
	Fourth          string      `xml:"FOURTH_NAME"`
	Original        []string    `xml:"NAME_ORIGINAL_SCRIPT"`
	Type            string      `xml:"UN_LIST_TYPE"`
	Reference       string      `xml:"REFERENCE_NUMBER"`
	ListedOn        string      `xml:"LISTED_ON"`
	Comments        string      `xml:"COMMENTS1"`
	Titles          []string    `xml:"TITLE>VALUE"`
	Designations    []string    `xml:"DESIGNATION>VALUE"`
	Nationality     []string    `xml:"NATIONALITY>VALUE"`
	Aliases         []unAlias   `xml:"INDIVIDUAL_ALIAS"`
	EntityAliases   []unAlias   `xml:"ENTITY_ALIAS"`
	Addresses       []unAddress `xml:"INDIVIDUAL_ADDRESS"`
	EntityAddresses []unAddress `xml:"ENTITY_ADDRESS"`
	Births          []struct {
		Date string `xml:"DATE"`
		Year string `xml:"YEAR"`
		From string `xml:"FROM_YEAR"`
		To   string `xml:"TO_YEAR"`
	} `xml:"INDIVIDUAL_DATE_OF_BIRTH"`
	Documents []struct {
		Type    string `xml:"TYPE_OF_DOCUMENT"`
		Number  string `xml:"NUMBER"`
		Issuing string `xml:"ISSUING_COUNTRY"`
	} `xml:"INDIVIDUAL_DOCUMENT"`
}

type unAlias struct {
	Quality string `xml:"QUALITY"`
	Name    string `xml:"ALIAS_NAME"`
	Note    string `xml:"NOTE"`
}

type unAddress struct {
	Country string `xml:"COUNTRY"`
}

func (x *unEntry) entry(kind Kind) (Entry, error) {
	e := Entry{
		Reference: squeeze(x.Reference), Kind: kind, Type: squeeze(x.Type), ListedOn: day(x.ListedOn),
		Measures: measuresIn(x.Comments), Comments: squeeze(x.Comments),
		Titles: texts(x.Titles), Designations: texts(x.Designations), Nationalities: texts(x.Nationality),
	}
	if e.Reference == "" {
		return e, errors.New("no REFERENCE_NUMBER")
	}
	full := squeeze(strings.Join([]string{x.First, x.Second, x.Third, x.Fourth}, " "))
	add := func(text, note string, q Quality) {
		// One field may hold several names: "A ; B".
		for part := range strings.SplitSeq(text, ";") {
			part = strings.Trim(squeeze(part), `"“”„«» `)
			if part == "" || slices.ContainsFunc(e.Names, func(n Name) bool { return n.Text == part }) {
				continue
			}
			e.Names = append(e.Names, Name{Text: part, Quality: q, Note: squeeze(note)})
			q = cmp.Or(laterPart[q], q)
		}
	}
	add(full, "", Primary)
	for _, a := range x.Aliases {
		switch strings.ToLower(squeeze(a.Quality)) {
		case "low":
			add(a.Name, a.Note, Low)
		default:
			add(a.Name, a.Note, Good)
		}
	}
	for _, a := range x.EntityAliases {
		switch strings.ToLower(squeeze(a.Quality)) {
		case "f.k.a.":
			add(a.Name, a.Note, Formerly)
		default:
			add(a.Name, a.Note, Aka)
		}
	}
	for _, o := range x.Original {
		add(o, "", Original)
	}
	switch {
	case len(e.Names) == 0 || full == "":
		return e, errors.New("no name")
	case len(e.Names) > maxEntryNames:
		return e, fmt.Errorf("%d names, more than any entry has", len(e.Names))
	}
	for _, b := range x.Births {
		switch {
		case squeeze(b.Date) != "":
			e.Born = append(e.Born, day(b.Date))
		case squeeze(b.Year) != "":
			e.Born = append(e.Born, squeeze(b.Year))
		case squeeze(b.From) != "" && squeeze(b.To) != "":
			e.Born = append(e.Born, squeeze(b.From)+" to "+squeeze(b.To))
		}
	}
	e.Born = texts(e.Born)
	for _, d := range x.Documents {
		if n := squeeze(d.Number); n != "" {
			e.Documents = append(e.Documents, squeeze(d.Type+" "+n+" "+d.Issuing))
		}
	}
	for _, a := range slices.Concat(x.Addresses, x.EntityAddresses) {
		e.Countries = append(e.Countries, a.Country)
	}
	e.Countries = texts(e.Countries)
	return e, nil
}

// laterPart: what stands behind a semicolon in a primary name is an alias.
var laterPart = map[Quality]Quality{Primary: Aka}

// inBrackets are the measures as Libya's entries and that of the Houthis state
// them: "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban,
// Asset Freeze)".
var inBrackets = regexp.MustCompile(`(?i)\([^()]*(?:travel\s+ban|asset\s+freeze|arms\s+embargo)[^()]*\)`)

func measuresIn(comments string) []string {
	said := strings.ToLower(strings.Join(inBrackets.FindAllString(comments, -1), " "))
	said = strings.Join(strings.Fields(said), " ")
	var out []string
	for _, m := range []struct{ words, measure string }{{"asset freeze", Freeze}, {"travel ban", Travel}, {"arms embargo", Arms}} {
		if strings.Contains(said, m.words) {
			out = append(out, m.measure)
		}
	}
	return out
}

// day is the calendar date a value begins with, "" if it begins with none. Some
// dates of the list carry a time zone.
func day(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < len(time.DateOnly) {
		return ""
	}
	s = s[:len(time.DateOnly)]
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}

// squeeze takes away blanks at the ends and runs of them within.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// texts are the values that say something, each once, in order.
func texts(all []string) []string {
	var out []string
	for _, s := range all {
		if s = squeeze(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// clip shortens foreign text for an error message.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
