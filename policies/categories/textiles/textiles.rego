# METADATA
# scope: package
# title: Textiles
# description: >-
#   Paragraph 16 of S/RES/2375 (2017) bars fabrics and apparel from the DPRK. It runs one way; fabrics that go into
#   the DPRK are outside it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: textiles
#   measures:
#     - dprk-textiles-export
package article41.categories.textiles

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 16: textiles
# description: No textiles leave the DPRK and nobody procures them; earlier contracts had 90 days.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: textiles
#   measures:
#     - dprk-textiles-export
assessment["dprk-textiles-export"] := {"conditions": [
	lib.from_dprk,
	{"condition": "the goods are textiles, fabrics or apparel", "met": true, "law": ["obligation"]},
	lib.wind_down("dprk-textiles-export"),
]} if not lib.stays

else := {"outside": lib.inside}
