package checker

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

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
	if cl.Stage != "" && cl.Stage != claim.Unspecified {
		how += ", " + strings.ReplaceAll(string(cl.Stage), "_", " ")
	}
	return upperFirst(who) + ": " + c.act(cl) + " (" + how + ")"
}

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
}

func (c *Checker) act(cl *claim.Claim) string {
	names := make(map[string][]string, len(cl.Parties)+1)
	var all []string
	for _, p := range cl.Parties {
		name := partyName(p)
		names[p.Role] = appendNew(names[p.Role], name)
		all = appendNew(all, name)
	}
	for _, g := range cl.Goods {
		names["goods"] = appendNew(names["goods"], c.goodsTitle(g.ID))
	}
	if names["goods"] == nil {
		names["goods"] = []string{"arms"}
	}
	phrase, ok := acts[cl.Activity]
	if !ok {
		return c.untold(cl.Activity, all)
	}
	// Co-operation is also told of two parties with unlike roles.
	if strings.Contains(phrase, "{partner}") && names["partner"] == nil {
		names["partner"] = all
	}
	return fill(phrase, names)
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

func countryName(alpha2 string) string {
	region, err := language.ParseRegion(alpha2)
	if err != nil {
		return ""
	}
	return display.English.Regions().Name(region)
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
