package proposal

import (
	"fmt"
	"slices"
	"strings"

	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/extract"
)

// status compares what the proposal says of the act with what the cues allow.
func (l *located) status(r *extract.Reading) *rejection {
	cl := &l.claim
	allowed := string(r.Status)
	if r.Stage != "" && r.Stage != claim.Unspecified {
		allowed += ", " + words(string(r.Stage))
	}
	stage := cl.Stage
	if stage == "" || stage == claim.Unspecified {
		stage = r.Stage // it says nothing of the stage: the text does
	}
	if extract.Stronger(cl.Status, stage, r.Status, r.Stage) {
		if !extract.Stronger(cl.Status, r.Stage, r.Status, r.Stage) {
			return reject(CodeStageTooFar, "the stage %q goes further than the sentence allows (%s)%s", words(string(stage)), allowed, cueWords(r.Cues))
		}
		return reject(CodeStatusTooFar, "the status %q is stronger than the sentence allows (%s)%s", cl.Status, allowed, cueWords(r.Cues))
	}
	// A denial or an end that the text does not speak of would be as false a
	// citation as an act.
	if extract.Weaker(cl.Status, stage, r.Status, r.Stage) && l.from.StatusQuote == "" && (cl.Status != claim.Alleged || len(cl.Attribution) == 0) {
		return reject(CodeStatusBare, "the status %q is weaker than the lexicon reads the sentence (%s), and no words are quoted that tell it", cl.Status, allowed)
	}
	if cl.Status != r.Status {
		l.review = append(l.review, fmt.Sprintf("the lexicon reads the status as %s", allowed))
	}
	if cl.Stage = stage; stage == "" {
		cl.Stage = claim.Unspecified
	}
	return nil
}

func cueWords(cues []claim.Cue) string {
	var out []string
	for _, c := range cues {
		if q := fmt.Sprintf("%q", Clip(c.Text, 59)); !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "; cues: " + strings.Join(out[:min(len(out), 5)], ", ")
}
