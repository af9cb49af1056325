package catalog

import (
	"maps"
	"slices"

	"github.com/article41/article41/checker/packed"
	"github.com/article41/article41/checker/strictyaml"
)

// The parts of the list that a packed catalogue is.
const (
	partFormat = iota
	partDigest // of the files
	partTexts
	partRecord
	parts

	packFormat = "catalogue 2"
)

// Pack returns the catalogue in the form in which rules.Catalogue holds it.
func (c *Catalogue) Pack() string {
	var texts packed.Strings
	record := packed.NewWriter(&texts)
	c.code(record)
	return string(packed.NewList([]string{
		partFormat: packFormat, partDigest: c.Digest, partTexts: string(texts.List()), partRecord: string(record.Bytes()),
	}))
}

// unpack returns nil if the catalogue is not that of the files with this digest.
func unpack(from, digest string) *Catalogue {
	p := packed.List(from)
	if p.Len() != parts || p.At(partFormat) != packFormat || p.At(partDigest) != digest {
		return nil
	}
	c := &Catalogue{Digest: digest}
	c.code(packed.NewReader(p.At(partRecord), packed.List(p.At(partTexts))))
	c.index()
	return c
}

func (x *Catalogue) code(c *packed.Coder) {
	packed.Slice(c, &x.Categories, func(c *packed.Coder, x *Category) {
		texts(c, &x.ID, &x.Title, &x.About)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Vocabulary.Activities, func(c *packed.Coder, x *Activity) {
		texts(c, &x.ID, &x.Category, &x.Title)
		lists(c, &x.Also, &x.Roles)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Vocabulary.Roles, term)
	packed.Slice(c, &x.Vocabulary.Goods, func(c *packed.Coder, x *Goods) {
		texts(c, &x.ID, &x.Title, &x.Under)
		lists(c, &x.HS, &x.Synonyms)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Vocabulary.Facts, term)
	x.codeSeverity(c)
	packed.Slice(c, &x.Regimes, func(c *packed.Coder, x *Regime) {
		texts(c, &x.ID, &x.Title, &x.Target, &x.CheckedAt)
		x.codeList(c)
		packed.Slice(c, &x.Exemptions, exemption)
		packed.Slice(c, &x.Provisions, provision)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Instruments, func(c *packed.Coder, x *Instrument) {
		texts(c, &x.ID, &x.Title, &x.Adopted, &x.URL)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Measures, measure)
	packed.Slice(c, &x.NotProhibited, func(c *packed.Coder, x *NotProhibited) {
		texts(c, &x.ID, &x.Title, &x.Why, &x.ReviewedUnder, &x.Regime)
		lists(c, &x.Activities)
		packed.Slice(c, &x.Watch, provision)
		pos(c, &x.Pos)
	})
}

// codeList codes the entries in order of their reference numbers.
func (x *Regime) codeList(c *packed.Coder) {
	has := x.List != nil
	packed.Bool(c, &has)
	if !has {
		return
	}
	if !c.Writes() {
		x.List = new(List)
	}
	l := x.List
	texts(c, &l.Type)
	lists(c, &l.Prefixes, &l.Individuals, &l.Entities)
	references := slices.Sorted(maps.Keys(l.Entries))
	lists(c, &references)
	for _, reference := range references {
		own := l.Entries[reference]
		lists(c, &own)
		if l.Entries == nil {
			l.Entries = map[string][]string{}
		}
		l.Entries[reference] = own
	}
	pos(c, &l.Pos)
}

func measure(c *packed.Coder, x *Measure) {
	texts(c, &x.ID, &x.Category, &x.Kind, &x.Title, &x.Summary, &x.Strength, &x.Gravity, &x.Direction, &x.From, &x.WindDownUntil, &x.Until,
		&x.RenewedUntil, &x.SupersededBy, &x.Notes, &x.Regime)
	lists(c, &x.Bound, &x.TargetRoles, &x.Activities, &x.Goods, &x.Aliases)
	packed.Slice(c, &x.Caps, func(c *packed.Coder, x *Cap) {
		packed.Int(c, &x.Amount)
		texts(c, &x.Unit, &x.Per, &x.From, &x.Until)
		pos(c, &x.Pos)
	})
	packed.Slice(c, &x.Provisions, provision)
	packed.Slice(c, &x.Exemptions, exemption)
	packed.Bool(c, &x.Deprecated)
	pos(c, &x.Pos)
}

func term(c *packed.Coder, x *Term) {
	texts(c, &x.ID, &x.Title)
	pos(c, &x.Pos)
}

func exemption(c *packed.Coder, x *Exemption) {
	texts(c, &x.ID, &x.Label, &x.Fact, &x.From, &x.Until)
	lists(c, &x.Law)
	pos(c, &x.Pos)
}

func provision(c *packed.Coder, x *Provision) {
	texts(c, &x.Instrument, &x.Paragraph, &x.Role, &x.Verification, &x.Says)
	pos(c, &x.Pos)
}

// codeSeverity codes the table as rows of gravity, verdict and severity.
func (x *Catalogue) codeSeverity(c *packed.Coder) {
	var cells [][3]string
	for _, gravity := range slices.Sorted(maps.Keys(x.Severity)) {
		for _, verdict := range slices.Sorted(maps.Keys(x.Severity[gravity])) {
			cells = append(cells, [3]string{gravity, verdict, x.Severity[gravity][verdict]})
		}
	}
	packed.Slice(c, &cells, func(c *packed.Coder, cell *[3]string) { texts(c, &cell[0], &cell[1], &cell[2]) })
	if c.Writes() {
		return
	}
	x.Severity = map[string]map[string]string{}
	for _, cell := range cells {
		if x.Severity[cell[0]] == nil {
			x.Severity[cell[0]] = map[string]string{}
		}
		x.Severity[cell[0]][cell[1]] = cell[2]
	}
}

func texts(c *packed.Coder, all ...*string) {
	for _, p := range all {
		packed.String(c, p)
	}
}

func lists(c *packed.Coder, all ...*[]string) {
	for _, p := range all {
		packed.Slice(c, p, packed.String)
	}
}

func pos(c *packed.Coder, p *strictyaml.Pos) {
	packed.String(c, &p.File)
	packed.Int(c, &p.Line)
	packed.Int(c, &p.Column)
}
