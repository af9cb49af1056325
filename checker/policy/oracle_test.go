package policy_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/article41/article41/checker/catalog"
	"github.com/article41/article41/checker/policy"
	"github.com/article41/article41/rules"
)

// oracle judges a claim in plain Go, written from the notes on the law and not
// from the Rego. It shares the catalogue's index, dates, severities and
// exemptions with the policies, and decides the rest by itself.
type oracle struct{ data map[string]any }

type object = map[string]any

func (o oracle) judge(in policy.Input) string {
	mention := in.Activity == "designated_mention" // tells of no act, so that its status does not matter
	untold := ""
	switch in.Status {
	case "normative":
		untold = "aside statement_of_law"
	case "hypothetical":
		untold = "aside hypothetical"
	case "negated":
		untold = "aside negated"
	case "ended":
		if in.DateBasis != "event" || in.Stage != "under_way" && in.Stage != "completed" && in.Stage != "unspecified" {
			untold = "aside ended"
		}
	}
	if untold != "" && !mention {
		return untold
	}
	var decided []string
	target, known, inForce, past, outside := false, false, false, false, ""
	index := o.data["index"].(object)
	ids := map[string]bool{}
	for _, p := range in.Parties {
		for _, key := range o.keys(in, p) {
			target = true
			activities, _ := index[key].(object)
			roles, _ := activities[in.Activity].(object)
			goods, _ := roles[p.Role].(object)
			for good, measures := range goods {
				if good != "any" && !slices.Contains(in.Goods, good) && (good != "unnamed" || len(in.Goods) > 0) {
					continue
				}
				for id := range measures.(object) {
					ids[id] = true
				}
			}
		}
	}
	for _, id := range sorted(ids) {
		known = true
		m := o.measure(id)
		if m["from"].(string) > in.To || in.From > m["until"].(string) {
			past = true
			continue
		}
		inForce = true
		open, aside := o.particular(id, in)
		if aside != "" {
			if outside == "" || outside == "not_listed" && aside != "not_listed" {
				outside = aside
			}
			continue
		}
		partly := in.From < m["from"].(string) || in.To > m["until"].(string)
		verdict := "breach_indicated"
		switch {
		case mention:
			verdict = "mention"
		case in.Status == "denied":
			verdict = "counterclaim"
		case o.exempt(m, in):
			verdict = "exempt_if_verified"
		case in.Status == "planned" || slices.Contains([]string{"considered", "offered", "agreed", "preparing"}, in.Stage):
			verdict = "watch"
		case open || partly || m["strength"] != "decides":
			verdict = "breach_possible"
		}
		severity := m["severity"].(object)[verdict].(string)
		decided = append(decided, id+" "+verdict+" "+severity)
	}
	switch {
	case len(decided) > 0 && !domestic(in):
		return strings.Join(decided, ", ")
	case untold != "":
		return untold
	case o.notProhibited(in):
		return "aside not_prohibited"
	case !target:
		return "aside no_target"
	case domestic(in):
		return "aside within_target"
	case inForce && !(outside == "not_listed" && past):
		return "aside " + outside
	case known:
		return "aside not_in_force"
	}
	return "aside no_measure"
}

// domestic reports that the DPRK alone is at both ends.
func domestic(in policy.Input) bool {
	if slices.ContainsFunc(in.Parties, func(p policy.Party) bool { return p.Country != "" && p.Country != "KP" }) {
		return false
	}
	if slices.Contains([]string{"financial_service", "bulk_cash", "gold_transfer", "deal_with_designated", "government_assets"}, in.Activity) {
		return false // nationals abroad send it home
	}
	fills := func(roles ...string) bool {
		return slices.ContainsFunc(in.Parties, func(p policy.Party) bool { return p.Country == "KP" && slices.Contains(roles, p.Role) })
	}
	return fills("supplier", "provider", "sender", "trainer", "operator", "owner") && fills("recipient", "trainee", "host") ||
		in.Activity == "bank_relationship" && fills("operator") && fills("partner")
}

func (o oracle) measure(id string) object { return o.data["measures"].(object)[id].(object) }

func (o oracle) notProhibited(in policy.Input) bool {
	return slices.ContainsFunc(in.Parties, func(p policy.Party) bool {
		return slices.ContainsFunc(o.keys(in, p), func(key string) bool {
			activities, _ := o.data["not_prohibited"].(object)[key].(object)
			_, ok := activities[in.Activity]
			return ok
		})
	})
}

// keys are what a party counts under: its State, if that is a sanctioned one,
// and the regime that lists it.
func (o oracle) keys(in policy.Input, p policy.Party) []string {
	var out []string
	if _, ok := o.data["targets"].(object)[p.Country]; ok {
		out = append(out, p.Country)
	}
	if l := p.Listed; l != nil && !slices.Contains(out, l.Target) {
		// A possible match does not make a firm the sanctioned State's.
		if l.Match != "possible" || l.Regime != "dprk" || in.Category == "designated-party" {
			out = append(out, l.Target)
		}
	}
	return out
}

func (o oracle) exempt(m object, in policy.Input) bool {
	for fact := range in.Facts {
		names, _ := m["exemptions"].(object)[fact].(object)
		for _, x := range names {
			dates := x.(object)
			if dates["from"].(string) <= in.To && in.From <= dates["until"].(string) {
				return true
			}
		}
	}
	return false
}

// particular says whether a condition of the measure is open, or why the
// measure does not cover the act.
func (o oracle) particular(id string, in policy.Input) (open bool, aside string) {
	if word, ok := ofListed(id); ok {
		return listedUnder(id, word, o.measure(id), in)
	}
	for _, judges := range []map[string]func(policy.Input) (bool, string){oracleGoods, oracleServices} {
		if judge, ok := judges[id]; ok {
			return judge(in)
		}
	}
	foreign := func(roles ...string) bool {
		return slices.ContainsFunc(in.Parties, func(p policy.Party) bool {
			return slices.Contains(roles, p.Role) && p.Country != "" && p.Country != "KP"
		})
	}
	is := func(role string) bool { return isDPRK(in, role) }
	fact := func(name string) bool { _, ok := in.Facts[name]; return ok }
	rifles := len(in.Goods) > 0 && !slices.ContainsFunc(in.Goods, func(g string) bool { return g != "small_arms" })
	named := func(good func(string) bool) bool { return slices.ContainsFunc(in.Goods, good) }
	heavy := named(func(g string) bool {
		return slices.Contains([]string{"artillery", "missiles", "military_vehicles", "aircraft_military", "warships"}, g)
	})

	switch {
	case strings.HasPrefix(id, "dprk-labour-"):
		if in.Activity == "repatriate_workers" {
			if in.Status == "denied" {
				return false, "negated"
			}
			return false, "compliance"
		}
		if !foreign("host", "employer") {
			if is("host") {
				return false, "within_target"
			}
			open = true
		}
		switch id {
		case "dprk-labour-repatriation":
			return open || in.From <= "2019-12-22", ""
		case "dprk-labour-no-new-authorisations":
			return open || in.Activity == "host_workers" && !fact("work_authorisation_new"), ""
		}
		return true, ""

	case slices.Contains([]string{"dprk-arms-export", "dprk-arms-import", "dprk-arms-trade", "dprk-arms-services"}, id):
		if in.From < "2009-06-12" && !heavy {
			if rifles && in.To < "2009-06-12" {
				return false, "not_in_force"
			}
			open = true
		}
		exception := in.To >= "2009-06-12" && in.From <= "2016-03-01"
		switch {
		case (id == "dprk-arms-import" || id == "dprk-arms-services" && is("recipient")) && exception:
			if rifles && in.From >= "2009-06-12" && in.To <= "2016-03-01" {
				return false, "not_in_force"
			}
			open = open || !named(func(g string) bool { return g != "arms" && g != "small_arms" })
		case id == "dprk-arms-trade" && exception:
			open = open || rifles
		}
		return open, ""
	case id == "dprk-arms-repair", id == "dprk-arms-brokering":
		return false, ""

	case id == "dprk-military-training":
		abroad := foreign("trainer", "trainee", "host")
		if !abroad && is("trainer") && is("trainee") {
			return false, "within_target"
		}
		return !abroad || !is("trainer") && len(in.Goods) == 0, ""

	case id == "dprk-joint-ventures":
		unapproved := in.Activity == "joint_venture" && fact("public_utility") && !fact("committee_approval")
		return !foreign("partner", "host") || in.From <= "2018-01-09" || unapproved, ""
	}
	return true, "" // what no paragraph settles without a further fact
}

func sorted(set map[string]bool) []string {
	var out []string
	for id := range set {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Random claims lean towards the days on which the law changed. The policies are
// asked in both forms, as text and compiled beforehand.
func TestOracle(t *testing.T) {
	const claims = 20000
	e, ahead := realEngine(t), aheadEngine(t)
	data := realCatalogue(t)
	o := oracle{data}
	rng := rand.New(rand.NewPCG(41, 1718))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }

	activities := map[string]bool{"chess": true}
	var days []string
	for activity := range data["index"].(object)["KP"].(object) {
		activities[activity] = true
	}
	for _, index := range data["index"].(object) {
		for activity := range index.(object) {
			activities[activity] = true
		}
	}
	for activity := range data["not_prohibited"].(object)["KP"].(object) {
		activities[activity] = true
	}
	c, err := catalog.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	// Facts that policies ask for count for more than those of exemptions.
	facts := map[string]bool{}
	asked := []string{
		"public_utility", "earning_income", "work_authorisation_new", "contributes_to_programmes", "designated", "vessel_designated", "vessel_listed", "vessel_named", "cap_exceeded",
		"listed_item", "state_determination", "reasonable_grounds", "inspection_refused", "livelihood", "notified_committee",
	}
	for id := range data["measures"].(object) {
		m := o.measure(id)
		for fact := range m["exemptions"].(object) {
			facts[fact] = true
		}
		for _, key := range []string{"from", "until", "wind_down_until"} {
			if day := m[key].(string); day != "" && day != "9999-12-31" {
				days = append(days, day)
			}
		}
	}
	days = append(days, "2005-01-01", "2009-06-12", "2016-03-02", "2019-12-22", "2023-12-13", "2024-06-01", "2016-05-31", "2017-10-03", "2018-03-30", "2019-03-22")
	slices.Sort(days)
	allActivities, allFacts := sorted(activities), append(sorted(facts), asked...)
	day := func() string {
		d, err := time.Parse(time.DateOnly, pick(days))
		if err != nil {
			t.Fatal(err)
		}
		return d.AddDate(0, 0, rng.IntN(3)-1).Format(time.DateOnly)
	}

	verdicts := map[string]int{}
	for range claims {
		in := policy.Input{
			ID: "c", Category: "any", Activity: pick(allActivities),
			Status: pick([]string{"asserted", "asserted", "alleged", "planned", "denied", "negated", "normative", "hypothetical", "ended"}),
			Stage:  pick([]string{"considered", "offered", "agreed", "preparing", "under_way", "completed", "unspecified", "unspecified", "completed"}),
			From:   day(), DateBasis: pick([]string{"event", "published", "as_of", "today"}),
			Attributed: rng.IntN(2) == 0, OriginKind: pick([]string{"", "court", "state_media"}), Facts: map[string]string{},
		}
		if in.To = in.From; rng.IntN(4) == 0 {
			in.To = max(in.From, day())
		}
		// A claim's roles are those of its activity; the checker refuses others.
		own := []string{"host"}
		if a, ok := c.Activity(in.Activity); ok {
			in.Category, own = a.Category, a.Roles
		}
		for range rng.IntN(4) {
			in.Parties = append(in.Parties, policy.Party{Role: pick(own), Country: pick([]string{"KP", "KP", "RU", "CN", ""})})
		}
		if rng.IntN(3) > 0 {
			m := slices.DeleteFunc(fitting(data, in.Activity), func(role string) bool { return !slices.Contains(own, role) })
			if len(m) > 0 {
				in.Parties = append(in.Parties, policy.Party{Role: pick(m), Country: "KP"}, policy.Party{Role: pick(own), Country: pick([]string{"RU", "RU", "KP", ""})})
			}
		}
		for range rng.IntN(3) {
			if fit := fittingGoods(data, in.Activity); len(fit) > 0 && rng.IntN(4) > 0 {
				in.Goods = append(in.Goods, pick(fit))
			} else {
				in.Goods = append(in.Goods, pick([]string{"arms", "small_arms", "small_arms", "missiles", "ammunition", "warships"}))
			}
		}
		in.Goods = slices.Compact(in.Goods)
		for range rng.IntN(2) * rng.IntN(3) {
			if len(in.Parties) == 0 {
				break
			}
			r := &c.Regimes[rng.IntN(len(c.Regimes))]
			if rng.IntN(3) == 0 {
				r, _ = c.Regime("dprk")
			}
			l := &policy.Listing{Regime: r.ID, Target: r.Key(), Match: pick([]string{"identified", "identified", "name", "possible"})}
			l.Measures = [][]string{{"freeze"}, {"travel"}, {"arms"}, {"travel", "freeze"}, {"freeze", "travel", "arms"}}[rng.IntN(5)]
			l.Entry = pick([]string{"", "", "LYe.001"})
			if rng.IntN(3) > 0 {
				l.From = day()
			}
			if until := day(); rng.IntN(4) == 0 && until >= l.From {
				l.Until = until
			}
			in.Parties[rng.IntN(len(in.Parties))].Listed = l
		}
		if rng.IntN(6) == 0 {
			in.Quantity = policy.Amounts{pick([]string{"barrel", "tonne", "us_dollar"}): float64(1+rng.IntN(9)) * pick1(rng, 1e4, 1e5, 1e6, 1e8)}
		}
		for range rng.IntN(3) {
			if name := pick(allFacts); name == "vessel_listed" {
				in.Facts[name] = pick([]string{"", "2017-10-03", "2018-03-30"})
			} else {
				in.Facts[name] = pick([]string{"", "yes"})
			}
		}
		r := evaluate(t, e, in)
		for _, d := range r.Decisions {
			verdicts[d.Verdict]++
			if d.Verdict == "breach_possible" && len(d.Missing) == 0 && o.measure(d.Measure)["strength"] == "decides" {
				t.Errorf("%+v: %s is breach_possible and names no missing fact", in, d.Measure)
			}
		}
		if got, want := outcome(r), o.judge(in); got != want {
			t.Errorf("%+v\npolicies %s\noracle   %s", in, got, want)
		}
		if same := evaluate(t, ahead, in); !reflect.DeepEqual(same, r) {
			t.Fatalf("%+v\npolicies             %+v\ncompiled beforehand  %+v", in, r, same)
		}
	}
	t.Log(verdicts)
	for _, v := range []string{"breach_indicated", "breach_possible", "watch", "exempt_if_verified", "counterclaim", "mention"} {
		if verdicts[v] < 20 {
			t.Errorf("only %d claims came out as %s; the random claims miss it", verdicts[v], v)
		}
	}
}

// fitting are the roles in which some measure of the activity catches the
// sanctioned State.
func fitting(data map[string]any, activity string) []string {
	roles := map[string]bool{}
	byRole, _ := data["index"].(object)["KP"].(object)[activity].(object)
	for role := range byRole {
		roles[role] = true
	}
	return sorted(roles)
}

// fittingGoods are those under which some measure of the activity is found.
func fittingGoods(data map[string]any, activity string) []string {
	goods := map[string]bool{}
	byRole, _ := data["index"].(object)["KP"].(object)[activity].(object)
	for _, byGoods := range byRole {
		for g := range byGoods.(object) {
			if g != "any" && g != "unnamed" {
				goods[g] = true
			}
		}
	}
	return sorted(goods)
}

func pick1(rng *rand.Rand, list ...float64) float64 { return list[rng.IntN(len(list))] }
