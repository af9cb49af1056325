# METADATA
# scope: package
# title: What every measure shares
# description: >-
#   Rules that hold for each measure whatever its category: how far the act has come, who says so, the law date,
#   goods, strength and exemptions. Each is evaluated once for a claim.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
package article41.lib

# METADATA
# title: The act
# description: >-
#   How far it has come, in words, and the verdict that follows: by whether an exemption in force is stated, then by
#   whether the paragraph decides and no fact is missing. Only an act that is done, going on or ended gives
#   breach_indicated.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
act := {
	"reason": {"condition": condition, "met": true},
	"verdict": {
		true: {true: "exempt_if_verified", false: "exempt_if_verified"},
		false: {true: "breach_indicated", false: "breach_possible"},
	},
} if {
	condition := {
		"asserted": {
			"under_way": "the act was going on at the date of the law applied",
			"completed": "the act had been carried out at the date of the law applied",
			"unspecified": "the text speaks of an act done or going on, not of a plan",
		},
		"alleged": {
			"under_way": "the act was going on at the date of the law applied",
			"completed": "the act had been carried out at the date of the law applied",
			"unspecified": "the text speaks of an act done or going on, not of a plan",
		},
		"ended": {
			"under_way": "the act took place; the text says that it has ended",
			"completed": "the act took place; the text says that it has ended",
			"unspecified": "the act took place; the text says that it has ended",
		},
	}[input.status][input.stage]
}

else := {
	"reason": {
		"condition": "the act is denied in the text",
		"met": true,
		"effect": "a counterclaim: weigh it beside the claims that it answers",
	},
	"verdict": {
		true: {true: "counterclaim", false: "counterclaim"},
		false: {true: "counterclaim", false: "counterclaim"},
	},
} if {
	input.status == "denied"
}

else := {
	"reason": {
		"condition": "the act had started on the date of the law applied",
		"met": false,
		"effect": effect,
	},
	"verdict": {
		true: {true: "exempt_if_verified", false: "exempt_if_verified"},
		false: {true: "watch", false: "watch"},
	},
} if {
	effect := object.get(
		{
			"considered": "considered or discussed, not carried out: watch",
			"offered": "offered, not carried out: watch",
			"agreed": "agreed, not carried out: watch",
			"preparing": "in preparation, not carried out: watch",
		},
		input.stage,
		"planned, not carried out: watch",
	)
}

# METADATA
# title: Who says so
# description: A statement by another is as much a flag as the article's own, but the reader must see whose it is.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
voice := {"condition": origin, "met": true} if {
	input.attributed
	origin := object.get(
		{
			"news_agency": "the statement is attributed; its origin is a news agency",
			"outlet": "the statement is attributed; its origin is another outlet",
			"state_media": "the statement is attributed; its origin is state media",
			"government_agency": "the statement is attributed; its origin is a government agency",
			"government": "the statement is attributed; its origin is a government",
			"named_official": "the statement is attributed; its origin is a named official",
			"unnamed_official": "the statement is attributed; its origin is an unnamed official",
			"named_person": "the statement is attributed; its origin is a named person",
			"unnamed_person": "the statement is attributed; its origin is an unnamed person",
			"court": "the statement is attributed; its origin is a court",
			"panel": "the statement is attributed; its origin is a panel of experts or monitors",
			"document": "the statement is attributed; its origin is a document",
			"imagery": "the statement is attributed; its origin is imagery",
			"organisation": "the statement is attributed; its origin is an organisation",
			"sanctioned_state": "the statement is attributed; its origin is the sanctioned State itself",
		},
		input.origin_kind,
		"the statement is attributed; its origin is not named",
	)
}

else := {"condition": "the article states the act in its own voice", "met": true}

# METADATA
# title: Exempted
# description: >-
#   The reason from exemptions that the text states and that were in force. Approval is never presumed, and a stated
#   one is to be verified.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
exempted := {
	"condition": "the text states an exemption that was in force on the date of the law applied",
	"met": true,
	"effect": "the act may be lawful; the exemption must be verified",
	"law": ["exemption"],
}

# METADATA
# title: The paragraph does not bind
# description: For the conditions of measures that only call upon States.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
calls_upon := {
	"condition": "the paragraph binds States",
	"met": false,
	"effect": "the paragraph calls upon States; it does not bind",
	"law": ["obligation"],
}
