package article41.categories.diplomatic_property_test

import data.article41_test as shared

# The role that the DPRK's side has in each activity.
side := {
	"associated_official_travel": "participant",
	"mission_staff": "sender",
	"mission_account": "owner",
	"mission_property": "owner",
	"diplomat_commerce": "sender",
}

abroad(activity, facts, day) := shared.claim(activity, {side[activity]: ["KP"], "host": ["DE"]}, {"facts": facts, "date": shared.on(day)})

in_dprk(activity, day) := shared.claim(activity, {side[activity]: ["KP"], "host": ["KP"]}, {"date": shared.on(day)})

others(activity) := shared.claim(activity, {side[activity]: ["RU"], "host": ["DE"]}, {})

reversed(activity) := shared.claim(activity, {side[activity]: ["DE"], "host": ["KP"]}, {})

cases := {
	"dprk-restrict-government-military-travel": {
		"an officer comes": {"claim": abroad("associated_official_travel", {}, "2023-12-13"), "want": "breach_possible"},
		"the State has made its finding": {"claim": abroad("associated_official_travel", {"state_determination": ""}, "2023-12-13"), "want": "breach_possible"},
		"planned": {"claim": shared.claim("associated_official_travel", {"participant": ["KP"], "host": ["DE"]}, {"status": "planned"}), "want": "watch"},
		"approved": {"claim": abroad("associated_official_travel", {"committee_approval": ""}, "2023-12-13"), "want": "exempt_if_verified"},
		"at home": {"claim": in_dprk("associated_official_travel", "2023-12-13"), "want": "none"},
		"an officer of another State": {"claim": others("associated_official_travel"), "want": "none"},
		"a foreigner goes to the DPRK": {"claim": reversed("associated_official_travel"), "want": "none"},
		"an ordinary visit": {"claim": shared.claim("official_visit", {"participant": ["KP"], "host": ["DE"]}, {}), "want": "none"},
		"the day before": {"claim": abroad("associated_official_travel", {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": abroad("associated_official_travel", {}, "2016-11-30"), "want": "breach_possible"},
	},
	"dprk-reduce-mission-staff": {
		"a large embassy": {"claim": abroad("mission_staff", {}, "2023-12-13"), "want": "breach_possible"},
		"at home": {"claim": in_dprk("mission_staff", "2023-12-13"), "want": "none"},
		"an embassy in the DPRK": {"claim": reversed("mission_staff"), "want": "none"},
		"business": {"claim": abroad("diplomat_commerce", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": abroad("mission_staff", {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": abroad("mission_staff", {}, "2016-11-30"), "want": "breach_possible"},
	},
	"dprk-one-bank-account-per-mission": {
		"more than one account": {"claim": abroad("mission_account", {"cap_exceeded": ""}, "2023-12-13"), "want": "breach_indicated"},
		"an account": {"claim": abroad("mission_account", {}, "2023-12-13"), "want": "breach_possible"},
		"host not named": {"claim": shared.claim("mission_account", {"owner": ["KP"]}, {"facts": {"cap_exceeded": ""}}), "want": "breach_possible"},
		"at home": {"claim": in_dprk("mission_account", "2023-12-13"), "want": "none"},
		"mission of another State": {"claim": others("mission_account"), "want": "none"},
		"the day before": {"claim": abroad("mission_account", {"cap_exceeded": ""}, "2016-11-29"), "want": "none"},
		"first day": {"claim": abroad("mission_account", {"cap_exceeded": ""}, "2016-11-30"), "want": "breach_indicated"},
	},
	"dprk-mission-real-property": {
		"a hostel in the embassy": {"claim": abroad("mission_property", {}, "2023-12-13"), "want": "breach_indicated"},
		"host not named": {"claim": shared.claim("mission_property", {"owner": ["KP"]}, {}), "want": "breach_possible"},
		"the DPRK leases a house": {"claim": shared.claim("mission_property", {"owner": ["DE"], "recipient": ["KP"], "host": ["DE"]}, {}), "want": "breach_possible"},
		"denied": {"claim": shared.claim("mission_property", {"owner": ["KP"], "host": ["DE"]}, {"status": "denied"}), "want": "counterclaim"},
		"diplomatic use": {"claim": abroad("mission_property", {"diplomatic_purpose": ""}, "2023-12-13"), "want": "none"},
		"in the DPRK": {"claim": in_dprk("mission_property", "2023-12-13"), "want": "none"},
		"in the DPRK, for its own mission": {"claim": shared.claim("mission_property", {"owner": ["KP"], "host": ["KP"]}, {"facts": {"diplomatic_purpose": ""}}), "want": "none"},
		"property of another State": {"claim": others("mission_property"), "want": "none"},
		"the day before": {"claim": abroad("mission_property", {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": abroad("mission_property", {}, "2016-11-30"), "want": "breach_indicated"},
	},
	"dprk-diplomats-no-commerce": {
		"a diplomat trades for profit": {"claim": abroad("diplomat_commerce", {"earning_income": ""}, "2023-12-13"), "want": "breach_possible"},
		"who profits is not said": {"claim": abroad("diplomat_commerce", {}, "2023-12-13"), "want": "breach_possible"},
		"at home": {"claim": in_dprk("diplomat_commerce", "2023-12-13"), "want": "none"},
		"diplomats of another State": {"claim": others("diplomat_commerce"), "want": "none"},
		"staff alone": {"claim": abroad("mission_staff", {}, "2023-12-13"), "want": "none"},
		"the day before": {"claim": abroad("diplomat_commerce", {}, "2016-11-29"), "want": "none"},
		"first day": {"claim": abroad("diplomat_commerce", {}, "2016-11-30"), "want": "breach_possible"},
	},
	"dprk-vigilance-diplomats": {
		"business": {"claim": abroad("diplomat_commerce", {}, "2023-12-13"), "want": "breach_possible"},
		"staff": {"claim": abroad("mission_staff", {}, "2023-12-13"), "want": "breach_possible"},
		"an account": {"claim": abroad("mission_account", {}, "2023-12-13"), "want": "none"},
		"at home": {"claim": in_dprk("diplomat_commerce", "2023-12-13"), "want": "none"},
		"diplomats of another State": {"claim": others("diplomat_commerce"), "want": "none"},
		"the day before": {"claim": abroad("diplomat_commerce", {}, "2013-03-06"), "want": "none"},
		"first day": {"claim": abroad("diplomat_commerce", {}, "2013-03-07"), "want": "breach_possible"},
	},
}

test_cases[id][name] if {
	some id, list in cases
	some name, c in list
	shared.verdict(c.claim, id) == c.want
}

test_host_not_named_is_a_missing_fact[id] if {
	some id, activity in {
		"dprk-restrict-government-military-travel": "associated_official_travel",
		"dprk-mission-real-property": "mission_property",
		"dprk-vigilance-diplomats": "diplomat_commerce",
	}
	"host" in shared.missing(shared.claim(activity, {side[activity]: ["KP"]}, {}), id)
}

test_a_determination_is_never_more_than_possible if {
	c := abroad("associated_official_travel", {"state_determination": ""}, "2023-12-13")
	shared.judge(c) == {"dprk-restrict-government-military-travel": "breach_possible medium"}
	shared.missing(c, "dprk-restrict-government-military-travel") == []
}

test_a_second_account_is_a_missing_fact if {
	c := abroad("mission_account", {}, "2023-12-13")
	shared.judge(c) == {"dprk-one-bank-account-per-mission": "breach_possible medium"}
	shared.missing(c, "dprk-one-bank-account-per-mission") == ["number of accounts"]
}

test_letting_rooms_of_an_embassy if {
	shared.judge(abroad("mission_property", {}, "2019-05-01")) == {"dprk-mission-real-property": "breach_indicated high"}
}

test_diplomatic_use_is_explained if {
	shared.judge(abroad("mission_property", {"diplomatic_purpose": ""}, "2019-05-01")) == "compliance"
}

test_property_that_the_dprk_leases if {
	c := shared.claim("mission_property", {"owner": ["DE"], "recipient": ["KP"], "host": ["DE"]}, {})
	shared.missing(c, "dprk-mission-real-property") == ["use of the property"]
}

test_calls_are_said_not_to_bind[activity] if {
	some activity, ids in {
		"mission_staff": ["dprk-reduce-mission-staff", "dprk-vigilance-diplomats"],
		"diplomat_commerce": ["dprk-diplomats-no-commerce", "dprk-vigilance-diplomats"],
	}
	c := abroad(activity, {"earning_income": ""}, "2023-12-13")
	shared.judge(c) == {id: "breach_possible low" | some id in ids}
	every id in ids {
		"the paragraph calls upon States; it does not bind" in shared.effects(c, id)
	}
}
