# Trade: which way goods or help went, contracts from before a measure, and findings that a paragraph leaves to States.
package article41.lib

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
	input.listed.supplier
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
	input.listed.recipient
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
