package policy_test

import (
	"slices"
	"sync"
	"time"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/rules"
)

type judge = func(policy.Input) (open bool, aside string)

// oracleGoods judges the trade in goods, the programmes and research.
var oracleGoods = map[string]judge{
	"dprk-coal-export": exported("", "coal"),
	"dprk-coal-cap-2321": both(exported("", "coal"), func(in policy.Input) (bool, string) {
		// Livelihood was a condition within the cap too; foreign coal through Rajin may not count.
		return !goodsFact(in, "contributes_to_programmes") && (goodsFact(in, "foreign_origin_coal") ||
			!beyond(in, []string{"coal"}, quota{"2016-11-30", "2016-12-31", "tonne", 1000866}, quota{"2016-11-30", "2016-12-31", "us_dollar", 53495894},
				quota{"2017-01-01", "2017-08-04", "tonne", 7500000}, quota{"2017-01-01", "2017-08-04", "us_dollar", 400870018})), ""
	}),
	"dprk-coal-livelihood-2270":              both(exported("", "coal"), unless("contributes_to_programmes")),
	"dprk-iron-livelihood-2270":              both(exported("", "iron", "iron_ore"), unless("contributes_to_programmes")),
	"dprk-iron-livelihood-2321":              both(exported("", "iron", "iron_ore"), unless("contributes_to_programmes")),
	"dprk-iron-export":                       exported("2017-09-04", "iron", "iron_ore"),
	"dprk-lead-export":                       exported("", "lead"),
	"dprk-gold-titanium-vanadium-ree-export": exported("", "gold", "titanium_ore", "vanadium_ore", "rare_earths"),
	"dprk-copper-nickel-silver-zinc-export":  exported("", "copper", "nickel", "silver", "zinc"),
	"dprk-seafood-export":                    exported(""),
	"dprk-fishing-rights": both(exported(""), func(in policy.Input) (bool, string) {
		return !isDPRK(in, "supplier"), "" // the rights are those of the State
	}),
	"dprk-textiles-export":    exported("2017-12-10"),
	"dprk-food-export":        exported("2018-01-21", "food_products"),
	"dprk-machinery-export":   exported("2018-01-21", "industrial_machinery"),
	"dprk-electrical-export":  exported("2018-01-21", "electrical_equipment"),
	"dprk-earth-stone-export": exported("2018-01-21", "earth_stone"),
	"dprk-wood-export":        exported("2018-01-21", "wood"),
	"dprk-vessels-export":     exported("2018-01-21", "vessels"),
	"dprk-statues-export":     exported(""),

	"dprk-aviation-fuel-import": func(in policy.Input) (bool, string) {
		if slices.Contains(in.Goods, "refined_petroleum") && !slices.Contains(in.Goods, "aviation_fuel") {
			return false, "no_measure" // diesel and the like
		}
		return imported("aviation_fuel")(in)
	},
	"dprk-aircraft-refuelling-vigilance": settled,
	"dprk-condensates-import":            imported("condensates"),
	"dprk-refined-petroleum-cap": both(refined, func(in policy.Input) (bool, string) {
		year := in.From[:4]
		return !outsideTerms(in) && !beyond(in, []string{"refined_petroleum"}, quota{year + "-01-01", year + "-12-31", "barrel", 500000}), ""
	}),
	"dprk-refined-petroleum-cap-2375": both(refined, func(in policy.Input) (bool, string) {
		return !beyond(in, []string{"refined_petroleum"}, quota{"2017-10-01", "2017-12-31", "barrel", 500000}), ""
	}),
	"dprk-crude-oil-cap": both(imported("crude_oil"), func(in policy.Input) (bool, string) {
		first, last := twelveMonths(in.From)
		return !beyond(in, []string{"crude_oil"}, quota{first, last, "barrel", 4000000}, quota{first, last, "tonne", 525000}), ""
	}),
	"dprk-crude-oil-freeze-2375": both(imported("crude_oil"), unless("cap_exceeded")),

	"dprk-machinery-import": imported("industrial_machinery", "electrical_equipment"),
	"dprk-vehicles-import": func(in policy.Input) (bool, string) {
		if in.Activity == "vessel_supply" {
			return imported()(in)
		}
		return imported("transport_vehicles")(in)
	},
	"dprk-metals-import": imported("metals"),
	"dprk-new-helicopters-import": func(in policy.Input) (bool, string) {
		if len(in.Goods) > 0 && !covered(in, "helicopters") {
			return false, "no_measure" // lorries and the like
		}
		return imported("new_helicopters")(in)
	},
	"dprk-luxury-goods-import": imported(),

	"dprk-nuclear-test-ban": settled,
	"dprk-ballistic-launch-ban": func(in policy.Input) (bool, string) {
		return in.Activity == "satellite_launch" && in.From < "2009-06-12", ""
	},
	"dprk-suspend-missile-programme": settled,
	"dprk-abandon-nuclear":           settled,
	"dprk-abandon-other-wmd":         settled,
	"dprk-abandon-cbw": func(in policy.Input) (bool, string) {
		return in.Activity != "chemical_weapon_use" && !covered(in, "chemical_biological_items"), ""
	},
	"dprk-no-chemical-weapons-use": settled,
	"dprk-npt-iaea-return":         settled,

	"dprk-missile-supply-1695":      imported("missile_items", "missiles"),
	"dprk-missile-procurement-1695": exported("", "missile_items", "missiles"),
	"dprk-wmd-items-import":         both(imported(), listedItem),
	"dprk-wmd-items-export": both(both(passing("supplier", "recipient"), listedItem), func(in policy.Input) (bool, string) {
		return !ofDPRK(in, "supplier"), ""
	}),
	"dprk-wmd-assistance":               both(passing("provider", "recipient"), listedItem),
	"dprk-wmd-catch-all":                passing("supplier", "recipient"),
	"dprk-wmd-catch-all-2094":           passing("supplier", "recipient"),
	"dprk-satellite-launch-cooperation": passing("provider", "recipient"),
	"dprk-designated-party-transfer": both(passing("supplier", "recipient"), func(in policy.Input) (bool, string) {
		// As originator, recipient or facilitator.
		if goodsFact(in, "designated") || listedParty(in, "supplier", "recipient", "partner", "carrier", "provider", "operator", "owner") {
			return false, ""
		}
		return false, "no_measure"
	}),

	"dprk-specialised-teaching":      taught,
	"dprk-specialised-teaching-1874": taught,
	"dprk-science-cooperation": both(passing("provider", "recipient"), func(in policy.Input) (bool, string) {
		return !slices.ContainsFunc(in.Parties, foreign), ""
	}),
}

func settled(policy.Input) (bool, string) { return false, "" }

// both leaves open what either leaves open.
func both(a, b judge) judge {
	return func(in policy.Input) (bool, string) {
		open, aside := a(in)
		if aside != "" {
			return false, aside
		}
		more, aside := b(in)
		return open || more, aside
	}
}

func goodsFact(in policy.Input, fact string) bool { _, ok := in.Facts[fact]; return ok }

func unless(fact string) judge {
	return func(in policy.Input) (bool, string) { return !goodsFact(in, fact), "" }
}

// ofDPRK says whether the DPRK, or one listed under its regime, has the role.
func ofDPRK(in policy.Input, role string) bool {
	return slices.ContainsFunc(in.Parties, func(p policy.Party) bool {
		return p.Role == role && (p.Country == "KP" || listedDPRK(p))
	})
}

func isDPRK(in policy.Input, role string) bool {
	return slices.ContainsFunc(in.Parties, func(p policy.Party) bool { return p.Role == role && p.Country == "KP" })
}

func foreign(p policy.Party) bool { return p.Country != "" && p.Country != "KP" }

func foreigner(in policy.Input, roles ...string) bool {
	return slices.ContainsFunc(in.Parties, func(p policy.Party) bool { return foreign(p) && slices.Contains(roles, p.Role) })
}

func listedParty(in policy.Input, roles ...string) bool {
	return slices.ContainsFunc(in.Parties, func(p policy.Party) bool {
		return listedDPRK(p) && (len(roles) == 0 || slices.Contains(roles, p.Role))
	})
}

// passing is for what goes to or from the DPRK: not what stays within it.
func passing(giver, taker string) judge {
	return func(in policy.Input) (bool, string) {
		if isDPRK(in, giver) && isDPRK(in, taker) && !foreigner(in, giver, taker, "partner", "host") {
			return false, "within_target"
		}
		return false, ""
	}
}

// exported is for goods from the DPRK, with the last day for earlier contracts.
// What goes to it is outside, unless it sends the goods itself with another
// State as partner or place.
func exported(contracts string, goods ...string) judge {
	return func(in policy.Input) (bool, string) {
		if isDPRK(in, "recipient") && !foreigner(in, "recipient") && !(isDPRK(in, "supplier") && foreigner(in, "partner", "host")) {
			return false, "within_target"
		}
		return !ofDPRK(in, "supplier") || !covered(in, goods...) || in.From <= contracts, ""
	}
}

// imported is for goods to the DPRK.
func imported(goods ...string) judge {
	return both(passing("supplier", "recipient"), func(in policy.Input) (bool, string) {
		return !ofDPRK(in, "recipient") || !covered(in, goods...), ""
	})
}

// refined is for products other than aviation fuel, which is banned outright.
func refined(in policy.Input) (bool, string) {
	others := slices.DeleteFunc(slices.Clone(in.Goods), func(g string) bool { return g == "aviation_fuel" })
	if len(in.Goods) > 0 && !slices.Contains(in.Goods, "petroleum") && !covered(policy.Input{Goods: others}, "refined_petroleum") {
		return false, "no_measure"
	}
	in.Goods = others
	return imported("refined_petroleum")(in)
}

var wider = sync.OnceValue(func() map[string]string {
	c, err := catalog.Load(rules.FS)
	if err != nil {
		panic(err)
	}
	under := map[string]string{}
	for _, g := range c.Vocabulary.Goods {
		under[g.ID] = g.Under
	}
	return under
})

// covered says whether the claim names some of the goods or narrower ones.
func covered(in policy.Input, goods ...string) bool {
	return len(goods) == 0 || slices.ContainsFunc(in.Goods, func(g string) bool {
		for g != "" && !slices.Contains(goods, g) {
			g = wider()[g]
		}
		return g != ""
	})
}

func aboutProgrammes(in policy.Input) bool {
	return covered(in, "nuclear_items", "missile_items", "missiles")
}

// listedItem: items are barred as listed ones, which nuclear and missile items
// are taken to be.
func listedItem(in policy.Input) (bool, string) {
	return !goodsFact(in, "listed_item") && !aboutProgrammes(in), ""
}

// quota is what may be supplied from the first to the last day.
type quota struct {
	first, last, unit string
	amount            float64
}

// beyond: a quantity of several goods does not say how much is of those with the cap.
func beyond(in policy.Input, goods []string, quotas ...quota) bool {
	for _, g := range in.Goods {
		if !covered(policy.Input{Goods: []string{g}}, goods...) && !covered(policy.Input{Goods: goods}, g) {
			quotas = nil
		}
	}
	return goodsFact(in, "cap_exceeded") || slices.ContainsFunc(quotas, func(q quota) bool {
		return q.first <= in.From && in.To <= q.last && in.Quantity[q.unit] > q.amount
	})
}

// outsideTerms: even within the cap on refined products nobody designated or
// tied to the programmes may take part, and livelihood is the only purpose.
func outsideTerms(in policy.Input) bool {
	return goodsFact(in, "designated") || goodsFact(in, "contributes_to_programmes") || listedParty(in)
}

// twelveMonths is the period from 22 December in which the day lies.
func twelveMonths(day string) (first, last string) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	year := t.Year()
	if day[4:] < "-12-22" {
		year--
	}
	start := time.Date(year, time.December, 22, 0, 0, 0, 0, time.UTC)
	return start.Format(time.DateOnly), start.AddDate(1, 0, -1).Format(time.DateOnly)
}

// taught is for DPRK nationals taught abroad or by nationals of other States, in
// a discipline that could contribute to the programmes.
func taught(in policy.Input) (bool, string) {
	if !ofDPRK(in, "recipient") && foreigner(in, "recipient") {
		return false, "no_measure" // nationals of other States
	}
	abroad := foreigner(in, "provider", "host")
	if !abroad && (isDPRK(in, "host") || isDPRK(in, "provider")) {
		return false, "within_target"
	}
	return !abroad || !ofDPRK(in, "recipient") || !goodsFact(in, "contributes_to_programmes") && !aboutProgrammes(in), ""
}
