package article41.categories.maritime_test

import data.article41_test as shared

# Ships meet off the coast: goods to the DPRK.
transfer(day) := shared.claim("ship_to_ship_transfer", {"supplier": ["RU"], "recipient": ["KP"]}, {"date": shared.on(day)})

vessel(goods, day) := shared.claim("vessel_supply", {"supplier": ["CN"], "recipient": ["KP"]}, {"goods": goods, "date": shared.on(day)})

charter(parties, day) := shared.claim("vessel_charter", parties, {"date": shared.on(day)})

crew(parties, day) := shared.claim("crew_service", parties, {"date": shared.on(day)})

registration(parties, day) := shared.claim("vessel_registration", parties, {"date": shared.on(day)})

operation(parties, day) := shared.claim("vessel_operation", parties, {"date": shared.on(day)})

insurance(parties, day) := shared.claim("vessel_insurance", parties, {"date": shared.on(day)})

fuelling(parties, day) := shared.claim("bunkering", parties, {"date": shared.on(day)})

call(parties, facts, day) := shared.claim("port_entry", parties, {"facts": facts, "date": shared.on(day)})

silence(parties, day) := shared.claim("vessel_concealment", parties, {"date": shared.on(day)})

with_facts(c, facts) := object.union(c, {"facts": {fact: "" | some fact in facts}})

# The party in this role is an entry of the list; it counts as the DPRK's wherever it is from.
listed(c, role) := object.union(c, {"listed": {role: shared.dprk}, "targets": [{"role": role, "key": "KP"}]})

to_dprk := {"provider": ["CN"], "recipient": ["KP"]}

from_dprk := {"provider": ["KP"], "recipient": ["CN"]}

under_its_flag := {"owner": ["CN"], "flag_state": ["KP"]}

under_another := {"owner": ["KP"], "flag_state": ["SL"]}

under_its_own := {"owner": ["KP"], "flag_state": ["KP"]}

abroad := {"flag_state": ["KP"], "host": ["CN"]}

at_home := {"flag_state": ["KP"], "host": ["KP"]}

refused := {"inspection_refused": ""}

suspected := {"reasonable_grounds": ""}

designated_vessel := {"vessel_designated": ""}

designated := {"designated": ""}

cases := {
	"dprk-ship-to-ship-transfer": {
		"the day before": {"claim": transfer("2017-09-10"), "want": "none"},
		"the first day": {"claim": transfer("2017-09-11"), "want": "breach_indicated"},
		"goods from the DPRK": {"claim": shared.claim("ship_to_ship_transfer", {"supplier": ["KP"], "recipient": ["CN"]}, {}), "want": "breach_indicated"},
		"direction not stated": {"claim": shared.claim("ship_to_ship_transfer", {"partner": ["KP", "RU"]}, {}), "want": "breach_indicated"},
		"any goods": {"claim": shared.claim("ship_to_ship_transfer", {"supplier": ["RU"], "recipient": ["KP"]}, {"goods": {"food_products": true}}), "want": "breach_indicated"},
		"other vessel not known": {"claim": shared.claim("ship_to_ship_transfer", {"recipient": ["KP"]}, {}), "want": "breach_possible"},
		"between two of its vessels": {"claim": shared.claim("ship_to_ship_transfer", {"supplier": ["KP"], "recipient": ["KP"]}, {}), "want": "none"},
		"between others": {"claim": shared.claim("ship_to_ship_transfer", {"supplier": ["RU"], "recipient": ["CN"]}, {}), "want": "none"},
		"a listed firm of another State": {
			"claim": listed(shared.claim("ship_to_ship_transfer", {"supplier": ["RU"], "recipient": ["SG"]}, {}), "recipient"),
			"want": "breach_possible",
		},
	},
	"dprk-vessel-supply": {
		"the day before": {"claim": vessel({}, "2017-12-21"), "want": "none"},
		"the first day": {"claim": vessel({}, "2017-12-22"), "want": "breach_indicated"},
		"direction not stated": {"claim": shared.claim("vessel_supply", {"partner": ["KP", "CN"]}, {}), "want": "breach_possible"},
		"approved": {"claim": with_facts(vessel({}, "2018-01-01"), ["committee_approval"]), "want": "exempt_if_verified"},
		"from the DPRK": {"claim": shared.claim("vessel_supply", {"supplier": ["KP"], "recipient": ["CN"]}, {}), "want": "none"},
		"within the DPRK": {"claim": shared.claim("vessel_supply", {"supplier": ["KP"], "recipient": ["KP"]}, {}), "want": "none"},
	},
	"dprk-new-vessel-supply-2321": {
		"the day before": {"claim": vessel({"new_vessels": true}, "2016-11-29"), "want": "none"},
		"the first day": {"claim": vessel({"new_vessels": true}, "2016-11-30"), "want": "breach_indicated"},
		"the last day": {"claim": vessel({"new_vessels": true}, "2017-12-21"), "want": "breach_indicated"},
		"the day after": {"claim": vessel({"new_vessels": true}, "2017-12-22"), "want": "none"},
		"new or used": {"claim": vessel({"vessels": true}, "2017-06-01"), "want": "breach_possible"},
		"goods not named": {"claim": vessel({}, "2017-06-01"), "want": "breach_possible"},
		"other goods": {"claim": vessel({"luxury_cars": true}, "2017-06-01"), "want": "none"},
		"within the DPRK": {"claim": shared.claim("vessel_supply", {"supplier": ["KP"], "recipient": ["KP"]}, {"date": shared.on("2017-06-01")}), "want": "none"},
	},
	"dprk-vessel-charter-crew": {
		"the day before": {"claim": charter(to_dprk, "2016-03-01"), "want": "none"},
		"the first day": {"claim": charter(to_dprk, "2016-03-02"), "want": "breach_possible"},
		"under the flag of its own State": {"claim": charter(object.union(to_dprk, {"flag_state": ["CN"]}), "2018-01-01"), "want": "breach_indicated"},
		"a crew": {"claim": crew(to_dprk, "2018-01-01"), "want": "breach_indicated"},
		"a crew from the DPRK": {"claim": crew(from_dprk, "2018-01-01"), "want": "none"},
		"direction not stated": {"claim": charter({"partner": ["KP", "CN"]}, "2018-01-01"), "want": "breach_possible"},
		"provider not named": {"claim": charter({"recipient": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"a listed firm of another State": {"claim": listed(charter({"provider": ["CN"], "recipient": ["SG"]}, "2018-01-01"), "recipient"), "want": "breach_possible"},
		"within the DPRK": {"claim": charter({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
		"notified while notice was enough": {"claim": with_facts(charter(to_dprk, "2016-11-29"), ["notified_committee"]), "want": "exempt_if_verified"},
		"livelihood while that was spared": {"claim": with_facts(charter(to_dprk, "2016-11-29"), ["livelihood"]), "want": "exempt_if_verified"},
		"notified later": {"claim": with_facts(charter(to_dprk, "2016-11-30"), ["notified_committee"]), "want": "breach_possible"},
		"approved before approval counted": {"claim": with_facts(charter(to_dprk, "2016-11-29"), ["committee_approval"]), "want": "breach_possible"},
		"approved": {"claim": with_facts(charter(to_dprk, "2016-11-30"), ["committee_approval"]), "want": "exempt_if_verified"},
	},
	"dprk-crew-procurement": {
		"the day before": {"claim": crew(from_dprk, "2016-11-29"), "want": "none"},
		"the first day": {"claim": crew(from_dprk, "2016-11-30"), "want": "breach_indicated"},
		"recipient not named": {"claim": crew({"provider": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"a crew for the DPRK": {"claim": crew(to_dprk, "2018-01-01"), "want": "none"},
		"its own crew": {"claim": crew({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
		"a listed firm of another State": {"claim": listed(crew({"provider": ["SG"], "recipient": ["CN"]}, "2018-01-01"), "provider"), "want": "breach_possible"},
	},
	"dprk-flag-own-operate": {
		"the day before": {"claim": registration(under_its_flag, "2016-03-01"), "want": "none"},
		"the first day": {"claim": registration(under_its_flag, "2016-03-02"), "want": "breach_indicated"},
		"operated under the flag": {"claim": operation(under_its_flag, "2018-01-01"), "want": "breach_indicated"},
		"classed under the flag": {"claim": operation({"provider": ["RU"], "flag_state": ["KP"]}, "2018-01-01"), "want": "breach_indicated"},
		"classed, as the activity says under the flag": {"claim": operation({"provider": ["RU"], "owner": ["KP"]}, "2018-01-01"), "want": "breach_indicated"},
		"owner not named": {"claim": registration({"flag_state": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"its own vessel": {"claim": operation(under_its_own, "2018-01-01"), "want": "none"},
		"another flag": {"claim": registration(under_another, "2018-01-01"), "want": "none"},
		"the flag changed": {"claim": registration({"owner": ["CN"], "flag_state": ["KP", "PA"]}, "2018-01-01"), "want": "breach_indicated"},
		"notified while notice was enough": {"claim": with_facts(operation(under_its_flag, "2016-11-29"), ["notified_committee"]), "want": "exempt_if_verified"},
		"notified later": {"claim": with_facts(operation(under_its_flag, "2016-11-30"), ["notified_committee"]), "want": "breach_indicated"},
	},
	"dprk-flag-vessel-charter": {
		"the day before": {"claim": charter(from_dprk, "2016-03-01"), "want": "none"},
		"the first day": {"claim": charter(from_dprk, "2016-03-02"), "want": "breach_possible"},
		"direction not stated": {"claim": charter({"partner": ["KP", "CN"]}, "2018-01-01"), "want": "breach_possible"},
		"recipient not named": {"claim": charter({"provider": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"flag named, leased or chartered": {"claim": charter(object.union(from_dprk, {"flag_state": ["KP"]}), "2017-08-04"), "want": "breach_possible"},
		"flag named, both covered": {"claim": charter(object.union(from_dprk, {"flag_state": ["KP"]}), "2017-08-05"), "want": "breach_indicated"},
		"to the DPRK": {"claim": charter(to_dprk, "2018-01-01"), "want": "none"},
		"within the DPRK": {"claim": charter({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
	},
	"dprk-flag-vessel-insurance": {
		"the day before": {"claim": insurance(to_dprk, "2016-03-01"), "want": "none"},
		"the first day": {"claim": insurance(to_dprk, "2016-03-02"), "want": "breach_possible"},
		"flag not named, while no other paragraph": {"claim": insurance(to_dprk, "2016-11-29"), "want": "breach_possible"},
		"flag not named, left to the other": {"claim": insurance(to_dprk, "2016-11-30"), "want": "none"},
		"under its flag": {"claim": insurance({"provider": ["RU"], "flag_state": ["KP"]}, "2018-01-01"), "want": "breach_indicated"},
		"an insurer from the DPRK": {"claim": insurance({"provider": ["KP"], "recipient": ["KP"]}, "2016-06-01"), "want": "none"},
	},
	"dprk-vessel-deregistration": {
		"the day before": {"claim": registration(under_another, "2016-11-29"), "want": "none"},
		"the first day": {"claim": registration(under_another, "2016-11-30"), "want": "breach_indicated"},
		"flag not named": {"claim": registration({"owner": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"its own flag": {"claim": registration(under_its_own, "2018-01-01"), "want": "none"},
		"a vessel of others": {"claim": registration(under_its_flag, "2018-01-01"), "want": "none"},
		"a listed firm of another State": {"claim": listed(registration({"owner": ["SG"], "flag_state": ["PA"]}, "2018-01-01"), "owner"), "want": "breach_possible"},
	},
	"dprk-vessel-deregistration-call": {
		"the day before": {"claim": registration(under_another, "2016-03-01"), "want": "none"},
		"the first day": {"claim": registration(under_another, "2016-03-02"), "want": "breach_possible"},
		"the last day": {"claim": registration(under_another, "2016-11-29"), "want": "breach_possible"},
		"the day after": {"claim": registration(under_another, "2016-11-30"), "want": "none"},
		"its own flag": {"claim": registration(under_its_own, "2016-06-01"), "want": "none"},
	},
	"dprk-suspected-vessel-deregistration": {
		"the day before": {"claim": registration(under_another, "2017-12-21"), "want": "none"},
		"the first day": {"claim": registration(under_another, "2017-12-22"), "want": "breach_possible"},
		"grounds stated": {"claim": with_facts(registration(under_another, "2018-01-01"), ["reasonable_grounds"]), "want": "breach_possible"},
		"approved": {"claim": with_facts(registration(under_another, "2018-01-01"), ["committee_approval"]), "want": "exempt_if_verified"},
		"its own flag": {"claim": registration(under_its_own, "2018-01-01"), "want": "none"},
	},
	"dprk-vessel-insurance": {
		"the day before": {"claim": insurance(to_dprk, "2016-11-29"), "want": "none"},
		"the first day": {"claim": insurance(to_dprk, "2016-11-30"), "want": "breach_indicated"},
		"provider not named": {"claim": insurance({"recipient": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"approved": {"claim": with_facts(insurance(to_dprk, "2018-01-01"), ["committee_approval"]), "want": "exempt_if_verified"},
		"an insurer from the DPRK": {"claim": insurance({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
		"vessels of others": {"claim": insurance(from_dprk, "2018-01-01"), "want": "none"},
	},
	"dprk-suspected-vessel-insurance": {
		"the day before": {"claim": insurance(to_dprk, "2017-12-21"), "want": "none"},
		"the first day": {"claim": insurance(to_dprk, "2017-12-22"), "want": "breach_possible"},
		"grounds stated": {"claim": with_facts(insurance(to_dprk, "2018-01-01"), ["reasonable_grounds"]), "want": "breach_possible"},
		"an insurer from the DPRK": {"claim": insurance({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
	},
	"dprk-bunkering": {
		"the day before": {"claim": fuelling(to_dprk, "2009-06-11"), "want": "none"},
		"the first day": {"claim": fuelling(to_dprk, "2009-06-12"), "want": "breach_possible"},
		"grounds stated": {"claim": with_facts(fuelling(to_dprk, "2018-01-01"), ["reasonable_grounds"]), "want": "breach_possible"},
		"for humanitarian purposes": {"claim": with_facts(fuelling(to_dprk, "2018-01-01"), ["humanitarian_use"]), "want": "exempt_if_verified"},
		"at home": {"claim": fuelling({"provider": ["KP"], "recipient": ["KP"]}, "2018-01-01"), "want": "none"},
		"a vessel of others": {"claim": fuelling(from_dprk, "2018-01-01"), "want": "none"},
	},
	"dprk-port-entry-refused-inspection": {
		"the day before": {"claim": call(abroad, refused, "2013-03-06"), "want": "none"},
		"the first day": {"claim": call(abroad, refused, "2013-03-07"), "want": "breach_indicated"},
		"a mere call": {"claim": call(abroad, {}, "2018-01-01"), "want": "breach_possible"},
		"refused under another flag": {"claim": call({"owner": ["KP"], "flag_state": ["SL"], "host": ["CN"]}, refused, "2018-01-01"), "want": "breach_possible"},
		"port not named": {"claim": call({"flag_state": ["KP"]}, refused, "2018-01-01"), "want": "breach_possible"},
		"its own port": {"claim": call(at_home, refused, "2018-01-01"), "want": "none"},
		"another's vessel in the DPRK": {"claim": call({"flag_state": ["RU"], "host": ["KP"]}, refused, "2018-01-01"), "want": "none"},
	},
	"dprk-port-entry-suspected": {
		"the day before": {"claim": call(abroad, suspected, "2016-03-01"), "want": "none"},
		"the first day": {"claim": call(abroad, suspected, "2016-03-02"), "want": "breach_possible"},
		"a mere call": {"claim": call(abroad, {}, "2018-01-01"), "want": "breach_possible"},
		"approved": {"claim": call(abroad, {"committee_approval": ""}, "2018-01-01"), "want": "exempt_if_verified"},
		"its own port": {"claim": call(at_home, suspected, "2018-01-01"), "want": "none"},
	},
	"dprk-port-entry-designated": {
		"the day before": {"claim": call(abroad, designated, "2017-08-04"), "want": "none"},
		"the first day": {"claim": call(abroad, designated_vessel, "2017-08-05"), "want": "breach_possible"},
		"before the first vessels were designated": {"claim": call(abroad, designated_vessel, "2017-10-02"), "want": "breach_possible"},
		"designated": {"claim": call(abroad, designated_vessel, "2017-10-03"), "want": "breach_indicated"},
		"on the vessel list": {"claim": call(abroad, {"vessel_listed": "2017-10-03"}, "2018-01-01"), "want": "breach_indicated"},
		"on the vessel list since a later day": {"claim": call(abroad, {"vessel_listed": "2018-03-30"}, "2018-01-01"), "want": "breach_possible"},
		"on the vessel list, nobody knows since when": {"claim": call(abroad, {"vessel_listed": ""}, "2018-01-01"), "want": "breach_possible"},
		"of the name of a listed one": {"claim": call(abroad, {"vessel_named": ""}, "2018-01-01"), "want": "breach_possible"},
		"a party is designated": {"claim": call(abroad, designated, "2018-01-01"), "want": "breach_possible"},
		"a mere call": {"claim": call(abroad, {}, "2018-01-01"), "want": "breach_possible"},
		"a listed owner": {"claim": listed(call({"owner": ["KP"], "host": ["CN"]}, {}, "2018-01-01"), "owner"), "want": "breach_possible"},
		"port not named": {"claim": call({"flag_state": ["KP"]}, designated_vessel, "2018-01-01"), "want": "breach_possible"},
		"its own port": {"claim": call(at_home, designated, "2018-01-01"), "want": "none"},
	},
	"dprk-ais-vigilance": {
		"the day before": {"claim": silence({"flag_state": ["KP"]}, "2017-12-21"), "want": "none"},
		"the first day": {"claim": silence({"flag_state": ["KP"]}, "2017-12-22"), "want": "breach_possible"},
		"trade with the DPRK": {"claim": silence({"owner": ["RU"], "partner": ["KP"]}, "2018-01-01"), "want": "breach_possible"},
		"a vessel of others": {"claim": silence({"owner": ["RU"]}, "2018-01-01"), "want": "none"},
	},
	"dprk-omm-vessels": {
		"the day before": {"claim": call(abroad, designated, "2016-03-01"), "want": "none"},
		"the first day": {"claim": call(abroad, designated, "2016-03-02"), "want": "breach_possible"},
		"a listed owner": {"claim": listed(operation({"owner": ["KP"]}, "2018-01-01"), "owner"), "want": "breach_possible"},
		"nobody designated": {"claim": call(abroad, {}, "2018-01-01"), "want": "none"},
		"its own port": {"claim": call(at_home, designated, "2018-01-01"), "want": "none"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_a_mere_call_at_a_port_is_only_possible if {
	c := call(abroad, {}, "2023-12-13")
	shared.judge(c) == {
		"dprk-port-entry-refused-inspection": "breach_possible medium",
		"dprk-port-entry-suspected": "breach_possible medium",
		"dprk-port-entry-designated": "breach_possible medium",
	}
	shared.missing(c, "dprk-port-entry-refused-inspection") == ["inspection_refused"]
	shared.missing(c, "dprk-port-entry-suspected") == ["reasonable_grounds"]
	shared.missing(c, "dprk-port-entry-designated") == ["vessel_designated"]
}

test_what_a_vessel_list_leaves_open if {
	shared.missing(call(abroad, {"vessel_listed": "2018-03-30"}, "2018-01-01"), "dprk-port-entry-designated") == ["date of designation"]
	shared.missing(call(abroad, {"vessel_named": ""}, "2018-01-01"), "dprk-port-entry-designated") == ["IMO number of the vessel"]
}

test_a_listed_owner_does_not_designate_the_vessel if {
	c := listed(call({"owner": ["KP"], "host": ["CN"]}, {}, "2018-01-01"), "owner")
	shared.missing(c, "dprk-port-entry-designated") == ["vessel_designated"]
	shared.missing(c, "dprk-port-entry-suspected") == []
	shared.missing(c, "dprk-omm-vessels") == ["control by Ocean Maritime Management"]
}

test_the_state_that_is_bound_is_a_missing_fact[name] if {
	some name, tc in {
		"the other vessel": {"claim": shared.claim("ship_to_ship_transfer", {"recipient": ["KP"]}, {}), "id": "dprk-ship-to-ship-transfer", "want": ["partner"]},
		"provider": {"claim": insurance({"recipient": ["KP"]}, "2018-01-01"), "id": "dprk-vessel-insurance", "want": ["provider"]},
		"provider without a country": {"claim": insurance({"provider": [""], "recipient": ["KP"]}, "2018-01-01"), "id": "dprk-vessel-insurance", "want": ["provider"]},
		"recipient": {"claim": crew({"provider": ["KP"]}, "2018-01-01"), "id": "dprk-crew-procurement", "want": ["recipient"]},
		"flag State": {"claim": registration({"owner": ["KP"]}, "2018-01-01"), "id": "dprk-vessel-deregistration", "want": ["flag_state"]},
		"owner": {"claim": registration({"flag_state": ["KP"]}, "2018-01-01"), "id": "dprk-flag-own-operate", "want": ["owner"]},
		"port State": {"claim": call({"flag_state": ["KP"]}, designated_vessel, "2018-01-01"), "id": "dprk-port-entry-designated", "want": ["host"]},
	}
	shared.missing(tc.claim, tc.id) == tc.want
}

test_a_charter_from_the_dprk_lacks_the_flag_and_at_first_its_kind if {
	shared.missing(charter(from_dprk, "2017-08-04"), "dprk-flag-vessel-charter") == ["flag_state", "lease or charter"]
	shared.missing(charter(from_dprk, "2017-08-05"), "dprk-flag-vessel-charter") == ["flag_state"]
}

test_why_not[name] if {
	some name, tc in {
		"between two of its vessels": {"claim": shared.claim("ship_to_ship_transfer", {"supplier": ["KP"], "recipient": ["KP"]}, {}), "want": "within_target"},
		"its own vessel": {"claim": operation(under_its_own, "2018-01-01"), "want": "within_target"},
		"its own port": {"claim": call(at_home, {}, "2018-01-01"), "want": "within_target"},
	}
	shared.judge(tc.claim) == tc.want
}

test_a_call_is_said_not_to_bind[id] if {
	some id, c in {
		"dprk-ais-vigilance": silence({"flag_state": ["KP"]}, "2018-01-01"),
		"dprk-vessel-deregistration-call": registration(under_another, "2016-06-01"),
	}
	"the paragraph calls upon States; it does not bind" in shared.effects(c, id)
}
