# Arms embargoes on listed parties, under the regimes that have no sanctioned State: they follow the party, not a
# territory.
package article41.categories.arms

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1390 (2002), paragraph 2 (c): ISIL (Da'esh) and Al-Qaida
# description: >-
#   Nobody is to supply arms, related materiel or spare parts to listed parties, or give them technical advice, help
#   or training for military activities.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1390(2002)
#   - ref: https://undocs.org/en/S/RES/2734(2024)
# custom:
#   category: arms
#   measures:
#     - isil-al-qaida-arms-listed
assessment["isil-al-qaida-arms-listed"] := lib.listed_party("isil-al-qaida-arms-listed", "arms", supplied)

# METADATA
# title: >-
#   S/RES/1988 (2011), paragraph 1: Taliban
# description: >-
#   Nobody is to supply arms, paramilitary equipment or spare parts to listed parties, or give them technical advice
#   or military training.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1988(2011)
#   - ref: https://undocs.org/en/S/RES/2255(2015)
# custom:
#   category: arms
#   measures:
#     - taliban-arms-listed
assessment["taliban-arms-listed"] := lib.listed_party("taliban-arms-listed", "arms", supplied)

# METADATA
# title: >-
#   S/RES/1844 (2008), paragraph 7: Somalia
# description: >-
#   Nobody is to supply arms or military equipment, or related training, financial or other help, to listed parties.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1844(2008)
# custom:
#   category: arms
#   measures:
#     - somalia-arms-listed
assessment["somalia-arms-listed"] := lib.listed_party("somalia-arms-listed", "arms", supplied)

# METADATA
# title: >-
#   S/RES/2216 (2015), paragraph 14: Yemen
# description: >-
#   Nobody is to supply arms, related help, training, financing or mercenary personnel to listed parties, or to those
#   who act for them in Yemen.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2216(2015)
#   - ref: https://undocs.org/en/S/RES/2624(2022)
# custom:
#   category: arms
#   measures:
#     - yemen-arms-listed
assessment["yemen-arms-listed"] := {"outside": lib.counted_elsewhere} if input.listed.named.yemen.freeze

else := {"outside": lib.counted_elsewhere} if input.listed.named.yemen.travel

else := lib.listed_party("yemen-arms-listed", "arms", supplied)

# METADATA
# title: >-
#   S/RES/2653 (2022), paragraph 11: Haiti
# description: Nobody was to supply arms, related materiel, training or help to listed parties.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2653(2022)
# custom:
#   category: arms
#   measures:
#     - haiti-arms-listed
assessment["haiti-arms-listed"] := lib.listed_party("haiti-arms-listed", "arms", supplied)

# METADATA
# title: Supplied to the listed party
# description: >-
#   Direct and indirect supply of arms, and help or training with them or with military activities. Brokering is an
#   indirect supply when arms are to pass.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1390(2002)
#   - ref: https://undocs.org/en/S/RES/2734(2024)
#   - ref: https://undocs.org/en/S/RES/1988(2011)
#   - ref: https://undocs.org/en/S/RES/2255(2015)
#   - ref: https://undocs.org/en/S/RES/1844(2008)
#   - ref: https://undocs.org/en/S/RES/2216(2015)
#   - ref: https://undocs.org/en/S/RES/2624(2022)
#   - ref: https://undocs.org/en/S/RES/2653(2022)
# custom:
#   category: arms
#   measures:
#     - isil-al-qaida-arms-listed
#     - taliban-arms-listed
#     - somalia-arms-listed
#     - yemen-arms-listed
#     - haiti-arms-listed
supplied := [] if input.activity == "designated_mention"

else := [{
	"condition": "the brokered deal is an indirect supply of arms to the listed party",
	"met": false,
	"unknown": true,
	"effect": "the paragraph speaks of supply, sale or transfer; the text tells of brokering: breach possible",
	"law": ["obligation"],
	"missing": "supply that was brokered",
}] if {
	input.activity == "arms_brokering"
}

else := [{
	"condition": "the arms, or help or training with arms or military activities, are for the listed party",
	"met": true,
	"law": ["obligation"],
}]
