package checker

import (
	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/claim"
	"github.com/article41/article41/checker/report"
)

// Bases of the date whose law is applied, most specific first.
const (
	basisEvent     = "event"     // the passage dates the act
	basisPublished = "published" // the article's date
	basisAsOf      = "as_of"     // Options.AsOf
	basisToday     = "today"     // Options.Today
)

// lawDate is the date whose law applies, as an interval with both ends
// included.
type lawDate struct{ from, to, basis string }

// The earliest day an open interval can mean. ISO dates compare as strings.
const openFrom = "0001-01-01"

// lawDate takes the claim's own date, else the article's, else the one the user
// gave, else today. An interval with one open end is closed: "since March" runs
// to the article's date, "until 2016" comes from the beginning, so that the
// policies see that the act may lie on either side of a measure's first day.
func (c *Checker) lawDate(cl *claim.Claim, published article.Date) lawDate {
	ref := lawDate{c.opts.Today, c.opts.Today, basisToday}
	switch {
	case published.Value != "":
		ref = lawDate{published.Value, published.Value, basisPublished}
	case c.opts.AsOf != "":
		ref = lawDate{c.opts.AsOf, c.opts.AsOf, basisAsOf}
	}
	e := cl.EventDate
	if e == nil || e.From == "" && e.To == "" {
		return ref
	}
	d := lawDate{e.From, e.To, basisEvent}
	if d.from == "" {
		d.from = openFrom
	}
	if d.to == "" {
		d.to = max(d.from, ref.to)
	}
	return d
}

// dated is the date as the report shows it: its later end, since a later
// measure replaces an earlier one.
func (d lawDate) dated() report.Dated { return report.Dated{Date: d.to, Basis: d.basis} }
