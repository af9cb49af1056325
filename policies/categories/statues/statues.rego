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
]} if not lib.stays

else := {"outside": lib.inside}
