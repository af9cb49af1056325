# METADATA
# scope: package
# title: Statues
# description: Paragraph 29 of S/RES/2321 (2016) bars statues from the DPRK, monuments built abroad among them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: statues
#   measures:
#     - dprk-statues-export
package article41.categories.statues

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 29: statues
# description: The DPRK supplies no statues and nobody procures them from it, unless the Committee approved.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: statues
#   measures:
#     - dprk-statues-export
assessment["dprk-statues-export"] := {"conditions": [
	lib.from_dprk,
	{"condition": "the goods are statues or monuments", "met": true, "law": ["obligation"]},
]} if not stays

else := {"outside": inside}

# METADATA
# title: Within the DPRK
# description: The text names no recipient but the DPRK itself. The ban is on what leaves it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: statues
#   measures:
#     - dprk-statues-export
stays if {
	input.countries.recipient.KP
	not input.others.recipient
}

# METADATA
# title: Nothing leaves the DPRK
# description: Why such trade is not covered.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: statues
#   measures:
#     - dprk-statues-export
inside := {
	"code": "within_target",
	"text": "the goods stay in the DPRK or go to it; the ban is on what leaves it",
}
