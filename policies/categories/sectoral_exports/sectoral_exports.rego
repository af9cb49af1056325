# METADATA
# scope: package
# title: Other sectoral exports
# description: >-
#   Paragraph 6 of S/RES/2397 (2017) bars goods of listed chapters from the DPRK, each class of which is a measure
#   here. Earlier contracts had 30 days. The text must name the goods.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-food-export
#     - dprk-machinery-export
#     - dprk-electrical-export
#     - dprk-earth-stone-export
#     - dprk-wood-export
#     - dprk-vessels-export
package article41.categories.sectoral_exports

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: food and farm products
# description: No food or farm products of the listed chapters leave the DPRK and nobody procures them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-food-export
assessment["dprk-food-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-food-export"), lib.wind_down("dprk-food-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: machinery
# description: No machinery leaves the DPRK and nobody procures it from there.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-machinery-export
assessment["dprk-machinery-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-machinery-export"), lib.wind_down("dprk-machinery-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: electrical equipment
# description: No electrical equipment leaves the DPRK and nobody procures it from there.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-electrical-export
assessment["dprk-electrical-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-electrical-export"), lib.wind_down("dprk-electrical-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: earth and stone
# description: No earth and stone, sand and magnesite included, leave the DPRK and nobody procures them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-earth-stone-export
assessment["dprk-earth-stone-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-earth-stone-export"), lib.wind_down("dprk-earth-stone-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: wood
# description: No wood leaves the DPRK and nobody procures it from there.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-wood-export
assessment["dprk-wood-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-wood-export"), lib.wind_down("dprk-wood-export")]} if not lib.stays

else := {"outside": lib.inside}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 6: vessels
# description: No vessels are supplied by the DPRK and nobody procures them from it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: sectoral-exports
#   measures:
#     - dprk-vessels-export
assessment["dprk-vessels-export"] := {"conditions": [lib.from_dprk, lib.goods("dprk-vessels-export"), lib.wind_down("dprk-vessels-export")]} if not lib.stays

else := {"outside": lib.inside}
