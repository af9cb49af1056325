# METADATA
# scope: package
# title: Joint ventures and co-operative entities
# description: >-
#   Paragraph 18 of S/RES/2375 (2017) has States prohibit joint ventures and co-operative entities with DPRK
#   entities or individuals, and close the existing ones within 120 days; paragraph 12 of S/RES/2371 (2017) had
#   prohibited new and larger ones. It speaks of shared entities: a sale or an agreement as such is not within it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
#     - dprk-joint-ventures-new-2371
#     - dprk-economic-agreements
package article41.categories.joint_venture

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 18: joint ventures
# description: >-
#   Opening, keeping and operating a joint venture or co-operative entity, of which a restaurant abroad is one.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
assessment["dprk-joint-ventures"] := {"conditions": [operator, partner, closing_date]} if input.activity == "restaurant"

else := {"conditions": [dprk_side, partner, closing_date, approval]} if is_string(input.facts.public_utility)

else := {"conditions": [dprk_side, partner, closing_date]}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 12: new joint ventures
# description: New ventures, and larger ones; existing ones could go on.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures-new-2371
assessment["dprk-joint-ventures-new-2371"] := {"conditions": [dprk_side, partner, new_or_larger]}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 18: agreements without a subject
# description: An agreement is within the paragraph only if it founds or keeps a shared entity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-economic-agreements
assessment["dprk-economic-agreements"] := {"conditions": [dprk_side, subject]}

# METADATA
# title: The side of the DPRK
# description: The paragraphs speak of entities and individuals of the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
#     - dprk-joint-ventures-new-2371
dprk_side := {
	"condition": "one partner is the DPRK, or an entity or person from it",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: The other side
# description: A partner or a host that is not the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
#     - dprk-joint-ventures-new-2371
partner := {
	"condition": "a partner or a host State other than the DPRK is named",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.partner
}

else := {
	"condition": "a partner or a host State other than the DPRK is named",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the host State of the restaurant is named and is not the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the host is not named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	input.activity == "restaurant"
}

else := {
	"condition": "a partner or a host State other than the DPRK is named",
	"met": false,
	"unknown": true,
	"effect": "the other side is not named: breach possible",
	"law": ["obligation"],
	"missing": "partner",
}

# METADATA
# title: The operator of a restaurant
# description: >-
#   The paragraph covers ownership and operation. A restaurant that the text calls one of the DPRK has it as a
#   partner; one that is only staffed from there does not show who owns it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
operator := {
	"condition": "the restaurant is owned or operated by or with DPRK entities or individuals",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: The closing date
# description: Existing ventures had 120 days, until 9 January 2018.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
closing_date := {
	"condition": "the time for closing existing ventures had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > data.catalog.measures["dprk-joint-ventures"].wind_down_until
}

else := {
	"condition": "the time for closing existing ventures had passed",
	"met": false,
	"unknown": true,
	"effect": "the date of the law applied begins before the end of that time and ends after it: breach possible",
	"law": ["obligation"],
	"missing": "event_date",
} if {
	input.date.to > data.catalog.measures["dprk-joint-ventures"].wind_down_until
}

else := {
	"condition": "the time for closing existing ventures had passed",
	"met": false,
	"unknown": true,
	"effect": "until then an existing venture could be wound down, while a new one was within the paragraph: breach possible",
	"law": ["obligation"],
	"missing": "new or existing venture",
}

# METADATA
# title: Approval of a public utility
# description: >-
#   Non-commercial infrastructure is what the Committee may in particular approve in advance; by itself it spares
#   nothing.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
approval := {
	"condition": "the text says that the Committee approved the public-utility project",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.committee_approval)
}

else := {
	"condition": "the Committee approved the public-utility project in advance",
	"met": false,
	"unknown": true,
	"effect": "such projects are spared only with approval, which is not stated: breach possible",
	"law": ["obligation"],
	"missing": "committee_approval",
}

# METADATA
# title: The subject of an agreement
# description: Whether it concerns a shared entity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures
subject := {
	"condition": "the agreement concerns a joint venture or co-operative entity",
	"met": false,
	"unknown": true,
	"effect": "the paragraph is about shared entities; an agreement as such is not within it: breach possible",
	"law": ["obligation"],
	"missing": "subject of the agreement",
}

# METADATA
# title: New or larger
# description: Whether the venture was new, or grew, after 5 August 2017.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: joint-venture
#   measures:
#     - dprk-joint-ventures-new-2371
new_or_larger := {
	"condition": "the venture is new, or an existing one was expanded",
	"met": false,
	"unknown": true,
	"effect": "the text does not settle it: breach possible",
	"law": ["obligation"],
	"missing": "new or expanded venture",
}
