# METADATA
# scope: package
# title: Vessels and shipping services
# description: >-
#   Transfers at sea, supply, charters, crews, flags, insurance, fuelling and port calls of vessels of the DPRK. The
#   duties bind the States of the other side, of the flag or of the port, so each rule asks whether one is named. A
#   vessel of the DPRK in a foreign port is within no paragraph before a refused inspection, reasonable grounds or
#   designation.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
#     - dprk-vessel-supply
#     - dprk-new-vessel-supply-2321
#     - dprk-vessel-charter-crew
#     - dprk-crew-procurement
#     - dprk-flag-own-operate
#     - dprk-flag-vessel-charter
#     - dprk-flag-vessel-insurance
#     - dprk-vessel-deregistration
#     - dprk-vessel-deregistration-call
#     - dprk-suspected-vessel-deregistration
#     - dprk-vessel-insurance
#     - dprk-suspected-vessel-insurance
#     - dprk-bunkering
#     - dprk-port-entry-refused-inspection
#     - dprk-port-entry-suspected
#     - dprk-port-entry-designated
#     - dprk-ais-vigilance
#     - dprk-omm-vessels
package article41.categories.maritime

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 11: ship-to-ship transfers
# description: >-
#   Any goods to or from the DPRK, whatever the volume, moved between one of its vessels and another State's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
assessment["dprk-ship-to-ship-transfer"] := {"conditions": [
	dprk_side,
	other_vessel,
]} if {
	other_vessel
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 14: vessels to the DPRK
# description: Any vessel, new or used, that goes to the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-supply
assessment["dprk-vessel-supply"] := {"conditions": [
	lib.to_dprk,
]} if {
	not from_dprk
}

else := {"outside": export}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 30: new vessels to the DPRK
# description: New vessels only; a text seldom tells new from used.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-new-vessel-supply-2321
assessment["dprk-new-vessel-supply-2321"] := {"conditions": [
	lib.to_dprk,
	lib.goods("dprk-new-vessel-supply-2321"),
]} if {
	not from_dprk
}

else := {"outside": export}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 19, and S/RES/2321 (2016), paragraph 8: charters and crews for the DPRK
# description: Nobody leases or charters a vessel to the DPRK or a designated party, or provides it with a crew.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-charter-crew
assessment["dprk-vessel-charter-crew"] := {"conditions": [
	to_dprk,
	provider,
	own_flag_or_crew,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 23: crews from the DPRK
# description: Nobody procures crewing services for vessels from the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-crew-procurement
assessment["dprk-crew-procurement"] := {"conditions": [
	crew_of_dprk,
	recipient,
]} if {
	recipient
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 20, and S/RES/2321 (2016), paragraph 9: the DPRK flag
# description: >-
#   Nationals of other States neither use the DPRK flag nor own, lease, operate or class a vessel under it. The
#   DPRK's own vessels may fly it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
assessment["dprk-flag-own-operate"] := {"conditions": [
	dprk_flag,
	other_hand,
]} if {
	not foreign_flag
	other_hand
}

else := {"outside": foreign_flag_only} if {
	foreign_flag
}

else := {"outside": own_vessel}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 20, and S/RES/2371 (2017), paragraph 7: charters under the DPRK flag
# description: Nationals of other States neither lease nor, since 5 August 2017, charter a vessel under the DPRK flag.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-vessel-charter
assessment["dprk-flag-vessel-charter"] := {"conditions": [
	dprk_flag,
	recipient,
	chartering,
]} if {
	recipient
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 20: insurance under the DPRK flag
# description: Nationals of other States do not insure a vessel under the DPRK flag.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-vessel-insurance
assessment["dprk-flag-vessel-insurance"] := {"outside": wider_paragraph} if {
	input.date.from >= "2016-11-30"
	not input.countries.flag_state.KP
}

else := {"conditions": [
	dprk_flag,
	provider,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 24: vessels of the DPRK under other flags
# description: The flag State strikes off every vessel that the DPRK owns, controls or operates.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-deregistration
assessment["dprk-vessel-deregistration"] := {"conditions": [
	dprk_vessel,
	other_flag,
]} if {
	other_flag
}

else := {"outside": own_flag}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 19: the earlier call to strike off
# description: Flag States are called upon to strike off vessels of the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-deregistration-call
assessment["dprk-vessel-deregistration-call"] := {"conditions": [
	dprk_vessel,
	other_flag,
	lib.calls_upon,
]} if {
	other_flag
}

else := {"outside": own_flag}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 12: suspected vessels
# description: >-
#   The flag State strikes off a vessel on reasonable grounds to believe that it took part in prohibited activity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-suspected-vessel-deregistration
assessment["dprk-suspected-vessel-deregistration"] := {"conditions": [
	dprk_vessel,
	other_flag,
	lib.grounds,
]} if {
	other_flag
}

else := {"outside": own_flag}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 22: insurance of vessels of the DPRK
# description: Nobody insures or reinsures a vessel that the DPRK owns, controls or operates.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-insurance
assessment["dprk-vessel-insurance"] := {"conditions": [
	dprk_vessel,
	provider,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 11: insurance of suspected vessels
# description: Nobody insures a vessel on reasonable grounds to believe that it took part in prohibited activity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-suspected-vessel-insurance
assessment["dprk-suspected-vessel-insurance"] := {"conditions": [
	dprk_vessel,
	provider,
	lib.grounds,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 17: bunkering
# description: >-
#   Nobody fuels or services a vessel of the DPRK on reasonable grounds to believe that it carries prohibited items.
#   A stated humanitarian purpose is an exemption.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: maritime
#   measures:
#     - dprk-bunkering
assessment["dprk-bunkering"] := {"conditions": [
	dprk_vessel,
	provider,
	lib.grounds,
]} if {
	provider
}

else := {"outside": among_dprk}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 17: port entry after a refused inspection
# description: >-
#   A port is closed to a vessel under the DPRK flag that refused inspection, and to one that refused an inspection
#   to which its flag State had agreed.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-refused-inspection
assessment["dprk-port-entry-refused-inspection"] := {"conditions": [
	port,
	refusal,
]} if {
	port
}

else := {"outside": own_port}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 22: port entry of suspected vessels
# description: >-
#   A port is closed on reasonable grounds to believe that the vessel belongs to a designated party or carries
#   prohibited cargo.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-suspected
assessment["dprk-port-entry-suspected"] := {"conditions": [
	port,
	suspicion,
]} if {
	port
}

else := {"outside": own_port}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 6: port entry of designated vessels
# description: A port is closed to the vessels that the Committee has designated.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-designated
assessment["dprk-port-entry-designated"] := {"conditions": [
	port,
	designation,
]} if {
	port
}

else := {"outside": own_port}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 13: vigilance
# description: States are asked to watch for vessels that switch off their transponders. It forbids nothing.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ais-vigilance
assessment["dprk-ais-vigilance"] := {"conditions": [
	{"condition": "a vessel that hides its movements is the DPRK's or trades with it", "met": true, "law": ["obligation"]},
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 23: vessels of Ocean Maritime Management
# description: Only listed vessels are covered, so that the paragraph is silent where nobody is said to be designated.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-omm-vessels
assessment["dprk-omm-vessels"] := {"conditions": [
	designated_party,
	omm_control,
	port,
]} if {
	designated_party
	port
}

else := {"outside": own_port} if {
	not port
}

else := {"outside": not_designated}

# METADATA
# title: The DPRK's vessel
# description: The DPRK flag is the trigger; a side that the text calls the DPRK's is taken as a vessel under it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
dprk_side := {"condition": "one side is a vessel that the text calls the DPRK's, which is taken as flying its flag", "met": true, "law": ["obligation"]} if {
	input.countries.supplier.KP
}

else := {"condition": "one side is a vessel that the text calls the DPRK's, which is taken as flying its flag", "met": true, "law": ["obligation"]} if {
	input.countries.recipient.KP
}

else := {"condition": "one side is a vessel that the text calls the DPRK's, which is taken as flying its flag", "met": true, "law": ["obligation"]} if {
	input.countries.partner.KP
}

else := {
	"condition": "one side is a vessel under the DPRK flag",
	"met": false,
	"unknown": true,
	"effect": "a listed party of another State takes part, and the text does not name the flag: breach possible",
	"law": ["obligation"],
	"missing": "flag_state",
}

# METADATA
# title: In the hands of the DPRK
# description: >-
#   A listed party of another State stands for the DPRK in a claim, but does not make the vessel the DPRK's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-deregistration
#     - dprk-vessel-deregistration-call
#     - dprk-suspected-vessel-deregistration
#     - dprk-vessel-insurance
#     - dprk-suspected-vessel-insurance
#     - dprk-bunkering
dprk_vessel := {"condition": "the DPRK owns, controls or operates the vessel, or a party from it does", "met": true, "law": ["obligation"]} if {
	input.countries.owner.KP
}

else := {"condition": "the DPRK owns, controls or operates the vessel, or a party from it does", "met": true, "law": ["obligation"]} if {
	input.countries.recipient.KP
}

else := {
	"condition": "the DPRK owns, controls or operates the vessel",
	"met": false,
	"unknown": true,
	"effect": "the party is listed but not said to be from the DPRK: breach possible",
	"law": ["obligation"],
	"missing": "control by the DPRK",
}

# METADATA
# title: Crew from the DPRK
# description: A listed party of another State stands for the DPRK in a claim; its crew need not be the DPRK's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-crew-procurement
crew_of_dprk := {"condition": "the crew comes from the DPRK", "met": true, "law": ["obligation"]} if {
	input.countries.provider.KP
}

else := {
	"condition": "the crew comes from the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the provider is listed but not said to be from the DPRK: breach possible",
	"law": ["obligation"],
	"missing": "origin of the crew",
}

# METADATA
# title: The other vessel
# description: The side of another State, which the paragraph binds; undefined where both sides are the DPRK's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
other_vessel := {"condition": "a side from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.supplier
}

else := {"condition": "a side from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.recipient
}

else := {"condition": "a side from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.partner
}

else := {
	"condition": "a side from another State is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds the State of the other vessel, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "partner",
} if {
	not both_sides_dprk
}

# METADATA
# title: Both sides of the DPRK
# description: The text names both vessels as the DPRK's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
both_sides_dprk if {
	input.countries.supplier.KP
	input.countries.recipient.KP
}

# METADATA
# title: From the DPRK
# description: The vessel is supplied by the DPRK alone; these paragraphs cover the other way.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-supply
#     - dprk-new-vessel-supply-2321
from_dprk if {
	input.countries.supplier.KP
	not input.others.supplier
}

# METADATA
# title: Vessel from the DPRK
# description: Why the paragraph does not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-supply
#     - dprk-new-vessel-supply-2321
export := {"code": "no_measure", "text": "the vessel comes from the DPRK; the paragraph covers vessels that go to it"}

# METADATA
# title: Under its flag
# description: >-
#   The paragraph covers vessels under the flag of the State that leases or charters them out, and crews whatever the
#   flag.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-charter-crew
own_flag_or_crew := {"condition": "a crew is provided, whatever the flag", "met": true, "law": ["obligation"]} if {
	input.activity == "crew_service"
}

else := {"condition": "the vessel is under the flag of another State than the DPRK", "met": true, "law": ["obligation"]} if {
	input.others.flag_state
}

else := {
	"condition": "the vessel is under the flag of the State that leases or charters it out",
	"met": false,
	"unknown": true,
	"effect": "the text does not name the flag: breach possible",
	"law": ["obligation"],
	"missing": "flag_state",
}

# METADATA
# title: To the DPRK
# description: >-
#   The DPRK or a designated party receives the vessel or the crew; unknown where it is named as one side of a
#   charter.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-charter-crew
to_dprk := {"condition": "the vessel or crew goes to the DPRK", "met": true, "law": ["obligation"]} if {
	input.countries.recipient.KP
}

else := {"condition": "the vessel or crew goes to a designated party", "met": true, "law": ["obligation"]} if {
	lib.listed_dprk.recipient
}

else := {
	"condition": "the vessel or crew goes to the DPRK",
	"met": false,
	"unknown": true,
	"effect": "the text does not say who charters from whom: breach possible",
	"law": ["obligation"],
	"missing": "direction",
}

# METADATA
# title: The provider
# description: The paragraphs bind the State of whoever provides the service; undefined where that is the DPRK alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-charter-crew
#     - dprk-flag-vessel-insurance
#     - dprk-vessel-insurance
#     - dprk-suspected-vessel-insurance
#     - dprk-bunkering
provider := {"condition": "a provider from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.provider
}

else := {"condition": "a side from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.partner
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
# description: >-
#   The paragraphs bind the State of whoever takes the vessel or crew; undefined where that is the DPRK alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-crew-procurement
#     - dprk-flag-vessel-charter
recipient := {"condition": "a recipient from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.recipient
}

else := {"condition": "a side from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.partner
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
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-ship-to-ship-transfer
#     - dprk-vessel-charter-crew
#     - dprk-crew-procurement
#     - dprk-flag-vessel-charter
#     - dprk-flag-vessel-insurance
#     - dprk-vessel-insurance
#     - dprk-suspected-vessel-insurance
#     - dprk-bunkering
among_dprk := {"code": "within_target", "text": "both sides are of the DPRK; the paragraph binds other States"}

# METADATA
# title: The DPRK flag
# description: The vessel flies it; a party from the DPRK alone does not show that.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
#     - dprk-flag-vessel-charter
#     - dprk-flag-vessel-insurance
dprk_flag := {"condition": "the vessel is under the DPRK flag", "met": true, "law": ["obligation"]} if {
	input.countries.flag_state.KP
}

else := {"condition": "the vessel is said to run under the DPRK flag", "met": true, "law": ["obligation"]} if {
	input.activity == "vessel_operation"
	not input.others.flag_state
}

else := {
	"condition": "the vessel is under the DPRK flag",
	"met": false,
	"unknown": true,
	"effect": "the text does not say under which flag the vessel is: breach possible",
	"law": ["obligation"],
	"missing": "flag_state",
}

# METADATA
# title: Another flag only
# description: The vessel is under another State's flag and not under that of the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
foreign_flag if {
	input.others.flag_state
	not input.countries.flag_state.KP
}

# METADATA
# title: Outside, under another flag
# description: Why the paragraph on the DPRK flag does not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
foreign_flag_only := {"code": "no_measure", "text": "the vessel is under another State's flag; the paragraph concerns the DPRK flag"}

# METADATA
# title: The other hand
# description: Who uses the flag or serves the vessel; undefined where the DPRK alone is named as its owner.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
other_hand := {"condition": "an owner, user or operator from another State is named", "met": true, "law": ["obligation"]} if {
	input.others.owner
}

else := {"condition": "a provider from another State serves the vessel", "met": true, "law": ["obligation"]} if {
	input.others.provider
}

else := {
	"condition": "an owner, user, operator or provider from another State is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds that party's State, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "owner",
} if {
	not input.countries.owner.KP
}

# METADATA
# title: A wider paragraph
# description: Why the paragraph on the DPRK flag is not tested when another covers the insurance whatever the flag.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-vessel-insurance
wider_paragraph := {
	"code": "no_measure",
	"text": "the text does not name the DPRK flag; vessels of the DPRK are covered whatever their flag by S/RES/2321 (2016), para. 22",
}

# METADATA
# title: The DPRK's own vessel
# description: Why the paragraph on the DPRK flag does not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-own-operate
own_vessel := {"code": "within_target", "text": "the vessel is the DPRK's own; the paragraph keeps others from using its flag"}

# METADATA
# title: Chartering
# description: >-
#   The ban on leasing was applied to chartering on 5 August 2017, and the activity does not tell the two apart.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-flag-vessel-charter
chartering := {"condition": "both leasing and chartering were covered on the date of the law applied", "met": true, "law": ["obligation", "extends"]} if {
	input.date.from >= "2017-08-05"
}

else := {
	"condition": "the vessel was leased, not chartered",
	"met": false,
	"unknown": true,
	"effect": "chartering was added on 5 August 2017, and the text does not tell the two apart: breach possible",
	"law": ["extends"],
	"missing": "lease or charter",
}

# METADATA
# title: Another flag
# description: The State whose register is concerned; undefined where that is the DPRK alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-deregistration
#     - dprk-vessel-deregistration-call
#     - dprk-suspected-vessel-deregistration
other_flag := {"condition": "a flag State other than the DPRK is named", "met": true, "law": ["obligation"]} if {
	input.others.flag_state
}

else := {
	"condition": "a flag State other than the DPRK is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds the flag State, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "flag_state",
} if {
	not input.countries.flag_state.KP
}

# METADATA
# title: Under the DPRK's own flag
# description: Why the paragraphs on other States' registers do not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-vessel-deregistration
#     - dprk-vessel-deregistration-call
#     - dprk-suspected-vessel-deregistration
own_flag := {"code": "within_target", "text": "the vessel is under the DPRK's own flag; the paragraph binds other flag States"}

# METADATA
# title: The port
# description: The port State, which the paragraphs bind; undefined where the port is the DPRK's.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-refused-inspection
#     - dprk-port-entry-suspected
#     - dprk-port-entry-designated
#     - dprk-omm-vessels
port := {"condition": "a port State other than the DPRK is named", "met": true, "law": ["obligation"]} if {
	input.others.host
}

else := {
	"condition": "a port State other than the DPRK is named",
	"met": false,
	"unknown": true,
	"effect": "the paragraph binds the State where the vessel is, which the text does not name: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
}

# METADATA
# title: The DPRK's own port
# description: Why the paragraphs on other States' ports do not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-refused-inspection
#     - dprk-port-entry-suspected
#     - dprk-port-entry-designated
#     - dprk-omm-vessels
own_port := {"code": "within_target", "text": "the port is in the DPRK itself; the paragraph binds other States"}

# METADATA
# title: Refusal
# description: >-
#   The vessel refused inspection; under another flag than the DPRK's, only an inspection to which the flag State
#   had agreed counts.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-refused-inspection
refusal := {"condition": "the vessel is under the DPRK flag and refused inspection", "met": true, "law": ["obligation"]} if {
	is_string(input.facts.inspection_refused)
	input.countries.flag_state.KP
}

else := {
	"condition": "the vessel refused an inspection to which its flag State had agreed",
	"met": false,
	"unknown": true,
	"effect": "the text reports a refusal but neither that consent nor the DPRK flag: breach possible",
	"law": ["obligation"],
	"missing": "flag State's consent to the inspection",
} if {
	is_string(input.facts.inspection_refused)
}

else := {
	"condition": "the vessel refused inspection",
	"met": false,
	"unknown": true,
	"effect": "a call at a port is not forbidden by itself, and the text reports no refusal: breach possible",
	"law": ["obligation"],
	"missing": "inspection_refused",
}

# METADATA
# title: Suspicion
# description: A designated party behind the vessel, or reasonable grounds.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-suspected
suspicion := designated_party if {
	designated_party
}

else := lib.grounds

# METADATA
# title: Designated party
# description: A list entry or the text says so; undefined where neither does.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-suspected
#     - dprk-omm-vessels
designated_party := {"condition": "the party named as the vessel's owner or user is on the list of designated parties", "met": true, "law": ["obligation"]} if {
	lib.listed_dprk.owner
}

else := {"condition": "the text says that the vessel or a party is designated", "met": true, "law": ["obligation"]} if {
	is_string(input.facts.designated)
}

# METADATA
# title: Designation of the vessel
# description: >-
#   The Committee lists vessels apart from persons and entities, so that a listed owner does not show it. The text may
#   say it, or a vessel list that the run screened against: vessel_listed is the day of designation that it gives for
#   the vessel's IMO number.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-designated
designation := {"condition": "the text says that the vessel is designated", "met": true, "law": ["obligation"]} if {
	is_string(input.facts.vessel_designated)
	input.date.from >= "2017-10-03"
}

else := {"condition": "a vessel list has the vessel as designated, by its IMO number", "met": true, "law": ["obligation"]} if {
	input.facts.vessel_listed != ""
	input.facts.vessel_listed <= input.date.from
}

else := {
	"condition": "the vessel is designated, and was on the date of the law applied",
	"met": false,
	"unknown": true,
	"effect": "the first vessels were designated on 3 October 2017, and this one perhaps later: breach possible",
	"law": ["obligation"],
	"missing": "date of designation",
} if {
	is_string(input.facts[["vessel_designated", "vessel_listed"][_]])
}

else := {
	"condition": "the vessel is designated",
	"met": false,
	"unknown": true,
	"effect": "a vessel list has one of this name as designated, and the text gives no IMO number: breach possible",
	"law": ["obligation"],
	"missing": "IMO number of the vessel",
} if {
	is_string(input.facts.vessel_named)
}

else := {
	"condition": "the vessel is designated",
	"met": false,
	"unknown": true,
	"effect": "its owner or user is listed or called designated; whether the vessel itself is, must be looked up: breach possible",
	"law": ["obligation"],
	"missing": "vessel_designated",
} if {
	party_designated
}

else := {
	"condition": "the vessel is designated",
	"met": false,
	"unknown": true,
	"effect": "a call at a port is not forbidden by itself, and the text reports no designation: breach possible",
	"law": ["obligation"],
	"missing": "vessel_designated",
}

# METADATA
# title: A designated owner
# scope: document
# description: The owner or user is listed, or the text calls a party designated; that does not designate the vessel.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
# custom:
#   category: maritime
#   measures:
#     - dprk-port-entry-designated
party_designated if lib.listed_dprk.owner

party_designated if is_string(input.facts.designated)

# METADATA
# title: Control by Ocean Maritime Management
# description: A designation alone does not show it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-omm-vessels
omm_control := {
	"condition": "the vessel is on the list of those that Ocean Maritime Management controls",
	"met": false,
	"unknown": true,
	"effect": "other vessels and owners are designated as well; the list must be consulted: breach possible",
	"law": ["obligation"],
	"missing": "control by Ocean Maritime Management",
}

# METADATA
# title: Nobody designated
# description: Why the paragraph on listed vessels does not cover it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: maritime
#   measures:
#     - dprk-omm-vessels
not_designated := {"code": "no_measure", "text": "neither the vessel nor its owner is said to be designated; the paragraph concerns listed vessels"}
