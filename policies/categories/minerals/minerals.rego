# METADATA
# scope: package
# title: Coal, ores and metals
# description: >-
#   Minerals from the DPRK. Paragraph 29 of S/RES/2270 (2016) barred coal and iron except for livelihood purposes;
#   paragraph 26 of S/RES/2321 (2016) took its place and capped coal; paragraph 8 of S/RES/2371 (2017) bars both
#   outright. Paragraphs of their own bar gold, titanium and vanadium ore and rare earths, then copper, nickel, silver
#   and zinc, then lead.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-export
#     - dprk-iron-export
#     - dprk-coal-cap-2321
#     - dprk-coal-livelihood-2270
#     - dprk-iron-livelihood-2321
#     - dprk-iron-livelihood-2270
#     - dprk-lead-export
#     - dprk-gold-titanium-vanadium-ree-export
#     - dprk-copper-nickel-silver-zinc-export
package article41.categories.minerals

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 8: coal
# description: >-
#   No coal leaves the DPRK and nobody procures it; earlier contracts were not spared. Foreign coal that leaves
#   through Rajin is an exemption.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-export
assessment["dprk-coal-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-coal-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 8: iron and iron ore
# description: No iron or iron ore leaves the DPRK and nobody procures it; earlier contracts had 30 days.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: minerals
#   measures:
#     - dprk-iron-export
assessment["dprk-iron-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-iron-export"), lib.wind_down("dprk-iron-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 26: the cap on coal
# description: >-
#   Coal up to a quantity for the rest of 2016, and for each year from then on. Coal that the text says is foreign is
#   weighed by its origin too.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-cap-2321
assessment["dprk-coal-cap-2321"] := {"conditions": [lib.from_dprk, lib.goods("dprk-coal-cap-2321"), lib.cap("dprk-coal-cap-2321")]} if {
	not lib.stays
	not input.facts.foreign_origin_coal
}

else := {"conditions": [lib.from_dprk, lib.goods("dprk-coal-cap-2321"), lib.cap("dprk-coal-cap-2321"), foreign_origin]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 29: coal
# description: No coal leaves the DPRK and nobody procures it, except for livelihood purposes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-livelihood-2270
assessment["dprk-coal-livelihood-2270"] := {"conditions": [lib.from_dprk, lib.goods("dprk-coal-livelihood-2270"), livelihood]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 26: iron and iron ore
# description: >-
#   No iron or iron ore leaves the DPRK and nobody procures it, except for livelihood purposes. The cap is not for
#   them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-iron-livelihood-2321
assessment["dprk-iron-livelihood-2321"] := {"conditions": [lib.from_dprk, lib.goods("dprk-iron-livelihood-2321"), livelihood]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 29: iron and iron ore
# description: No iron or iron ore leaves the DPRK and nobody procures it, except for livelihood purposes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-iron-livelihood-2270
assessment["dprk-iron-livelihood-2270"] := {"conditions": [lib.from_dprk, lib.goods("dprk-iron-livelihood-2270"), livelihood]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 10: lead
# description: No lead or lead ore leaves the DPRK and nobody procures it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: minerals
#   measures:
#     - dprk-lead-export
assessment["dprk-lead-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-lead-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 30: gold, titanium ore, vanadium ore and rare earths
# description: None of them leaves the DPRK and nobody procures them. Gold as a means of payment is another matter.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-gold-titanium-vanadium-ree-export
assessment["dprk-gold-titanium-vanadium-ree-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-gold-titanium-vanadium-ree-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 28: copper, nickel, silver and zinc
# description: None of them leaves the DPRK and nobody procures them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-copper-nickel-silver-zinc-export
assessment["dprk-copper-nickel-silver-zinc-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-copper-nickel-silver-zinc-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: Livelihood
# description: >-
#   The exception was for trade exclusively for livelihood purposes and unrelated to revenue for the programmes. Where
#   the text says that it has such a purpose, that is an exemption of the measure.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-livelihood-2270
#     - dprk-iron-livelihood-2321
#     - dprk-iron-livelihood-2270
livelihood := {
	"condition": "the trade is not one that is exclusively for livelihood purposes and unrelated to revenue for the programmes",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.contributes_to_programmes)
}

else := {
	"condition": "the trade is not one that is exclusively for livelihood purposes and unrelated to revenue for the programmes",
	"met": false,
	"unknown": true,
	"effect": "trade of that kind was excepted, and the text does not settle whether it was: breach possible",
	"law": ["obligation"],
	"missing": "livelihood",
}

# METADATA
# title: Foreign coal under the cap
# description: >-
#   The rules before and after the cap spare foreign coal that leaves through Rajin. Whether it counted under the cap
#   is not settled, so a quantity of such coal alone does not show that the cap was exceeded.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: minerals
#   measures:
#     - dprk-coal-cap-2321
foreign_origin := {
	"condition": "the coal counts under the cap",
	"met": false,
	"unknown": true,
	"effect": "the text says that it comes from another State and leaves through Rajin; whether the cap took that in is not settled: breach possible",
	"law": ["obligation"],
	"missing": "origin of the coal",
}
