package proposal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
)

// Verifier makes claims of proposals. It is safe for concurrent use.
type Verifier struct {
	catalogue *catalog.Catalogue
	lexicon   *extract.Extractor
}

// NewVerifier returns a Verifier for the words of cat; lex knows the States' names
// and the cues of status.
func NewVerifier(cat *catalog.Catalogue, lex *extract.Extractor) *Verifier {
	return &Verifier{catalogue: cat, lexicon: lex}
}

// Code says what a claim was rejected for.
type Code string

// The codes of rejections. A claim has the first that holds.
const (
	CodeMalformed    Code = "malformed"         // not of the protocol's form
	CodeSentence     Code = "sentence_unknown"  // no sentence has the number
	CodeQuote        Code = "quote_not_found"   // not in the stated sentences
	CodeQuoteTwice   Code = "quote_ambiguous"   // more than once in them
	CodeVocabulary   Code = "vocabulary"        // a word that the catalogue does not know
	CodeStatusQuote  Code = "status_quote"      // not in the passage or its paragraph
	CodeDetail       Code = "detail_not_found"  // the words of goods, a source, a date or an amount are not there
	CodeActivity     Code = "activity_not_read" // no word of the activity or its category is near
	CodeRole         Code = "role_not_found"    // its words are not in the passage or its paragraph
	CodeRoleCountry  Code = "role_country"      // its words name another State, or nothing near names the stated one
	CodeRoleSource   Code = "role_is_source"    // its words only name who says so
	CodeStatusTooFar Code = "status_too_strong" // stronger than the cues of the sentence allow
	CodeStageTooFar  Code = "stage_too_far"     // further than the cues of the sentence allow
	CodeStatusBare   Code = "status_not_quoted" // weaker than the cues, and no words are given that tell it
	CodeInvalid      Code = "invalid"           // what no claims file may hold either
)

// Codes lists every code, in the order in which claims are examined.
var Codes = []Code{CodeMalformed, CodeSentence, CodeQuote, CodeQuoteTwice, CodeVocabulary, CodeStatusQuote, CodeDetail, CodeActivity, CodeRole,
	CodeRoleSource, CodeRoleCountry, CodeStatusTooFar, CodeStageTooFar, CodeStatusBare, CodeInvalid}

// Rejected is a claim that did not hold, with what was claimed.
type Rejected struct {
	Code    Code
	Reason  string
	Claimed Claim
}

// Result is what became of an answer.
type Result struct {
	Claims   []claim.Claim // in text order, ids "c_01"…, evidence located
	Rejected []Rejected    // in the answer's order
	Notes    []article.Note
}

// Extract asks src about doc and verifies the answer. The deadline of ctx counts
// for both.
func (v *Verifier) Extract(ctx context.Context, doc *article.Document, src Source) (Result, error) {
	answer, err := src.Propose(ctx, doc)
	if err != nil {
		return Result{}, err
	}
	return v.Verify(ctx, doc, src.Identity().Rule(), answer)
}

// located is a proposal whose words have been found.
type located struct {
	order     int // in the answer
	from      *Claim
	passage   article.Span
	near      article.Span // its paragraph, as far as it is looked at
	sentences []int        // indexes that the passage lies in
	claim     claim.Claim
	survey    extract.Passage
	review    []string
}

// rejection is why a proposal does not hold; a nil one means that it does.
type rejection struct {
	code   Code
	reason string
}

func (r *rejection) Error() string { return r.reason }

func reject(code Code, format string, args ...any) *rejection {
	return &rejection{code, fmt.Sprintf(format, args...)}
}

// Verify makes claims of the proposals that hold, and says of each of the others
// why it does not. It fails only when ctx is done.
func (v *Verifier) Verify(ctx context.Context, doc *article.Document, rule string, answer Answer) (Result, error) {
	var out Result
	refused := make([]*rejection, len(answer.Claims))
	var found []located
	for i := range answer.Claims {
		if err := ctx.Err(); err != nil {
			return Result{}, fmt.Errorf("verifying the claims about %s: %w", doc.Name, err)
		}
		l := located{order: i, from: &answer.Claims[i]}
		if err := v.locate(doc, &l); err != nil {
			refused[i] = err
			continue
		}
		found = append(found, l)
	}

	asked := make([]extract.Passage, len(found))
	for i := range found {
		asked[i] = found[i].survey
	}
	survey := extract.Survey{}
	if len(found) > 0 {
		var err error
		if survey, err = v.lexicon.Survey(ctx, doc, asked); err != nil {
			return Result{}, err
		}
	}
	held := found[:0]
	for i := range found {
		l := &found[i]
		if err := v.weigh(doc, l, &survey.Readings[i], survey.Mentions, rule); err != nil {
			refused[l.order] = err
			continue
		}
		held = append(held, *l)
	}
	held = verified(doc, held, refused)

	slices.SortStableFunc(held, func(a, b located) int {
		return cmp.Or(a.passage.Start-b.passage.Start, a.passage.End-b.passage.End)
	})
	for i := range held {
		cl := held[i].claim
		if slices.ContainsFunc(out.Claims, func(o claim.Claim) bool { return same(&o, &cl) }) {
			continue
		}
		cl.ID = fmt.Sprintf("c_%02d", len(out.Claims)+1)
		out.Claims = append(out.Claims, cl)
	}
	for i, r := range refused {
		if r != nil {
			out.Rejected = append(out.Rejected, Rejected{r.code, r.reason, answer.Claims[i]})
		}
	}
	for _, u := range answer.Unread {
		out.Notes = append(out.Notes, notRead(doc, u))
	}
	return out, nil
}

func notRead(doc *article.Document, u Unread) article.Note {
	n := article.Note{Code: article.NoteNotRead, Message: fmt.Sprintf("sentences %d to %d were not read: %s", u.From, u.To, u.Reason)}
	if u.From == u.To {
		n.Message = fmt.Sprintf("sentence %d was not read: %s", u.From, u.Reason)
	}
	if u.From >= 1 && u.To >= u.From && u.To <= len(doc.Sentences) {
		n.Span = article.Span{Start: doc.Sentences[u.From-1].Start, End: doc.Sentences[u.To-1].End}
	}
	return n
}

// same reports two claims that say one thing of one passage.
func same(a, b *claim.Claim) bool {
	return a.Activity == b.Activity && a.Status == b.Status && a.Stage == b.Stage &&
		*a.Evidence[0].Start == *b.Evidence[0].Start && *a.Evidence[0].End == *b.Evidence[0].End &&
		slices.Equal(a.Parties, b.Parties) && slices.Equal(a.Goods, b.Goods)
}

// locate finds the words of a proposal and checks its vocabulary.
func (v *Verifier) locate(doc *article.Document, l *located) *rejection {
	p := l.from
	if p.malformed != "" {
		return reject(CodeMalformed, "%s", p.malformed)
	}
	if err := l.find(doc); err != nil {
		return err
	}
	cl := &l.claim
	*cl = claim.Claim{
		ID: "c", Category: p.Category, Activity: p.Activity, Status: claim.Status(p.Status), Stage: claim.Stage(p.Stage),
	}
	if cl.Category == "" {
		cl.Category = catalog.None
		if a, ok := v.catalogue.Activity(p.Activity); ok {
			cl.Category = a.Category
		}
	}
	terms := catalog.ClaimTerms{Category: cl.Category, Activity: cl.Activity}
	for _, r := range p.Roles {
		terms.Roles = append(terms.Roles, r.Role)
	}
	for _, g := range p.Goods {
		terms.Goods = append(terms.Goods, g.ID)
	}
	if err := v.catalogue.CheckClaim(terms); err != nil {
		return reject(CodeVocabulary, "%s", oneLine(err))
	}
	if !slices.Contains(claim.Statuses, cl.Status) {
		return reject(CodeVocabulary, "no status is called %q", Clip(p.Status, 59))
	}
	if cl.Stage != "" && !slices.Contains(claim.Stages, cl.Stage) {
		return reject(CodeVocabulary, "no stage is called %q", Clip(p.Stage, 59))
	}
	if p.StatusQuote != "" {
		words, err := l.words(doc, p.StatusQuote)
		if err != nil {
			return reject(CodeStatusQuote, "the words that tell the status, %q, do not stand in the passage or its paragraph", Clip(p.StatusQuote, 99))
		}
		cl.Extraction = &claim.Extraction{Cues: []claim.Cue{{ID: "status_quote", Text: doc.Quote(words)}}}
	} else {
		cl.Extraction = &claim.Extraction{}
	}
	for _, g := range p.Goods {
		words, err := l.words(doc, g.Quote)
		if err != nil {
			return reject(CodeDetail, "the goods %q do not stand in the passage or its paragraph", Clip(g.Quote, 99))
		}
		cl.Goods = append(cl.Goods, claim.Good{ID: g.ID, Name: doc.Quote(words)})
	}
	for i, o := range p.Attribution {
		if !slices.Contains(claim.SourceKinds, o.Kind) {
			return reject(CodeVocabulary, "no kind of source is called %q", Clip(o.Kind, 59))
		}
		words, err := l.words(doc, o.Quote)
		if err != nil {
			return reject(CodeDetail, "the source %q does not stand in the passage or its paragraph", Clip(o.Quote, 99))
		}
		cl.Attribution = append(cl.Attribution, claim.Source{Name: doc.Quote(words), Kind: o.Kind, Origin: i == len(p.Attribution)-1})
	}
	for _, d := range []struct {
		what, quote string
		to          *article.Span
	}{{"date", p.DateQuote, &l.survey.Date}, {"amount", p.QuantityQuote, &l.survey.Quantity}} {
		if d.quote == "" {
			continue
		}
		words, err := l.words(doc, d.quote)
		if err != nil {
			return reject(CodeDetail, "the %s %q does not stand in the passage or its paragraph", d.what, Clip(d.quote, 99))
		}
		*d.to = words
	}
	l.survey.Span, l.survey.Category, l.survey.Activity = l.passage, cl.Category, cl.Activity
	for _, r := range p.Roles {
		l.survey.Countries = append(l.survey.Countries, r.Value)
	}
	return nil
}

// weigh checks roles and status against the lexicon's reading and completes the
// claim.
func (v *Verifier) weigh(doc *article.Document, l *located, r *extract.Reading, mentions []extract.Mention, rule string) *rejection {
	cl := &l.claim
	if !r.Related {
		return reject(CodeActivity, "no word that the lexicon has for %s, or for anything of the category %s, stands in the sentence or shortly before", words(cl.Activity), cl.Category)
	}
	for _, role := range l.from.Roles {
		party, err := v.party(doc, l, role, mentions, r.Self)
		if err != nil {
			return err
		}
		cl.Parties = append(cl.Parties, party)
	}
	if err := l.status(r); err != nil {
		return err
	}
	if l.survey.Date.Len() > 0 {
		if cl.EventDate = r.Date; r.Date == nil {
			l.review = append(l.review, fmt.Sprintf("the date %q could not be resolved", Clip(doc.Quote(l.survey.Date), 59)))
		}
	}
	if l.survey.Quantity.Len() > 0 {
		if cl.Quantity = r.Quantity; r.Quantity == nil {
			l.review = append(l.review, fmt.Sprintf("the amount %q could not be read", Clip(doc.Quote(l.survey.Quantity), 59)))
		}
	}
	cl.Facts = r.Facts
	cl.Extraction.Rule, cl.Extraction.Confidence = rule, "medium"
	for _, c := range r.Cues {
		if !slices.ContainsFunc(cl.Extraction.Cues, func(o claim.Cue) bool { return o.ID == c.ID && o.Text == c.Text }) {
			cl.Extraction.Cues = append(cl.Extraction.Cues, c)
		}
	}
	if !r.Known {
		l.review = append(l.review, "the lexicon has no words for this activity in the passage; look whether the passage speaks of it")
		cl.Extraction.Confidence = "low"
	}
	cl.Extraction.Review = l.review
	start, end := doc.CodePoint(l.passage.Start), doc.CodePoint(l.passage.End)
	cl.Evidence = []claim.Evidence{{Role: claim.Primary, Quote: doc.Quote(l.passage), Start: &start, End: &end}}

	// The same checks that a claims file must pass, whatever was seen to before;
	// verified does the other half.
	if err := claim.Validate(cl); err != nil {
		return reject(CodeInvalid, "%s", oneLine(err))
	}
	return nil
}

// verified keeps the claims that a claims file could hold as well. They are
// verified together: to fold the article anew for each would take long.
func verified(doc *article.Document, all []located, refused []*rejection) []located {
	f := claim.File{Claims: make([]claim.Claim, len(all))}
	for i := range all {
		all[i].claim.ID = strconv.Itoa(i)
		f.Claims[i] = all[i].claim
	}
	why := make(map[string]error)
	if err := f.Verify(doc); err != nil {
		for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
			if q, ok := errors.AsType[*claim.QuoteError](e); ok {
				why[q.Claim] = e
			}
		}
	}
	held := all[:0]
	for i := range f.Claims {
		l := all[i]
		l.claim = f.Claims[i]
		if err := why[l.claim.ID]; err != nil {
			refused[l.order] = reject(CodeInvalid, "%s", oneLine(err))
			continue
		}
		held = append(held, l)
	}
	return held
}
