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
#   How far it has come, in words, and the verdict that follows: by whether no exemption in force is stated, then by
#   whether the paragraph decides and no fact is missing. Only an act that is done, going on or ended gives
#   breach_indicated, and an attempt never does; one that has ended only where the text says when it took place, since
#   no other date can stand in. A party that is named in no act gives mention, whatever the text says of it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
act := {
	"reason": {
		"condition": "the text tells of an act with the party",
		"met": false,
		"effect": "none is told: a mention, for the reader to weigh",
	},
	"verdict": {
		true: {true: "mention", false: "mention"},
		false: {true: "mention", false: "mention"},
	},
} if {
	input.activity == "designated_mention"
}

else := told

# METADATA
# title: The act as it is told
# description: Each rule is for one way of telling an act, by its status and its stage.
# scope: document
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
told := {
	"reason": {"condition": condition, "met": true},
	"verdict": {
		true: {true: "breach_indicated", false: "breach_possible"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status in {"asserted", "alleged"}
	input.stage in {"under_way", "completed", "unspecified"}
	not input.facts.attempted
	not input.facts.read_on
	condition := {
		"under_way": "the act was going on at the date of the law applied",
		"completed": "the act had been carried out at the date of the law applied",
		"unspecified": "the text speaks of an act done or going on, not of a plan",
	}[input.stage]
}

told := {
	"reason": {
		"condition": "the act was carried out",
		"met": false,
		"effect": "the text tells of an attempt and leaves its outcome open: a possible breach",
	},
	"verdict": {
		true: {true: "breach_possible", false: "breach_possible"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status in {"asserted", "alleged"}
	input.stage in {"under_way", "completed", "unspecified"}
	input.facts.attempted
}

told := {
	"reason": {
		"condition": "the grammar of the passage tells who did what",
		"met": false,
		"effect": "the passage goes on about an act told before it, by the signs of its words: a possible breach, to be read by a person",
	},
	"verdict": {
		true: {true: "breach_possible", false: "breach_possible"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status in {"asserted", "alleged"}
	input.stage in {"under_way", "completed", "unspecified"}
	input.facts.read_on
	not input.facts.attempted
}

told := {
	"reason": {"condition": "the act took place; the text says that it has ended", "met": true},
	"verdict": {
		true: {true: "breach_indicated", false: "breach_possible"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status == "ended"
	input.date_basis == "event"
	input.stage in {"under_way", "completed", "unspecified"}
}

told := {
	"reason": {"condition": "the act had started on the date of the law applied", "met": false, "effect": effect},
	"verdict": {
		true: {true: "watch", false: "watch"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status in {"asserted", "alleged", "planned"}
	input.stage in {"considered", "offered", "agreed", "preparing"}
	effect := {
		"considered": "considered or discussed, not carried out: watch",
		"offered": "offered, not carried out: watch",
		"agreed": "agreed, not carried out: watch",
		"preparing": "in preparation, not carried out: watch",
	}[input.stage]
}

told := {
	"reason": {
		"condition": "the act had started on the date of the law applied",
		"met": false,
		"effect": "planned, not carried out: watch",
	},
	"verdict": {
		true: {true: "watch", false: "watch"},
		false: {true: "exempt_if_verified", false: "exempt_if_verified"},
	},
} if {
	input.status == "planned"
	input.stage in {"under_way", "completed", "unspecified"}
}

told := {
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

# METADATA
# title: Who says so
# description: A statement by another is as much a flag as the article's own, but the reader must see whose it is.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
voice := {"article": {"condition": "the article names the party in its own voice", "met": true}} if {
	input.activity == "designated_mention"
	input.said_by == "article"
}

else := {
	"article": {"condition": "the article states the act in its own voice", "met": true},
	"news_agency": {"condition": "the statement is attributed; its origin is a news agency", "met": true},
	"outlet": {"condition": "the statement is attributed; its origin is another outlet", "met": true},
	"state_media": {"condition": "the statement is attributed; its origin is state media", "met": true},
	"government_agency": {"condition": "the statement is attributed; its origin is a government agency", "met": true},
	"government": {"condition": "the statement is attributed; its origin is a government", "met": true},
	"named_official": {"condition": "the statement is attributed; its origin is a named official", "met": true},
	"unnamed_official": {"condition": "the statement is attributed; its origin is an unnamed official", "met": true},
	"named_person": {"condition": "the statement is attributed; its origin is a named person", "met": true},
	"unnamed_person": {"condition": "the statement is attributed; its origin is an unnamed person", "met": true},
	"court": {"condition": "the statement is attributed; its origin is a court", "met": true},
	"panel": {"condition": "the statement is attributed; its origin is a panel of experts or monitors", "met": true},
	"document": {"condition": "the statement is attributed; its origin is a document", "met": true},
	"imagery": {"condition": "the statement is attributed; its origin is imagery", "met": true},
	"organisation": {"condition": "the statement is attributed; its origin is an organisation", "met": true},
	"sanctioned_state": {"condition": "the statement is attributed; its origin is the sanctioned State itself", "met": true},
	"unnamed": {"condition": "the statement is attributed; its origin is not named", "met": true},
}

# METADATA
# title: Exempted
# description: >-
#   The reason from exemptions that the text states and that were in force, by whether there is none. Approval is
#   never presumed, and a stated one is to be verified.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
exempted := {
	true: [],
	false: [{
		"condition": "the text states an exemption that was in force on the date of the law applied",
		"met": true,
		"effect": "the act may be lawful; the exemption must be verified",
		"law": ["exemption"],
	}],
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
