# METADATA
# scope: package
# title: Military co-operation
# description: >-
#   Training, troops, exercises and treaties. Paragraph 9 of S/RES/2270 (2016) clarifies that the bans on services
#   keep States from hosting DPRK trainers, advisers and officials for military, paramilitary or police training. No
#   paragraph names military co-operation, troops, exercises or treaties as such: those are for a person to judge,
#   and never more than breach_possible.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
#     - dprk-military-cooperation
package article41.categories.military_cooperation

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 9: training
# description: >-
#   Training by or of the military, paramilitary or police of the DPRK; in either direction with paragraph 8 (c) of
#   S/RES/1718 (2006).
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
assessment["dprk-military-training"] := {"conditions": [
	{"condition": "the training is military, paramilitary or police training", "met": true, "law": ["obligation", "clarifies"]},
	relation,
]} if relation

else := {"outside": own_training}

# METADATA
# title: Co-operation read with S/RES/1718 (2006), paragraph 8 (c)
# description: An interpretation, not a rule that names the act.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-cooperation
assessment["dprk-military-cooperation"] := {"conditions": [
	{"condition": "one side is the DPRK", "met": true, "law": ["obligation"]},
	named_in_law,
]}

# METADATA
# title: Who trains whom
# description: >-
#   DPRK trainers need a host or trainees abroad; DPRK trainees need trainers or a host abroad, and arms that they are
#   trained on: paragraph 8 (c) of S/RES/1718 (2006) is about services related to arms. Undefined when the
#   DPRK trains its own forces at home.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
relation := {
	"condition": "trainers from the DPRK are with the forces or on the territory of another State",
	"met": true,
	"law": ["clarifies"],
} if {
	input.countries.trainer.KP
	abroad
}

else := {
	"condition": "forces of the DPRK are trained by another State or on its territory in the use of the arms named",
	"met": true,
	"law": ["obligation"],
} if {
	input.countries.trainee.KP
	abroad
	input.goods != {}
}

else := {
	"condition": "the training concerns the provision, making, maintenance or use of arms",
	"met": false,
	"unknown": true,
	"effect": "training of DPRK forces is covered as far as it does; paragraph 9 of S/RES/2270 (2016) names the hosting of DPRK trainers only: breach possible",
	"law": ["obligation", "clarifies"],
	"missing": "subject of the training",
} if {
	input.countries.trainee.KP
	abroad
}

else := {
	"condition": "the text says who trains whom, the DPRK on one side and another State on the other",
	"met": false,
	"unknown": true,
	"effect": "one side of the training is not named: breach possible",
	"law": ["clarifies"],
	"missing": "counterpart",
} if {
	not at_home
}

# METADATA
# title: Another State takes part
# scope: document
# description: A trainer, trainee or host that is not the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
abroad if input.others.trainer

abroad if input.others.trainee

abroad if input.others.host

# METADATA
# title: At home
# description: The DPRK trains its own forces, and no other State is named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
at_home if {
	input.countries.trainer.KP
	input.countries.trainee.KP
}

# METADATA
# title: Training of its own forces
# description: Why the paragraph does not cover training within the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-training
own_training := {
	"code": "within_target",
	"text": "the DPRK trains its own forces; the measure concerns training with other States",
}

# METADATA
# title: Named in the law
# description: >-
#   Whether a paragraph names the act. None does; arms, services or training that go with it would make the
#   difference.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/1718(2006)
# custom:
#   category: military-cooperation
#   measures:
#     - dprk-military-cooperation
named_in_law := {
	"military_cooperation": {
		"condition": "a paragraph names military co-operation as such",
		"met": false,
		"effect": "no paragraph names military co-operation as such; read with S/RES/1718 (2006), para. 8 (c), and S/RES/2270 (2016), para. 9: for review",
		"law": ["obligation", "clarifies"],
		"missing": "arms, services or training involved",
	},
	"troop_deployment": {
		"condition": "a paragraph names the sending of troops",
		"met": false,
		"effect": "no paragraph names the sending of troops; read with S/RES/1718 (2006), para. 8 (c), and S/RES/2270 (2016), para. 9: for review",
		"law": ["obligation", "clarifies"],
		"missing": "arms, services or training involved",
	},
	"military_exercise": {
		"condition": "a paragraph names joint exercises",
		"met": false,
		"effect": "no paragraph names joint exercises; read with S/RES/1718 (2006), para. 8 (c), and S/RES/2270 (2016), para. 9: for review",
		"law": ["obligation", "clarifies"],
		"missing": "arms, services or training involved",
	},
	"defence_treaty": {
		"condition": "a paragraph names defence treaties",
		"met": false,
		"effect": "no paragraph names defence treaties; read with S/RES/1718 (2006), para. 8 (c), and S/RES/2270 (2016), para. 9: for review",
		"law": ["obligation", "clarifies"],
		"missing": "arms, services or training involved",
	},
}[input.activity]
