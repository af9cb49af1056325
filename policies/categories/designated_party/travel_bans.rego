# Travel bans on the listed persons of the regimes that have no sanctioned State.
package article41.categories.designated_party

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1390 (2002), paragraph 2 (b): ISIL (Da'esh) and Al-Qaida
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1390(2002)
#   - ref: https://undocs.org/en/S/RES/2610(2021)
#   - ref: https://undocs.org/en/S/RES/2734(2024)
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-travel-ban
assessment["isil-al-qaida-travel-ban"] := travel_ban("isil-al-qaida-travel-ban", [])

# METADATA
# title: >-
#   S/RES/1988 (2011), paragraph 1: Taliban
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1988(2011)
#   - ref: https://undocs.org/en/S/RES/2255(2015)
# custom:
#   category: designated-party
#   measures:
#     - taliban-travel-ban
assessment["taliban-travel-ban"] := travel_ban("taliban-travel-ban", [])

# METADATA
# title: >-
#   S/RES/1807 (2008), paragraph 9: DRC
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1807(2008)
#   - ref: https://undocs.org/en/S/RES/2293(2016)
# custom:
#   category: designated-party
#   measures:
#     - drc-travel-ban
assessment["drc-travel-ban"] := travel_ban("drc-travel-ban", [])

# METADATA
# title: >-
#   S/RES/1803 (2008), paragraph 5: Iran
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1803(2008)
#   - ref: https://undocs.org/en/S/RES/1929(2010)
# custom:
#   category: designated-party
#   measures:
#     - iran-travel-ban
assessment["iran-travel-ban"] := travel_ban("iran-travel-ban", [restored])

# METADATA
# title: >-
#   S/RES/1803 (2008), paragraph 5: Iran
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1803(2008)
#   - ref: https://undocs.org/en/S/RES/1929(2010)
# custom:
#   category: designated-party
#   measures:
#     - iran-travel-ban-2008
assessment["iran-travel-ban-2008"] := travel_ban("iran-travel-ban-2008", annex)

# METADATA
# title: >-
#   S/RES/1844 (2008), paragraph 1: Somalia
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1844(2008)
# custom:
#   category: designated-party
#   measures:
#     - somalia-travel-ban
assessment["somalia-travel-ban"] := travel_ban("somalia-travel-ban", [])

# METADATA
# title: >-
#   S/RES/1970 (2011), paragraph 15: Libya
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1970(2011)
# custom:
#   category: designated-party
#   measures:
#     - libya-travel-ban
assessment["libya-travel-ban"] := {"outside": lib.counted_elsewhere} if input.listed.named.libya.freeze

else := travel_ban("libya-travel-ban", [])

# METADATA
# title: >-
#   S/RES/2134 (2014), paragraph 30: CAR
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2134(2014)
#   - ref: https://undocs.org/en/S/RES/2399(2018)
# custom:
#   category: designated-party
#   measures:
#     - car-travel-ban
assessment["car-travel-ban"] := travel_ban("car-travel-ban", [])

# METADATA
# title: >-
#   S/RES/2048 (2012), paragraph 4: Guinea-Bissau
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2048(2012)
# custom:
#   category: designated-party
#   measures:
#     - guinea-bissau-travel-ban
assessment["guinea-bissau-travel-ban"] := travel_ban("guinea-bissau-travel-ban", [])

# METADATA
# title: >-
#   S/RES/2140 (2014), paragraph 15: Yemen
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2140(2014)
# custom:
#   category: designated-party
#   measures:
#     - yemen-travel-ban
assessment["yemen-travel-ban"] := travel_ban("yemen-travel-ban", [])

# METADATA
# title: >-
#   S/RES/2653 (2022), paragraph 3: Haiti
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2653(2022)
# custom:
#   category: designated-party
#   measures:
#     - haiti-travel-ban
assessment["haiti-travel-ban"] := travel_ban("haiti-travel-ban", [])

# METADATA
# title: >-
#   S/RES/1591 (2005), paragraph 3 (d): Sudan
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1591(2005)
# custom:
#   category: designated-party
#   measures:
#     - sudan-travel-ban
assessment["sudan-travel-ban"] := travel_ban("sudan-travel-ban", [])

# METADATA
# title: >-
#   S/RES/2206 (2015), paragraph 9: South Sudan
# description: States are to keep listed persons from entering or transiting their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2206(2015)
# custom:
#   category: designated-party
#   measures:
#     - south-sudan-travel-ban
assessment["south-sudan-travel-ban"] := travel_ban("south-sudan-travel-ban", [])

# METADATA
# title: A travel ban
# description: >-
#   The State that the person enters or transits is bound, save for its own nationals. A person who is only named
#   enters none.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-travel-ban
#     - taliban-travel-ban
#     - drc-travel-ban
#     - iran-travel-ban
#     - iran-travel-ban-2008
#     - somalia-travel-ban
#     - libya-travel-ban
#     - car-travel-ban
#     - guinea-bissau-travel-ban
#     - yemen-travel-ban
#     - haiti-travel-ban
#     - sudan-travel-ban
#     - south-sudan-travel-ban
travel_ban(id, more) := lib.listed_party(id, "travel", more) if input.activity == "designated_mention"

else := {"outside": own_national} if at_home_only

else := lib.listed_party(id, "travel", array.concat([entered], more))

# METADATA
# title: The State entered
# description: Any State may be it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-travel-ban
#     - taliban-travel-ban
#     - drc-travel-ban
#     - iran-travel-ban
#     - iran-travel-ban-2008
#     - somalia-travel-ban
#     - libya-travel-ban
#     - car-travel-ban
#     - guinea-bissau-travel-ban
#     - yemen-travel-ban
#     - haiti-travel-ban
#     - sudan-travel-ban
#     - south-sudan-travel-ban
entered := {
	"condition": "the State that is entered or transited is named",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.host
}

else := {
	"condition": "the State that is entered or transited is named",
	"met": false,
	"unknown": true,
	"effect": "no host State is named: breach possible",
	"law": ["obligation"],
	"missing": "host",
}

# METADATA
# title: At home only
# description: The one State that is entered is that of the one who travels.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-travel-ban
#     - taliban-travel-ban
#     - drc-travel-ban
#     - iran-travel-ban
#     - iran-travel-ban-2008
#     - somalia-travel-ban
#     - libya-travel-ban
#     - car-travel-ban
#     - guinea-bissau-travel-ban
#     - yemen-travel-ban
#     - haiti-travel-ban
#     - sudan-travel-ban
#     - south-sudan-travel-ban
at_home_only if {
	input.countries.host == input.countries.participant
	count(input.countries.host) == 1
}

# METADATA
# title: Own nationals
# description: Why no travel ban covers it.
# related_resources:
#   - ref: https://www.un.org/en/about-us/un-charter/chapter-7
# custom:
#   category: designated-party
#   measures:
#     - isil-al-qaida-travel-ban
#     - taliban-travel-ban
#     - drc-travel-ban
#     - iran-travel-ban
#     - iran-travel-ban-2008
#     - somalia-travel-ban
#     - libya-travel-ban
#     - car-travel-ban
#     - guinea-bissau-travel-ban
#     - yemen-travel-ban
#     - haiti-travel-ban
#     - sudan-travel-ban
#     - south-sudan-travel-ban
own_national := {
	"code": "own_national",
	"text": "the person is in the own State; no State has to keep its nationals out",
}

# METADATA
# title: Named in the annex
# description: >-
#   Until S/RES/1929 (2010) the ban on persons listed for Iran reached those of one annex of S/RES/1803 (2008).
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1803(2008)
#   - ref: https://undocs.org/en/S/RES/1929(2010)
# custom:
#   category: designated-party
#   measures:
#     - iran-travel-ban-2008
annex := [] if input.date.from >= "2010-06-09"

else := [{
	"condition": "the person is named in the annex to which the ban was limited until 8 June 2010",
	"met": false,
	"unknown": true,
	"effect": "for the other persons on the list States were to be vigilant, no more: breach possible",
	"law": ["obligation", "extends"],
	"missing": "annex that names the person",
}]
