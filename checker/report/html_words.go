package report

import "github.com/article41/article41/checker/claim"

// explained is a word of the report with its meaning.
type explained struct{ Word, Meaning string }

// verdictMeanings, statusMeanings and lawDateMeanings say for a reader who has only
// the page at hand what README.md and docs/json.md say.
var (
	verdictMeanings = []explained{
		{BreachIndicated, "the passage, read as it stands, describes what the measure forbids"},
		{BreachPossible, "a fact that the measure asks for is missing, or a determination is open"},
		{Watch, "not done yet as the text tells it; the measure would cover it if carried out"},
		{ExemptIfVerified, "the text says that an exemption applies; that has to be verified"},
		{Counterclaim, "somebody denies what the measure would cover"},
		{Mention, "the passage names a listed party and tells of no act with it"},
	}
	statusMeanings = []explained{
		{string(claim.Asserted), "said in the article's own voice"},
		{string(claim.Alleged), "said by somebody whom the article cites"},
		{string(claim.Planned), "to come, as the text tells it"},
		{string(claim.Denied), "somebody says that it is not so"},
		{string(claim.Negated), "the text says that it did not happen"},
		{string(claim.Normative), "a statement of the law, not of an act"},
		{string(claim.Hypothetical), "what might be, or might have been"},
		{string(claim.Ended), "over, as the text tells it"},
	}
	lawDateWords = map[string]string{
		"event":     "the date of the act, as the passage gives it",
		"published": "the date of the article",
		"as_of":     "given by the user",
		"today":     "the day of the run: neither passage nor article has a date",
	}
	keptOpenWords = map[string]string{
		claim.ReadOn:    "read on: the passage goes on about an act told before; that it belongs to it is read from its words, not from its grammar",
		claim.Attempted: "attempted: the passage tells of an attempt, not of its outcome",
	}
)

// verificationOrder lists the levels, surest first.
var verificationOrder = []string{"primary", "secondary", "inferred", "memory"}
