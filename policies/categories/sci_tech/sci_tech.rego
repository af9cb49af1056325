# METADATA
# scope: package
# title: Science and technical co-operation
# description: >-
#   Paragraph 17 of S/RES/2270 (2016) has States prevent the specialised teaching of DPRK nationals, which
#   paragraph 28 of S/RES/1874 (2009) had called upon them to do. Paragraph 11 of S/RES/2321 (2016) suspends
#   scientific and technical co-operation.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
#     - dprk-science-cooperation
package article41.categories.sci_tech

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 17: specialised teaching
# description: >-
#   States prevent specialised teaching of DPRK nationals on their territory or by their nationals.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
assessment["dprk-specialised-teaching"] := {"conditions": [taught, taught_by_others, discipline]} if {
	taught
	taught_by_others
}

else := {"outside": at_home} if taught

else := {"outside": others_taught}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 28: the earlier call
# description: >-
#   States are called upon to prevent such teaching.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching-1874
assessment["dprk-specialised-teaching-1874"] := {"conditions": [taught, taught_by_others, discipline, lib.calls_upon]} if {
	taught
	taught_by_others
}

else := {"outside": at_home} if taught

else := {"outside": others_taught}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 11: co-operation
# description: >-
#   Scientific and technical co-operation is suspended in every field. The ways out, approval by the Committee or
#   notice to it according to the field, are exemptions of the measure; neither is presumed.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-science-cooperation
assessment["dprk-science-cooperation"] := {"conditions": [
	{
		"condition": "one side is the DPRK; those whom it sends represent it or are sponsored by it",
		"met": true,
		"law": ["obligation"],
	},
	other_side,
	{
		"condition": "the co-operation is scientific or technical and no medical exchange; it is suspended in every field",
		"met": true,
		"law": ["obligation"],
	},
]}

# METADATA
# title: Who is taught
# description: The paragraphs concern DPRK nationals; undefined when only nationals of other States are taught.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
taught := {
	"condition": "DPRK nationals are taught",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.recipient.KP
}

else := {
	"condition": "a person listed under the measures on the DPRK is taught",
	"met": true,
	"law": ["obligation"],
} if {
	lib.listed_dprk.recipient
}

else := {
	"condition": "DPRK nationals are taught",
	"met": false,
	"unknown": true,
	"effect": "the text does not say who is taught: breach possible",
	"law": ["obligation"],
	"missing": "recipient",
} if {
	not input.others.recipient
}

# METADATA
# title: Others are taught
# description: Why the paragraphs do not cover the teaching of nationals of other States.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
others_taught := {
	"code": "no_measure",
	"text": "nationals of another State are taught; the paragraphs concern those of the DPRK",
}

# METADATA
# title: Taught abroad or by others
# description: >-
#   The duty is that of the State on whose territory, or by whose nationals, they are taught. Undefined for
#   teaching in the DPRK by no one else's nationals.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
taught_by_others := {
	"condition": "DPRK nationals are taught on the territory of another State",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "DPRK nationals are taught by nationals of another State",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.provider
}

else := {
	"condition": "DPRK nationals are taught on the territory or by nationals of another State",
	"met": false,
	"unknown": true,
	"effect": "no such State is named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
	not input.countries.provider.KP
}

# METADATA
# title: Teaching at home
# description: >-
#   Why the paragraphs do not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
at_home := {
	"code": "within_target",
	"text": "the teaching takes place within the DPRK and by no other State's nationals; the paragraphs bind other States",
}

# METADATA
# title: The discipline
# description: >-
#   Only disciplines that could contribute to the programmes are covered. Nuclear and missile subjects are; others
#   have to be among those that the paragraphs name.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-specialised-teaching
#     - dprk-specialised-teaching-1874
discipline := {
	"condition": "the text says that what is taught could contribute to the programmes",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.contributes_to_programmes)
}

else := {
	"condition": "what is taught concerns nuclear or missile technology, which could contribute to the programmes",
	"met": true,
	"law": ["obligation"],
} if {
	some good in ["nuclear_items", "missile_items", "missiles"]
	input.goods[good]
}

else := {
	"condition": "the discipline is one that could contribute to the programmes",
	"met": false,
	"unknown": true,
	"effect": "other disciplines are not covered, and the text does not settle which it is: breach possible",
	"law": ["obligation"],
	"missing": "discipline",
}

# METADATA
# title: The other side
# description: >-
#   The State that co-operates with the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: sci-tech
#   measures:
#     - dprk-science-cooperation
other_side := {
	"condition": "another State is named that co-operates with it",
	"met": true,
	"law": ["obligation"],
} if {
	input.others != {}
}

else := {
	"condition": "another State is named that co-operates with it",
	"met": false,
	"unknown": true,
	"effect": "the duty is that of the other State, and none is named: breach possible",
	"law": ["obligation"],
	"missing": "partner",
}
