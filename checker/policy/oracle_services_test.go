package policy_test

import (
	"slices"

	"github.com/article41/article41/checker/policy"
)

// condition says whether a claim lacks a fact that the law asks for, or why
// the measure does not cover the act.
type condition = func(policy.Input) (open bool, aside string)

// each joins conditions; the first that sets the act aside says why.
func each(conditions ...condition) condition {
	return func(in policy.Input) (open bool, aside string) {
		for _, c := range conditions {
			missing, why := c(in)
			if aside == "" {
				aside = why
			}
			open = open || missing
		}
		return open, aside
	}
}

// taking holds what the conditions ask of the parties.
type taking struct{ policy.Input }

func (t taking) any(fits func(policy.Party) bool, roles []string) bool {
	return slices.ContainsFunc(t.Parties, func(p policy.Party) bool {
		return (len(roles) == 0 || slices.Contains(roles, p.Role)) && fits(p)
	})
}

func (t taking) dprk(roles ...string) bool {
	return t.any(func(p policy.Party) bool { return p.Country == "KP" }, roles)
}

func (t taking) listed(roles ...string) bool {
	return t.any(listedDPRK, roles)
}

// other: somebody from another State; without roles, in whatever role.
func (t taking) other(roles ...string) bool {
	return t.any(func(p policy.Party) bool { return p.Country != "" && p.Country != "KP" }, roles)
}

func (t taking) says(fact string) bool { _, ok := t.Facts[fact]; return ok }

// bound: the measure binds the State in the role, whose part another role may
// play too; where the text names the DPRK in it and no other, the act stays
// within it.
func bound(role string, also ...string) condition {
	return func(in policy.Input) (bool, string) {
		t := taking{in}
		other := t.other(append(also, role)...)
		if !other && t.dprk(role) {
			return false, "within_target"
		}
		return !other, ""
	}
}

// across: another State takes part; an act with the DPRK on both sides and no
// other State stays within it. Money that its nationals send home from abroad
// does not.
func across(one, two string) condition {
	return func(in policy.Input) (bool, string) {
		t := taking{in}
		abroad := slices.Contains([]string{"financial_service", "bulk_cash", "gold_transfer", "deal_with_designated", "government_assets"}, in.Activity)
		if !abroad && !t.other() && t.dprk(one) && t.dprk(two) {
			return false, "within_target"
		}
		return !t.other(), ""
	}
}

// held: the DPRK itself has one of the roles. A listed party of another State
// stands for it in a claim, but shows neither its flag nor its property.
func held(roles ...string) condition {
	return func(in policy.Input) (bool, string) { return !taking{in}.dprk(roles...), "" }
}

// reaching: what is supplied or provided goes to the DPRK or a listed party.
func reaching(in policy.Input) (bool, string) {
	return !taking{in}.dprk("recipient") && !taking{in}.listed("recipient"), ""
}

func stating(fact string) condition {
	return func(in policy.Input) (bool, string) { return !taking{in}.says(fact), "" }
}

// onlyFrom: before the day the measure reached less or nothing.
func onlyFrom(day string) condition {
	return func(in policy.Input) (bool, string) { return in.From < day, "" }
}

// woundUp: until the day what existed before could be ended.
func woundUp(day string) condition {
	return func(in policy.Input) (bool, string) { return in.From <= day, "" }
}

// dueBy: until the day the report could still be made.
func dueBy(day string) condition {
	return func(in policy.Input) (bool, string) {
		if in.To <= day {
			return false, "not_in_force"
		}
		return in.From <= day, ""
	}
}

// untold is what no fact of a claim can settle.
func untold(policy.Input) (bool, string) { return true, "" }

func shipToShip(in policy.Input) (bool, string) {
	t := taking{in}
	if !t.other("supplier", "recipient", "partner") && t.dprk("supplier") && t.dprk("recipient") {
		return false, "within_target"
	}
	return !t.other("supplier", "recipient", "partner"), ""
}

// vesselSupply covers vessels that go to the DPRK, not those that come from it.
func vesselSupply(in policy.Input) (bool, string) {
	if t := (taking{in}); t.dprk("supplier") && !t.other("supplier") {
		return false, "no_measure"
	}
	return reaching(in)
}

// ownFlag: States may not let or charter vessels under their own flag; a crew
// has none.
func ownFlag(in policy.Input) (bool, string) {
	return in.Activity == "vessel_charter" && !taking{in}.other("flag_state"), ""
}

// foreignUse: somebody of another State uses the DPRK flag, or owns, operates or
// classes a vessel under it. To operate is by its title to do so under that flag.
func foreignUse(in policy.Input) (bool, string) {
	t := taking{in}
	flag := t.dprk("flag_state")
	switch {
	case !flag && t.other("flag_state"):
		return false, "no_measure"
	case t.other("owner", "provider"):
		return !flag && in.Activity != "vessel_operation", ""
	case t.dprk("owner"):
		return false, "within_target"
	}
	return true, ""
}

// designatedVessel: the first vessels were designated on 3 October 2017, and
// where an owner is listed, the text may mean that one.
func designatedVessel(in policy.Input) (bool, string) {
	t := taking{in}
	if t.says("vessel_designated") && in.From >= "2017-10-03" {
		return false, ""
	}
	since := in.Facts["vessel_listed"]
	return since == "" || since > in.From, ""
}

// oceanMaritime: a closed list of vessels, which no fact tells apart; where
// nobody is said to be designated, nothing points to it.
func oceanMaritime(in policy.Input) (bool, string) {
	if t := (taking{in}); !t.says("designated") && !t.listed("owner") {
		return false, "no_measure"
	}
	return true, ""
}

// overflight: a State refuses aircraft over its own territory. One from another
// State that lands in the DPRK may have taken off there.
func overflight(in policy.Input) (bool, string) {
	if t := (taking{in}); t.dprk("host") && !t.other("host", "operator") {
		return false, "within_target"
	}
	return true, ""
}

// designated: the text says so, or the party is on the list for the measure, and
// was at the time. Without a date that is taken from 30 March 2018 on, since when
// the list has not changed.
func designated(word string, roles ...string) condition {
	return func(in policy.Input) (bool, string) {
		if (taking{in}).says("designated") {
			return false, ""
		}
		l, when := bestListing(in, "dprk", word, roles)
		switch {
		case l == nil:
			return true, ""
		case when == never:
			return false, "not_listed_then"
		case when == undated && in.From >= "2018-03-30" && (l.Until == "" || in.To <= l.Until):
			when = then
		}
		return when != then || l.Match == "possible", ""
	}
}

// freezeOfDPRK: a passage that only names somebody, or tells of money, asks for an
// entry.
func freezeOfDPRK(in policy.Input) (bool, string) {
	if l, _ := bestListing(in, "dprk", "freeze", []string{"provider", "recipient", "partner", "owner", "named"}); l == nil && in.Activity != "deal_with_designated" {
		return false, "not_listed"
	}
	open, aside := designated("freeze", "provider", "recipient", "partner", "owner", "named")(in)
	if aside == "" {
		other, _ := across("provider", "recipient")(in)
		open = open || other
	}
	return open, aside
}

// keptOut: a designated person, and since 2013 one whom a State finds to act
// for a designated party, on the list or not.
func keptOut(in policy.Input) (bool, string) {
	if (taking{in}).says("state_determination") && in.From >= "2013-03-07" {
		return false, ""
	}
	return designated("travel", "participant")(in)
}

func missionProperty(in policy.Input) (bool, string) {
	if (taking{in}).says("diplomatic_purpose") {
		return false, "compliance"
	}
	return held("owner")(in)
}

func redirection(in policy.Input) (bool, string) {
	t := taking{in}
	return !t.other("flag_state") && !t.dprk("flag_state") || !t.says("inspection_refused"), ""
}

var oracleServices = map[string]func(policy.Input) (open bool, aside string){
	"dprk-ship-to-ship-transfer":  each(shipToShip, held("supplier", "recipient", "partner")),
	"dprk-vessel-supply":          vesselSupply,
	"dprk-new-vessel-supply-2321": each(vesselSupply, func(in policy.Input) (bool, string) { return !slices.Contains(in.Goods, "new_vessels"), "" }),
	"dprk-vessel-charter-crew":    each(bound("provider", "partner"), reaching, ownFlag),
	"dprk-crew-procurement":       each(bound("recipient", "partner"), held("provider")),
	"dprk-flag-own-operate":       foreignUse,
	"dprk-flag-vessel-charter":    each(bound("recipient", "partner"), held("flag_state"), onlyFrom("2017-08-05")),
	"dprk-flag-vessel-insurance": func(in policy.Input) (bool, string) {
		// Since then another paragraph covers vessels of the DPRK whatever the flag.
		if in.From >= "2016-11-30" && !isDPRK(in, "flag_state") {
			return false, "no_measure"
		}
		return each(bound("provider", "partner"), held("flag_state"))(in)
	},
	"dprk-vessel-deregistration":           each(bound("flag_state"), held("owner")),
	"dprk-vessel-deregistration-call":      bound("flag_state"),
	"dprk-suspected-vessel-deregistration": bound("flag_state"),
	"dprk-vessel-insurance":                each(bound("provider", "partner"), held("recipient", "owner")),
	"dprk-suspected-vessel-insurance":      bound("provider", "partner"),
	"dprk-bunkering":                       bound("provider", "partner"),
	"dprk-port-entry-refused-inspection":   each(bound("host"), stating("inspection_refused"), held("flag_state")),
	"dprk-port-entry-suspected":            bound("host"),
	"dprk-port-entry-designated":           each(bound("host"), designatedVessel),
	"dprk-ais-vigilance":                   untold,
	"dprk-omm-vessels":                     each(bound("host"), oceanMaritime),

	"dprk-aircraft-overflight-landing": overflight,
	"dprk-aircraft-charter-crew":       bound("provider"),
	"dprk-aircraft-crew-procurement":   each(bound("recipient"), untold),

	"dprk-proliferation-financial-services":      across("provider", "recipient"),
	"dprk-proliferation-financial-services-1874": across("provider", "recipient"),
	"dprk-bulk-cash":                     across("provider", "recipient"),
	"dprk-gold-transfers":                across("provider", "recipient"),
	"dprk-bank-branches-abroad":          each(bound("host"), woundUp("2016-05-31")),
	"dprk-bank-correspondent-ownership":  each(across("operator", "partner"), woundUp("2016-05-31")),
	"dprk-foreign-banks-opening-in-dprk": each(bound("operator"), untold), // an opening, not what was there before
	"dprk-close-bank-offices-in-dprk":    each(bound("operator"), woundUp("2017-02-28")),
	"dprk-financial-support-for-trade": each(across("provider", "recipient"), func(in policy.Input) (bool, string) {
		return !taking{in}.other("provider"), ""
	}),
	"dprk-financial-support-for-trade-2270": across("provider", "recipient"),
	"dprk-financial-support-for-trade-2094": across("provider", "recipient"),
	"dprk-financial-support-for-trade-1874": across("provider", "recipient"),
	"dprk-grants-and-concessional-loans":    across("provider", "recipient"),
	"dprk-vigilance-dprk-banks": func(in policy.Input) (bool, string) {
		if in.Activity == "bank_relationship" {
			return across("operator", "partner")(in)
		}
		return across("provider", "recipient")(in)
	},
	"dprk-no-claims": across("provider", "recipient"),

	"dprk-asset-freeze-designated":       freezeOfDPRK,
	"dprk-asset-freeze-government-party": across("provider", "recipient"),
	"dprk-close-designated-offices":      each(designated("freeze", "owner"), bound("host")),
	"dprk-travel-ban":                    each(keptOut, bound("host")),

	"dprk-restrict-government-military-travel": bound("host"),
	"dprk-reduce-mission-staff":                bound("host"),
	"dprk-one-bank-account-per-mission":        each(bound("host"), stating("cap_exceeded")),
	"dprk-mission-real-property":               each(bound("host"), missionProperty),
	"dprk-diplomats-no-commerce":               bound("host"),
	"dprk-vigilance-diplomats":                 bound("host"),

	"dprk-expel-bank-agents":              bound("host"),
	"dprk-expel-nationals-for-designated": bound("host"),
	"dprk-expel-diplomats":                bound("host"),
	"dprk-expel-third-country-nationals":  bound("host"),
	"dprk-cargo-inspection":               bound("host"),
	"dprk-cargo-inspection-2094":          bound("host"),
	"dprk-cargo-inspection-1718":          bound("host"),
	"dprk-high-seas-inspection":           bound("host"),
	"dprk-flag-state-redirect":            redirection,
	"dprk-seize-and-dispose":              each(bound("host"), untold), // the find
	"dprk-seize-freeze-vessels":           each(bound("host"), untold), // that it lay in port
	"dprk-vessel-information-sharing":     bound("host"),
	"dprk-implementation-reports":         each(bound("host"), dueBy("2016-05-31")),

	"dprk-labour-reporting":    each(bound("host", "employer"), dueBy("2019-03-22")),
	"dprk-economic-agreements": untold, // its subject
}
