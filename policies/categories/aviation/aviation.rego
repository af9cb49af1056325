# METADATA
# scope: package
# title: Aircraft and flights
# description: >-
#   Take-off, landing and overflight of aircraft that may carry prohibited items, and aircraft and crews that are
#   leased, chartered or provided to the DPRK or taken from it. Flights to and from the DPRK are not forbidden as
#   such.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-overflight-landing
#     - dprk-aircraft-charter-crew
#     - dprk-aircraft-crew-procurement
package article41.categories.aviation

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 21: take-off, landing and overflight
# description: >-
#   A State refuses an aircraft on reasonable grounds to believe that it carries prohibited items; flights as such
#   are free.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-overflight-landing
assessment["dprk-aircraft-overflight-landing"] := {"conditions": [
	{"condition": "the aircraft is the DPRK's or a listed party's, or flies to or from the DPRK", "met": true, "law": ["obligation"]},
	territory,
	lib.grounds,
]} if {
	territory
}

else := {"outside": own_airspace}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 19, and S/RES/2321 (2016), paragraph 8: aircraft and crews for the DPRK
# description: Nobody leases or charters an aircraft to the DPRK or a designated party, or provides it with a crew.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-charter-crew
assessment["dprk-aircraft-charter-crew"] := {"conditions": [
	{"condition": "the aircraft or crew goes to the DPRK or to a designated party", "met": true, "law": ["obligation"]},
	provider,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 23: crews from the DPRK
# description: Nobody procures crewing services for aircraft from the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-crew-procurement
assessment["dprk-aircraft-crew-procurement"] := {"conditions": [
	{"condition": "the aircraft or crew comes from the DPRK or from a party that is listed under its regime", "met": true, "law": ["obligation"]},
	recipient,
	crew,
]} if {
	recipient
}

else := {"outside": among_dprk}

# METADATA
# title: The territory
# description: >-
#   The State of take-off, landing or overflight, which the paragraph binds; undefined where the DPRK alone is
#   named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-overflight-landing
territory := {"condition": "a State of take-off, landing or overflight other than the DPRK is named", "met": true, "law": ["obligation"]} if {
	input.others.host
}

else := {
	"condition": "a State of take-off, landing or overflight other than the DPRK is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds that State, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not at_home
}

# METADATA
# title: At home
# description: The text names no State but the DPRK as the place, and no operator from another one.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-overflight-landing
at_home if {
	input.countries.host.KP
	not input.others.operator
}

# METADATA
# title: Within the DPRK
# description: Why the paragraph does not cover the flight.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-overflight-landing
own_airspace := {"code": "within_target", "text": "the text names only the DPRK; the paragraph binds other States over their own territory"}

# METADATA
# title: The provider
# description: >-
#   The paragraph binds the State of whoever provides the aircraft or crew; undefined where that is the DPRK alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-charter-crew
provider := {"condition": "a provider from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.provider
}

else := {
	"condition": "a provider from another State is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds the provider's State, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "provider",
} if {
	not input.countries.provider.KP
}

# METADATA
# title: The recipient
# description: The paragraph binds the State of whoever takes the crew; undefined where that is the DPRK alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-crew-procurement
recipient := {"condition": "a recipient from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.recipient
}

else := {
	"condition": "a recipient from another State is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds the recipient's State, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "recipient",
} if {
	not input.countries.recipient.KP
}

# METADATA
# title: Among parties of the DPRK
# description: These paragraphs bind the other side's State.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-charter-crew
#     - dprk-aircraft-crew-procurement
among_dprk := {"code": "within_target", "text": "both sides are of the DPRK; the paragraph binds other States"}

# METADATA
# title: The crew
# description: Only crewing services are covered, and the activity does not tell a crew from a lease or charter.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: aviation
#   measures:
#     - dprk-aircraft-crew-procurement
crew := {
	"condition": "a crew is provided, not an aircraft alone",
	"met": false,
	"unknown": true,
	"effect": "the paragraph covers crewing services only, and the claim does not tell them from a lease or charter: breach possible",
	"law": ["obligation"],
	"missing": "crew",
}
