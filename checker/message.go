package checker

import (
	"cmp"
	"strings"

	"github.com/article41/article41/checker/claim"
)

// message is one neutral sentence that says who says what of whom:
// "South Korea’s intelligence agency: sending of workers by North Korea to
// Russia (alleged, preparing)". Nouns, because a verb would say that it happens.
func (c *Checker) message(cl *claim.Claim) string {
	who := "The article"
	if n := len(cl.Attribution); n > 0 {
		who = cl.Attribution[n-1].Name
	}
	how := string(cl.Status)
	if cl.States(claim.Attempted) {
		how += ", attempted"
	}
	if cl.States(claim.ReadOn) {
		how += ", read on"
	}
	if cl.Stage != "" && cl.Stage != claim.Unspecified {
		how += ", " + strings.ReplaceAll(string(cl.Stage), "_", " ")
	}
	return upperFirst(who) + ": " + c.act(cl) + " (" + how + ")"
}

// supplyPhrase serves all goods; what they are stands in the claim.
const supplyPhrase = "supply of {goods}[ by {supplier}][ to {recipient}][ involving {partner}]"

// acts holds a phrase per activity. {role} stands for the parties in that role,
// {goods} for the goods; a part in [brackets] is left out when it would name
// nobody. Activities without a phrase get their title from
// rules/vocabulary.yaml.
var acts = map[string]string{
	"send_workers":         "sending of workers[ by {sender}][ to {host}]",
	"host_workers":         "workers[ from {sender}][ in {host}][ employed by {employer}]",
	"authorise_work":       "permission to work[ for nationals of {sender}][ in {host}]",
	"repatriate_workers":   "return of workers[ to {sender}][ from {host}]",
	"arms_export":          "supply of {goods}[ by {supplier}][ to {recipient}]",
	"arms_import":          "supply of {goods}[ by {supplier}][ to {recipient}]",
	"arms_trade":           "trade in {goods}[ involving {partner}]",
	"arms_service":         "help with {goods}[ by {provider}][ for {recipient}]",
	"arms_repair":          "repair, refurbishment or testing of {goods}[ by {provider}][ for {recipient}]",
	"arms_brokering":       "brokering of {goods}[ involving {partner}]",
	"dual_use_transfer":    "supply of listed dual-use items[ by {supplier}][ to {recipient}]",
	"military_supply":      "supplies for armed forces[ by {supplier}][ to {recipient}]",
	"military_training":    "military or police training[ by {trainer}][ of {trainee}][ in {host}]",
	"military_cooperation": "military co-operation[ involving {partner}]",
	"troop_deployment":     "sending of troops[ by {sender}][ to {host}]",
	"military_exercise":    "military exercise[ involving {partner}][ in {host}]",
	"defence_treaty":       "defence treaty[ involving {partner}]",
	"joint_venture":        "joint venture[ involving {partner}][ in {host}]",
	"restaurant":           "restaurant abroad[ involving {partner}][ in {host}]",
	"economic_agreement":   "economic agreement[ involving {partner}]",

	"nuclear_test":        "nuclear test[ by {actor}]",
	"ballistic_launch":    "launch of a ballistic missile[ by {actor}]",
	"satellite_launch":    "launch of a satellite[ by {actor}]",
	"missile_programme":   "work on ballistic missiles[ by {actor}]",
	"nuclear_programme":   "nuclear programme[ of {actor}]",
	"wmd_programme":       "work on weapons of mass destruction[ by {actor}]",
	"chemical_weapon_use": "use of chemical weapons[ by {actor}]",
	"safeguards_refusal":  "staying outside the NPT or its safeguards[ by {actor}]",

	"wmd_item_export":       supplyPhrase,
	"wmd_item_import":       supplyPhrase,
	"wmd_assistance":        "help with {goods}[ by {provider}][ for {recipient}][ involving {partner}]",
	"sensitive_item_supply": supplyPhrase,
	"satellite_cooperation": "co-operation on satellite launches[ by {provider}][ for {recipient}][ involving {partner}]",
	"specialised_teaching":  "specialised teaching or training[ by {provider}][ for {recipient}][ in {host}]",
	"science_cooperation":   "scientific or technical co-operation[ involving {partner}][ by {provider}][ for {recipient}]",

	"mineral_export":  supplyPhrase,
	"seafood_export":  supplyPhrase,
	"fishing_rights":  "sale of fishing rights[ by {supplier}][ to {recipient}][ involving {partner}]",
	"textile_export":  supplyPhrase,
	"sectoral_export": supplyPhrase,
	"statue_export":   supplyPhrase,

	"oil_supply":          supplyPhrase,
	"aircraft_refuelling": "fuelling of aircraft[ of {recipient}][ by {provider}]",
	"industrial_supply":   supplyPhrase,
	"luxury_supply":       supplyPhrase,

	"ship_to_ship_transfer": "transfer of goods from ship to ship[ from {supplier}][ to {recipient}][ involving {partner}]",
	"vessel_supply":         "supply of vessels[ by {supplier}][ to {recipient}][ involving {partner}]",
	"vessel_charter":        "lease or charter of vessels[ by {provider}][ to {recipient}][ involving {partner}]",
	"crew_service":          "crews for vessels[ from {provider}][ for {recipient}]",
	"vessel_registration":   "registration of vessels[ of {owner}][ in {flag_state}]",
	"vessel_operation":      "running of vessels[ by {owner}][ under the flag of {flag_state}]",
	"vessel_insurance":      "insurance of vessels[ of {recipient}][ by {provider}]",
	"bunkering":             "fuelling or servicing of vessels[ of {recipient}][ by {provider}]",
	"port_entry":            "call of vessels[ of {owner}][ under the flag of {flag_state}][ at ports of {host}]",
	"vessel_concealment":    "concealment of vessels[ of {owner}][ under the flag of {flag_state}][ involving {partner}]",
	"overflight":            "landing or overflight of aircraft[ of {operator}][ in {host}]",
	"aircraft_charter":      "lease, charter or crewing of aircraft[ by {provider}][ for {recipient}]",

	"financial_service":      "financial services[ by {provider}][ for {recipient}][ involving {partner}]",
	"bulk_cash":              "bulk cash[ from {provider}][ to {recipient}][ carried by {carrier}]",
	"gold_transfer":          "gold[ from {provider}][ to {recipient}][ carried by {carrier}]",
	"bank_presence":          "branch or office of a bank[ of {operator}][ in {host}]",
	"bank_relationship":      "account or shares[ of {operator}][ with banks of {partner}]",
	"foreign_bank_in_target": "branch, office or account of a bank[ of {operator}][ in {host}]",
	"trade_support":          "support for trade[ by {provider}][ with {recipient}]",
	"grant_or_loan":          "grant, aid or loan[ by {provider}][ to {recipient}]",
	"claim_payment":          "payment of claims[ by {provider}][ to {recipient}]",

	"deal_with_designated": "dealings with a designated party[ by {provider}][ for {recipient}][ involving {partner}][ and property of {owner}]",
	"designated_travel":    "travel of a designated person[ from {participant}][ to {host}]",
	"designated_office":    "office of a designated entity[ of {owner}][ in {host}]",
	"designated_mention":   "names a listed party[, {named}]",
	"government_assets":    "funds or resources of the government[ of {owner}][ from {provider}][ to {recipient}]",

	"mission_staff":              "staff of missions[ of {sender}][ in {host}]",
	"mission_account":            "bank accounts of missions[ of {owner}][ in {host}]",
	"mission_property":           "use of property of missions[ of {owner}][ in {host}][ by {recipient}]",
	"diplomat_commerce":          "business of diplomats[ of {sender}][ in {host}]",
	"associated_official_travel": "travel of officials[ of {participant}][ to {host}]",

	"inspection_failure":  "failure to inspect cargo[ of {partner}][ by {host}]",
	"seizure_failure":     "failure to seize[ items of {partner}][ by {host}]",
	"redirection_failure": "failure to redirect vessels[ of {partner}][ by {flag_state}]",
	"expulsion_failure":   "failure to expel[ nationals of {partner}][ by {host}]",
	"reporting_failure":   "failure to report[ by {host}][ on {partner}]",
	"repatriation_report": "failure to report on the return of workers[ to {sender}][ by {host}]",
}

// unnamedGoods stand for goods that the claim does not name, by category.
var unnamedGoods = map[string]string{
	"arms": "arms", "proliferation": "proliferation-sensitive items", "minerals": "minerals", "seafood": "seafood",
	"textiles": "textiles", "statues": "statues", "petroleum": "oil", "luxury-goods": "luxury goods",
	"industrial-goods": "machinery, vehicles or metals",
}

func (c *Checker) act(cl *claim.Claim) string {
	names := make(map[string][]string, len(cl.Parties)+1)
	var all []string
	for _, p := range cl.Parties {
		name := partyName(p)
		if p.Role == "named" {
			name = cmp.Or(p.Name, name) // the entry of the list, not the State that it is from
		}
		names[p.Role] = appendNew(names[p.Role], name)
		all = appendNew(all, name)
	}
	for _, g := range cl.Goods {
		names["goods"] = appendNew(names["goods"], c.goodsTitle(g.ID))
	}
	if names["goods"] == nil {
		names["goods"] = []string{cmp.Or(unnamedGoods[c.categoryOf(cl.Activity)], "goods")}
	}
	phrase, ok := acts[cl.Activity]
	if !ok {
		return c.untold(cl.Activity, all)
	}
	// Co-operation is also told of two parties with unlike roles.
	if strings.Contains(phrase, "{partner}") && !namesAny(phrase, names) {
		names["partner"] = all
	}
	return fill(phrase, names)
}

func (c *Checker) categoryOf(activity string) string {
	if a, ok := c.catalogue.Activity(activity); ok {
		return a.Category
	}
	return ""
}

func (c *Checker) untold(activity string, all []string) string {
	title := activity
	if a, ok := c.catalogue.Activity(activity); ok {
		title = lowerFirst(a.Title)
	}
	if len(all) == 0 {
		return title
	}
	return title + " involving " + list(all)
}

// namesAny reports whether the phrase has a place for some party.
func namesAny(phrase string, names map[string][]string) bool {
	for role, who := range names {
		if role != "goods" && len(who) > 0 && strings.Contains(phrase, "{"+role+"}") {
			return true
		}
	}
	return false
}

// fill puts names into a phrase of acts.
func fill(phrase string, names map[string][]string) string {
	var b strings.Builder
	for phrase != "" {
		always, rest, _ := strings.Cut(phrase, "[")
		b.WriteString(slot(always, names))
		part, after, _ := strings.Cut(rest, "]")
		if len(names[slotName(part)]) > 0 {
			b.WriteString(slot(part, names))
		}
		phrase = after
	}
	return b.String()
}

// slot fills the one place of s, if it has one.
func slot(s string, names map[string][]string) string {
	role := slotName(s)
	if role == "" {
		return s
	}
	return strings.Replace(s, "{"+role+"}", list(names[role]), 1)
}

func slotName(s string) string {
	_, rest, ok := strings.Cut(s, "{")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "}")
	return name
}

// partyName prefers the State, because the law is about States; a company or
// person without one keeps its name.
func partyName(p claim.Party) string {
	if p.Country == "" {
		return p.Name
	}
	if name := countryName(p.Country); name != "" {
		return name
	}
	return p.Country
}

func (c *Checker) goodsTitle(id string) string {
	for _, g := range c.catalogue.Vocabulary.Goods {
		if g.ID == id {
			return lowerFirst(g.Title)
		}
	}
	return id
}

// list joins "Russia", "China and Laos", "China, Laos and Nepal".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	if s == "" {
		return list
	}
	return append(list, s)
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// lowerFirst lowers the first letter of a title, but not of an acronym.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToLower(string(r[1])) != string(r[1]) || len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[0])) + string(r[1:])
}
