# Trade: which way goods or help went, contracts from before a measure, and findings that a paragraph leaves to States.
package article41.lib

# METADATA
# title: Within the sanctioned State
# scope: document
# description: >-
#   Why no measure covers the act when one State alone, a sanctioned one, is at both ends of it: the measures concern
#   what passes between it and others, or what others do. Its own tests and programmes have one end only. Money is left
#   out: its nationals abroad who send it home are at both ends.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
domestic := within if {
	input.others == {}
	not input.activity in money
	some giver in ["supplier", "provider", "sender", "trainer", "operator", "owner"]
	some country, _ in input.countries[giver]
	some taker in ["recipient", "trainee", "host"]
	input.countries[taker][country]
}

domestic := within if {
	input.activity == "bank_relationship"
	input.others == {}
	some country, _ in input.countries.operator
	input.countries.partner[country]
}

# METADATA
# title: Money
# description: Activities that move money or deal with those who have it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
money := {
	"financial_service",
	"bulk_cash",
	"gold_transfer",
	"deal_with_designated",
	"government_assets",
}

# METADATA
# title: Words for it
# description: The text of the reason.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
within := "both sides are in the sanctioned State itself; the measures concern what passes between it and other States"

# METADATA
# title: What stays
# description: >-
#   For bans on what leaves the DPRK: it is the only one to receive, and either it does not supply or no other State is a
#   side or the place.
# scope: document
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
stays if {
	input.countries.recipient.KP
	not input.others.recipient
	not input.countries.supplier.KP
}

stays if {
	input.countries.recipient.KP
	not input.others.recipient
	not input.others.partner
	not input.others.host
}

# METADATA
# title: Inside
# description: Why a ban on what leaves the DPRK does not cover what stays.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
inside := {
	"code": "within_target",
	"text": "the goods or rights stay in the DPRK or go to it; the ban is on what leaves it",
}

# METADATA
# title: From the DPRK
# description: The goods come from the DPRK; unknown where the text names it as one side of a trade without a direction.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
from_dprk := {
	"condition": "the goods come from the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.supplier.KP
}

else := {
	"condition": "the goods come from a party listed under the measures on the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	listed_dprk.supplier
}

else := {
	"condition": "the goods come from the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which way the goods went: breach possible",
	"law": ["obligation"],
	"missing": "direction",
}

# METADATA
# title: To the DPRK
# description: The goods go to the DPRK; unknown where the text names it as one side of a trade without a direction.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
to_dprk := {
	"condition": "the goods go to the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.recipient.KP
}

else := {
	"condition": "the goods go to a party listed under the measures on the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	listed_dprk.recipient
}

else := {
	"condition": "the goods go to the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which way the goods went: breach possible",
	"law": ["obligation"],
	"missing": "direction",
}

# METADATA
# title: Wind-down
# description: >-
#   For a measure that spared contracts made before it for a while: whether that time had passed. A stated contract is
#   an exemption of the measure.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
wind_down(id) := {
	"condition": "the time for carrying out earlier contracts had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > data.catalog.measures[id].wind_down_until
}

else := {
	"condition": "the time for carrying out earlier contracts had passed",
	"met": false,
	"unknown": true,
	"effect": "until then a contract made before the measure could be carried out: breach possible",
	"law": ["obligation"],
	"missing": "date of the contract",
}

# METADATA
# title: A State's determination
# description: >-
#   For paragraphs whose duty begins when a State determines something. A news text seldom tells; where it does, the
#   paragraph stays conditional all the same.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
determination := {
	"condition": "a State has made the determination on which the duty depends",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.state_determination)
}

else := {
	"condition": "a State has made the determination on which the duty depends",
	"met": false,
	"unknown": true,
	"effect": "the duty depends on that determination, which the text does not report: breach possible",
	"law": ["obligation"],
	"missing": "state_determination",
}

# METADATA
# title: Reasonable grounds
# description: For paragraphs whose duty begins when a State has information that gives reasonable grounds.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
grounds := {
	"condition": "there are reasonable grounds to believe that prohibited items or acts are involved",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.reasonable_grounds)
}

else := {
	"condition": "there are reasonable grounds to believe that prohibited items or acts are involved",
	"met": false,
	"unknown": true,
	"effect": "the duty depends on such grounds, which the text does not report: breach possible",
	"law": ["obligation"],
	"missing": "reasonable_grounds",
}

# METADATA
# title: Contribution to the programmes
# description: For paragraphs that cover what could contribute to the prohibited programmes or to evasion.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: all
#   measures: []
contribution := {
	"condition": "it could contribute to the prohibited programmes or to evading the measures",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.contributes_to_programmes)
}

else := {
	"condition": "it could contribute to the prohibited programmes or to evading the measures",
	"met": false,
	"unknown": true,
	"effect": "the paragraph covers nothing else, and the text does not say it: breach possible",
	"law": ["obligation"],
	"missing": "contributes_to_programmes",
}
