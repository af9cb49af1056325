package extract

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/strictyaml"
)

// What reading on weighs of a sentence: signs, which the engine finds, and the classes of
// its nouns. lexicon/signs.yaml says how many points each is worth.

// sign is a set of signs.
type sign uint64

const (
	signPerson       sign = 1 << iota // somebody without a name says so
	signOfficial                      // an official without a name
	signNamedSource                   // somebody with a name
	signGovernment                    // a government or its agency
	signPanel                         // a panel of experts, a court
	signCourt                         // a court
	signDocument                      // a document, an image
	signMedia                         // an outlet, an agency
	signOwnMedia                      // the media of a State, or the sanctioned State
	signOrganisation                  // an organisation
	signAlleged                       // "reportedly", "believed to"
	signState                         // the sanctioned State is named
	signParty                         // and not as the source
	signFullName                      // by its name, as background is told
	signPlace                         // by a place, a firm or a ship of its own
	signOther                         // one other State is named
	signOtherSide                     // the subject is another State's
	signLacksState                    // a frame found its act, but not the sanctioned State
	signLaw                           // sanctions, a resolution
	signCovert                        // "smuggled", "under false papers"
	signAside                         // "by contrast", "for comparison"
	signOld                           // it names a year before the first measure
	signHome                          // it names who uses the goods at home: residents, farmers
	signAuthority                     // its subject is customs, the police, a regulator
	signPlainVerb                     // "is", "has", or a verb that the lexicon does not know
	signDefinite                      // its subject is "the cargo", "their contracts"
	signNamed                         // its subject begins with a State's name
	signShort                         // a few words
	signLong                          // many words
	signPronoun                       // it begins with "he", "they", "it"
	signHeading                       // no full stop
	signFirst                         // among the first of the text
	signHeadline                      // a heading at the head, and it names the sanctioned State and words of the category
	signEnd                           // in the last third of the text
	signTheme                         // goods or people of the affair's category
	signThemes                        // two kinds of them
	signAbout                         // what shows that a text is about the category
	signActs                          // a verb that frames of the affair's category know
	signFrame                         // a frame of the category found its words here and gave up
	signOften                         // every third sentence of the text names goods or people of the category
	signAhead                         // the affair is told only behind
	signBeyond                        // no sentence near it tells one
	signClaims                        // the text has a claim of the category
	signMain                          // the text is about nothing more than about this
	signWrongWay                      // what it tells goes to the sanctioned State, in the affair it comes from there, or the other way round
	signLawToo                        // the text says what the law is for the category
	signCovertText                    // the text has signs of what is covert
	signAfterUndone                   // the sentence before undoes something
	signAidText                       // the text speaks of aid over and over

	// What might undo a sentence, and does not of itself.
	signNegated      // a negation
	signHypothetical // "could", "if"
	signEnded        // "no longer", "former"
	signLawAside     // what is forbidden, in a clause that adds something
	signEnforcing    // somebody is jailed, put on a list; something is seized
	signKept         // the main verb halts, prevents, seizes
	signKeptAside    // another verb does
	signBeside       // somebody meets, visits, speaks: nothing of an act
	signPresent      // its main verb tells what is done as a rule: "buys", "ship"
	signModal        // its main verb is what can, should or would be done
	signWe           // "we", "our": somebody speaks of themselves
	signMute         // it names nothing of the category, and goes on right behind the affair
	signUntopical    // nothing else shows that the text is about the category
	signAlone        // likewise, in a text of a few sentences
	signStrangers    // it names other States, and none of them has part in the affair
	signs            = iota
)

// signNames are the names of the signs in the lexicon and in the trace.
var signNames = [signs]string{
	"person", "official", "named_source", "government", "panel", "court", "document", "media", "own_media", "organisation",
	"alleged", "state", "party", "full_name", "its_place", "other", "other_side", "lacks_state", "law", "covert", "aside",
	"old", "home", "authority", "plain_verb", "definite", "named", "short", "long", "pronoun", "heading", "first", "headline", "end",
	"theme", "themes", "about", "acts", "frame", "often", "ahead", "beyond", "claims", "main", "wrong_way", "law_too",
	"covert_text", "after_undone", "aid_text",
	"negated", "hypothetical", "ended", "law_aside", "enforcing", "kept", "kept_aside", "beside", "present", "modal", "we", "mute", "untopical", "alone", "strangers",
}

const (
	signsOfHeadline = signHeading | signFirst | signState | signTheme // what makes signHeadline

	// What the whole text decides.
	signsLater = signOften | signClaims | signMain | signLawToo | signCovertText | signAfterUndone | signAidText
)

// signsOfSources are the signs of who says so.
var signsOfSources = map[string]sign{
	claim.UnnamedPerson: signPerson, claim.UnnamedOfficial: signOfficial, claim.NamedPerson: signNamedSource, claim.NamedOfficial: signNamedSource,
	claim.Government: signGovernment, claim.GovernmentAgency: signGovernment, claim.Panel: signPanel, claim.Court: signPanel | signCourt,
	claim.Document: signDocument, claim.Imagery: signDocument, claim.Outlet: signMedia, claim.NewsAgency: signMedia,
	claim.StateMedia: signOwnMedia, claim.SanctionedState: signOwnMedia, claim.Organisation: signOrganisation,
}

// signsFile is lexicon/signs.yaml: points that add up, for each sign and for each noun
// class that a sentence names, its own and those above it. A sentence that reaches
// Threshold is read on.
type signsFile struct {
	Base      int         `yaml:"base"` // points of a sentence without any sign
	Threshold int         `yaml:"threshold"`
	Signs     []pointsDef `yaml:"signs"`
	Classes   []pointsDef `yaml:"classes"`
}

// pointsDef gives the same points to several signs or classes.
type pointsDef struct {
	Points int            `yaml:"points"`
	Of     wordList       `yaml:"of"`
	Pos    strictyaml.Pos `yaml:"-"`
}

// scale is signsFile compiled.
type scale struct {
	base, threshold int
	signs           []int32 // by bit of sign
	classes         []int32 // by class
	later           int     // the most that the whole text can add
}

// addSigns compiles the file; nil is a lexicon without one, by which nothing is read on.
func (l *loader) addSigns(f *signsFile) {
	s := &l.lex.scale
	s.signs, s.classes = make([]int32, signs), make([]int32, len(l.lex.classes))
	if f == nil {
		s.threshold = math.MaxInt32
		return
	}
	s.base, s.threshold = f.Base, f.Threshold
	for _, d := range f.Signs {
		for _, name := range d.Of.words() {
			i := slices.Index(signNames[:], name)
			switch {
			case i < 0:
				l.fail(d.Pos, "unknown sign %q", name)
			case s.signs[i] != 0:
				l.fail(d.Pos, "sign %q has points already", name)
			default:
				s.signs[i] = int32(d.Points)
			}
		}
	}
	for _, d := range f.Classes {
		for _, name := range d.Of.words() {
			class, ok := l.lex.classByID[name]
			switch {
			case !ok:
				l.fail(d.Pos, "unknown noun class %q", name)
			case s.classes[class] != 0:
				l.fail(d.Pos, "noun class %q has points already", name)
			default:
				s.classes[class] = int32(d.Points)
			}
		}
	}
	for g := sign(signsLater) | signHeadline; g != 0; g &= g - 1 {
		s.later += max(0, int(s.signs[bits.TrailingZeros64(uint64(g))]))
	}
}

// points adds up the signs.
func (s *scale) points(g sign) int {
	sum := s.base
	for ; g != 0; g &= g - 1 {
		sum += int(s.signs[bits.TrailingZeros64(uint64(g))])
	}
	return sum
}

// pointsOf adds up the classes.
func (s *scale) pointsOf(named classSet) int {
	sum := 0
	for i, word := range named {
		for ; word != 0; word &= word - 1 {
			sum += int(s.classes[64*i+bits.TrailingZeros64(word)])
		}
	}
	return sum
}

// hopeful reports points that reach the threshold if all that the whole text decides
// speaks for a claim, as far as it can.
func (s *scale) hopeful(points int) bool { return points+s.later >= s.threshold }

// names lists the signs for the trace.
func (g sign) names() []string {
	var out []string
	for ; g != 0; g &= g - 1 {
		out = append(out, signNames[bits.TrailingZeros64(uint64(g))])
	}
	return out
}

// spelt lists what the classes of a sentence are worth, in the order of the lexicon.
func (l *Lexicon) spelt(named classSet) string {
	var out []string
	for i := range l.classes {
		if p := l.scale.classes[i]; p != 0 && named.has(int32(i)) {
			out = append(out, fmt.Sprintf("%s%+d", l.classes[i].id, p))
		}
	}
	return strings.Join(out, " ")
}

// weighed spells out the signs of a tale and what its words are worth.
func (t *tale) weighed() string {
	out := strings.Join(t.signs.names(), " ")
	if t.words != 0 {
		out += fmt.Sprintf(" words%+d", t.words)
	}
	return strings.TrimSpace(out)
}
