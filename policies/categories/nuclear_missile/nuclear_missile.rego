# METADATA
# scope: package
# title: Nuclear and missile activity
# description: >-
#   Tests, launches and programmes of the DPRK itself. Paragraph 2 of S/RES/1718 (2006) demands that tests and
#   launches stop; its paragraphs 5 to 7 decide that the programmes behind them are suspended and given up. The
#   DPRK is the one bound, as the actor of the claim.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-nuclear-test-ban
#     - dprk-ballistic-launch-ban
#     - dprk-suspend-missile-programme
#     - dprk-abandon-nuclear
#     - dprk-abandon-other-wmd
#     - dprk-abandon-cbw
#     - dprk-no-chemical-weapons-use
#     - dprk-npt-iaea-return
package article41.categories.nuclear_missile

import data.article41.lib

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraphs 2 and 6: nuclear tests
# description: >-
#   The DPRK carries out no further nuclear test.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-nuclear-test-ban
assessment["dprk-nuclear-test-ban"] := {"conditions": [
	own_act,
	{"condition": "it is a nuclear test; none is allowed, whatever its yield", "met": true, "law": ["obligation"]},
]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraphs 2 and 5, and S/RES/1874 (2009), paragraph 2: launches
# description: >-
#   The DPRK launches no ballistic missile, and since 12 June 2009 nothing else with ballistic missile technology.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-ballistic-launch-ban
assessment["dprk-ballistic-launch-ban"] := {"conditions": [own_act, launch]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 5: the missile programme
# description: >-
#   All activities of the ballistic missile programme are suspended.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-suspend-missile-programme
assessment["dprk-suspend-missile-programme"] := {"conditions": [own_act, missile_activity]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 6: nuclear weapons and programmes
# description: >-
#   All nuclear weapons and nuclear programmes are given up, and all activities of theirs cease.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-abandon-nuclear
assessment["dprk-abandon-nuclear"] := {"conditions": [
	own_act,
	{
		"condition": "it is part of the nuclear programme; enrichment, reprocessing and reactors are",
		"met": true,
		"law": ["obligation"],
	},
]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraph 7: other weapons of mass destruction
# description: >-
#   The other programmes for weapons of mass destruction and the ballistic missile programme are given up.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-abandon-other-wmd
assessment["dprk-abandon-other-wmd"] := {"conditions": [own_act, missile_activity]} if {
	input.activity == "missile_programme"
}

else := {"conditions": [
	own_act,
	{
		"condition": "it is part of a programme for weapons of mass destruction other than nuclear ones",
		"met": true,
		"law": ["obligation"],
	},
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 24: chemical and biological weapons
# description: >-
#   Chemical and biological weapons and the programmes for them are given up. Use shows that they were not.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-abandon-cbw
assessment["dprk-abandon-cbw"] := {"conditions": [
	own_act,
	{
		"condition": "chemical weapons were deployed or used, so they have not been given up",
		"met": true,
		"law": ["obligation"],
	},
]} if {
	input.activity == "chemical_weapon_use"
}

else := {"conditions": [own_act, lib.goods("dprk-abandon-cbw")]}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 15: use of chemical weapons
# description: >-
#   The DPRK does not deploy or use chemical weapons.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-no-chemical-weapons-use
assessment["dprk-no-chemical-weapons-use"] := {"conditions": [
	own_act,
	{"condition": "chemical weapons were deployed or used", "met": true, "law": ["obligation"]},
]}

# METADATA
# title: >-
#   S/RES/1718 (2006), paragraphs 3 and 4: NPT and safeguards
# description: >-
#   The Council demands that the DPRK come back to the NPT and to IAEA safeguards.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-npt-iaea-return
assessment["dprk-npt-iaea-return"] := {"conditions": [
	own_act,
	{
		"condition": "it stays outside the NPT or IAEA safeguards, to which the Council demands that it come back",
		"met": true,
		"law": ["obligation"],
	},
	lib.calls_upon,
]}

# METADATA
# title: The DPRK's own act
# description: >-
#   These paragraphs bind the DPRK alone, which the entry point found in the role of actor.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-nuclear-test-ban
#     - dprk-ballistic-launch-ban
#     - dprk-suspend-missile-programme
#     - dprk-abandon-nuclear
#     - dprk-abandon-other-wmd
#     - dprk-abandon-cbw
#     - dprk-no-chemical-weapons-use
#     - dprk-npt-iaea-return
own_act := {"condition": "the act is the DPRK's own", "met": true, "law": ["obligation"]}

# METADATA
# title: An activity of the missile programme
# description: >-
#   Development, production and deployment of ballistic missiles.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-suspend-missile-programme
#     - dprk-abandon-other-wmd
missile_activity := {
	"condition": "it is an activity of the ballistic missile programme",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: What is launched
# description: >-
#   A ballistic missile on any date. The launch of a satellite since 12 June 2009, when ballistic missile
#   technology came in; before, only as an activity of the missile programme under paragraph 5 of S/RES/1718
#   (2006).
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: nuclear-missile
#   measures:
#     - dprk-ballistic-launch-ban
launch := {
	"condition": "what was launched is a ballistic missile; the range does not matter",
	"met": true,
	"law": ["obligation"],
} if {
	input.activity == "ballistic_launch"
}

else := {
	"condition": "the launch of a satellite or space vehicle uses ballistic missile technology",
	"met": true,
	"law": ["obligation", "extends"],
} if {
	input.date.from >= "2009-06-12"
}

else := {
	"condition": "the date of the law applied is on or after 12 June 2009, when ballistic missile technology came under the ban",
	"met": false,
	"unknown": true,
	"effect": "satellites were not named on part of it: breach possible",
	"law": ["extends"],
	"missing": "event_date",
} if {
	input.date.to >= "2009-06-12"
}

else := {
	"condition": "the launch was an activity of the ballistic missile programme",
	"met": false,
	"unknown": true,
	"effect": "until 11 June 2009 the launch of a satellite is caught only as part of that programme (S/RES/1718 (2006), para. 5): breach possible",
	"law": ["obligation"],
	"missing": "part in the missile programme",
}
