# METADATA
# scope: package
# title: Seafood and fishing rights
# description: >-
#   Paragraph 9 of S/RES/2371 (2017) bars seafood from the DPRK; paragraph 6 of S/RES/2397 (2017) makes clear that the
#   ban takes in the sale of its fishing rights.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: seafood
#   measures:
#     - dprk-seafood-export
#     - dprk-fishing-rights
package article41.categories.seafood

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 9: seafood
# description: No seafood leaves the DPRK and nobody procures it, whatever its kind or form.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: seafood
#   measures:
#     - dprk-seafood-export
assessment["dprk-seafood-export"] := {"conditions": [
	lib.from_dprk,
	{"condition": "the goods are seafood, of whatever kind or form", "met": true, "law": ["obligation"]},
]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6, and S/RES/2371 (2017), paragraph 9: fishing rights
# description: The DPRK sells or transfers no fishing rights and nobody buys or receives them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: seafood
#   measures:
#     - dprk-fishing-rights
assessment["dprk-fishing-rights"] := {"conditions": [seller]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: The seller of the rights
# description: The DPRK; unknown where the text names it as one side of a deal without saying whose rights they are.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: seafood
#   measures:
#     - dprk-fishing-rights
seller := {
	"condition": "the fishing rights are sold or transferred by the DPRK",
	"met": true,
	"law": ["obligation", "clarifies"],
} if {
	input.countries.supplier.KP
}

else := {
	"condition": "the fishing rights are sold or transferred by the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the text does not say which side gave them: breach possible",
	"law": ["obligation", "clarifies"],
	"missing": "direction",
}
