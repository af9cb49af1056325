package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/article41/article41/checker/packed"
	"github.com/article41/article41/checker/strictyaml"
	"github.com/article41/article41/rules"
	"gopkg.in/yaml.v3"
)

// The files directly under rules/, and those with a fixed name in a regime's
// folder. Every other file of a regime is named after a category and holds its
// measures. An instrument stands in the folder of its regime, one that several
// share directly under rules/. The lexicon is package extract's.
const (
	categoriesFile    = "categories.yaml"
	vocabularyFile    = "vocabulary.yaml"
	severityFile      = "severity.yaml"
	regimesDir        = "regimes"
	lexiconDir        = "lexicon"
	regimeFile        = "regime.yaml"
	instrumentsFile   = "instruments.yaml"
	notProhibitedFile = "not-prohibited.yaml"
)

// source is one file of the catalogue.
type source struct {
	name   string // path within rules/, with slashes
	regime string // folder under regimes/, "" at the top
	data   []byte
	root   *yaml.Node // only once a mistake is to be placed; see tree
	into   any        // pointer to the struct for its content
	err    error
}

type (
	categoriesDoc struct {
		Categories []Category `yaml:"categories"`
	}
	severityDoc struct {
		Severity map[string]map[string]string `yaml:"severity"`
	}
	instrumentsDoc struct {
		Instruments []Instrument `yaml:"instruments"`
	}
	measuresDoc struct {
		Measures []Measure `yaml:"measures"`
	}
	notProhibitedDoc struct {
		NotProhibited []NotProhibited `yaml:"not_prohibited"`
	}
)

// Load reads and validates the catalogue; fsys is rooted at rules/. That of the
// program was read and validated beforehand. The error joins every mistake, each
// with its file:line:column. Mistakes of form are reported alone: what they hide
// cannot be checked for sense.
func Load(fsys fs.FS) (*Catalogue, error) {
	sources, sum, err := listed(fsys)
	if err != nil {
		return nil, err
	}
	if c := unpack(rules.Catalogue, sum); c != nil {
		return c, nil
	}
	return read(fsys, sources, sum)
}

// Read is Load from the files even if they are the program's own.
func Read(fsys fs.FS) (*Catalogue, error) {
	sources, sum, err := listed(fsys)
	if err != nil {
		return nil, err
	}
	return read(fsys, sources, sum)
}

// listed are the files of the catalogue and their digest.
func listed(fsys fs.FS) ([]*source, string, error) {
	sources, err := list(fsys)
	if err != nil {
		return nil, "", err
	}
	sum, err := digest(fsys, sources)
	return sources, sum, err
}

func read(fsys fs.FS, sources []*source, digest string) (*Catalogue, error) {
	// Parsing is nearly all of the cost, and the files are independent.
	var wg sync.WaitGroup
	for _, s := range sources {
		wg.Go(func() { s.err = s.read(fsys) })
	}
	wg.Wait()
	var errs []error
	for _, s := range sources {
		errs = append(errs, s.err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	c := assemble(sources)
	c.Digest = digest
	v := validator{c: c, sources: sources}
	v.run()
	if err := v.err(); err != nil {
		return nil, err
	}
	c.applyRegimeExemptions()
	return c, nil
}

// list finds the files, in path order.
func list(fsys fs.FS) ([]*source, error) {
	var out []*source
	var errs []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name == lexiconDir {
				return fs.SkipDir
			}
			return nil
		case path.Ext(name) == ".yml":
			errs = append(errs, strictyaml.Errorf(strictyaml.Pos{File: name}, "rules files end in .yaml; rename it"))
			return nil
		case path.Ext(name) != ".yaml":
			return nil
		}
		s := &source{name: name}
		if s.into, s.regime = place(name); s.into == nil {
			errs = append(errs, strictyaml.Errorf(strictyaml.Pos{File: name},
				"no such file is expected; measures belong in %s/<regime>/<category>.yaml", regimesDir))
			return nil
		}
		out = append(out, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the rules: %w", err)
	}
	for _, name := range []string{categoriesFile, vocabularyFile, severityFile} {
		if !slices.ContainsFunc(out, func(s *source) bool { return s.name == name }) {
			errs = append(errs, strictyaml.Errorf(strictyaml.Pos{File: name}, "the file is missing"))
		}
	}
	return out, errors.Join(errs...)
}

// digest is the SHA-256 over the files.
func digest(fsys fs.FS, sources []*source) (string, error) {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.name
	}
	sum, err := packed.Digest(fsys, names, func(name string, size int64) string { return fmt.Sprintf("%s\x00%d\x00", name, size) })
	if err != nil {
		return "", fmt.Errorf("reading the rules: %w", err)
	}
	return sum, nil
}

// place says what a file holds and whose it is; nil for a file out of place.
func place(name string) (into any, regime string) {
	switch name {
	case categoriesFile:
		return new(categoriesDoc), ""
	case vocabularyFile:
		return new(Vocabulary), ""
	case severityFile:
		return new(severityDoc), ""
	case instrumentsFile:
		return new(instrumentsDoc), ""
	}
	part := strings.Split(name, "/")
	if len(part) != 3 || part[0] != regimesDir {
		return nil, ""
	}
	switch part[2] {
	case regimeFile:
		return new(Regime), part[1]
	case instrumentsFile:
		return new(instrumentsDoc), part[1]
	case notProhibitedFile:
		return new(notProhibitedDoc), part[1]
	default:
		return new(measuresDoc), part[1]
	}
}

func (s *source) read(fsys fs.FS) error {
	var err error
	if s.data, err = fs.ReadFile(fsys, s.name); err != nil {
		return fmt.Errorf("reading the rules: %w", err)
	}
	return strictyaml.Decode(s.name, s.data, s.into)
}

// tree is the file's node tree. Structs only know where they begin; the exact
// place of a mistake in one takes the tree, which a good file never needs.
func (s *source) tree() *yaml.Node {
	if s.root == nil {
		s.root, _ = strictyaml.Parse(s.name, s.data) // it was read once, so it parses
	}
	return s.root
}

// assemble puts the files together in path order and builds the keys. Where an
// id occurs twice the first one keeps it; the validator reports the other.
func assemble(sources []*source) *Catalogue {
	c := &Catalogue{}
	for _, s := range sources {
		switch doc := s.into.(type) {
		case *categoriesDoc:
			c.Categories = doc.Categories
		case *Vocabulary:
			c.Vocabulary = *doc
		case *severityDoc:
			c.Severity = doc.Severity
		case *Regime:
			c.Regimes = append(c.Regimes, *doc)
		case *instrumentsDoc:
			c.Instruments = append(c.Instruments, doc.Instruments...)
		case *measuresDoc:
			for _, m := range doc.Measures {
				m.Regime = s.regime
				c.Measures = append(c.Measures, m)
			}
		case *notProhibitedDoc:
			for _, n := range doc.NotProhibited {
				n.Regime = s.regime
				c.NotProhibited = append(c.NotProhibited, n)
			}
		}
	}
	c.index()
	return c
}

// index makes the keys.
func (c *Catalogue) index() {
	c.keys = keys{
		categories: keysOf(c.Categories, func(x Category) string { return x.ID }),
		activities: keysOf(c.Vocabulary.Activities, func(x Activity) string { return x.ID }),
		roles:      keysOf(c.Vocabulary.Roles, func(x Term) string { return x.ID }),
		goods:      keysOf(c.Vocabulary.Goods, func(x Goods) string { return x.ID }),
		facts:      keysOf(c.Vocabulary.Facts, func(x Term) string { return x.ID }),
		regimes:    keysOf(c.Regimes, func(x Regime) string { return x.ID }),
		measures:   keysOf(c.Measures, func(x Measure) string { return x.ID }),
		instruments: keysOf(c.Instruments, func(x Instrument) string {
			number, _, _ := parseSymbol(x.ID)
			return number
		}),
		notProhibited: map[[2]string]int{},
	}
	for i, m := range c.Measures {
		for _, alias := range m.Aliases {
			if _, taken := c.keys.measures[alias]; !taken {
				c.keys.measures[alias] = i
			}
		}
	}
	for i, n := range c.NotProhibited {
		for _, a := range n.Activities {
			key := [2]string{c.key(n.Regime), a}
			if _, taken := c.keys.notProhibited[key]; !taken {
				c.keys.notProhibited[key] = i
			}
		}
	}
}

func keysOf[T any](all []T, id func(T) string) map[string]int {
	out := make(map[string]int, len(all))
	for i, x := range all {
		if _, taken := out[id(x)]; !taken {
			out[id(x)] = i
		}
	}
	return out
}

// applyRegimeExemptions copies the exemptions of a regime, with the paragraphs
// they rest on, into each of its measures that is in force at the same time;
// exemptions and powers among them need none.
func (c *Catalogue) applyRegimeExemptions() {
	for i := range c.Measures {
		m := &c.Measures[i]
		r, ok := c.Regime(m.Regime)
		if !ok || m.Kind != "" {
			continue
		}
		for _, e := range r.Exemptions {
			if e.From > m.LastDay() || cmp.Or(e.Until, endOfTime) < m.From {
				continue
			}
			m.Exemptions = append(m.Exemptions, e)
			for _, p := range r.Provisions {
				cited := slices.Contains(e.Law, p.key())
				if cited && !slices.ContainsFunc(m.Provisions, func(have Provision) bool { return have.key() == p.key() }) {
					m.Provisions = append(m.Provisions, p)
				}
			}
		}
	}
}
