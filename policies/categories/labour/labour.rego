# METADATA
# scope: package
# title: Workers abroad
# description: >-
#   DPRK nationals who work abroad. Paragraph 8 of S/RES/2397 (2017) has States send home those who earn income in
#   their jurisdiction, by 22 December 2019; paragraph 17 of S/RES/2375 (2017) keeps them from giving new work
#   authorisations; paragraph 11 of S/RES/2371 (2017) had frozen their number; paragraph 34 of S/RES/2321 (2016)
#   only calls for vigilance. The duties lie with the host State, that to report on repatriation (until March 2020)
#   among them.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
#     - dprk-labour-no-new-authorisations
#     - dprk-labour-freeze-2371
#     - dprk-labour-vigilance
#     - dprk-labour-reporting
package article41.categories.labour

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 8: repatriation
# description: >-
#   DPRK nationals earning income in another State's jurisdiction are to be sent home at once, and within 24 months
#   at the latest. Sending them home is the duty, not a breach of it.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
assessment["dprk-labour-repatriation"] := {"conditions": [
	{"condition": "the workers' State of origin is the DPRK", "met": true, "law": ["obligation"]},
	host,
	income,
	deadline,
]} if {
	input.activity != "repatriate_workers"
	host
}

else := {"outside": at_home} if input.activity != "repatriate_workers"

else := {"outside": repatriation}

# METADATA
# title: >-
#   S/RES/2375 (2017), paragraph 17: no new work authorisations
# description: No work authorisation is given to DPRK nationals in connection with their admission to the territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-no-new-authorisations
assessment["dprk-labour-no-new-authorisations"] := {"conditions": [
	{"condition": "the workers' State of origin is the DPRK", "met": true, "law": ["obligation"]},
	host,
	new_authorisation,
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2371 (2017), paragraph 11: no more workers than before
# description: The number of work authorisations may not rise above that of the day of adoption.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-freeze-2371
assessment["dprk-labour-freeze-2371"] := {"conditions": [
	{"condition": "the workers' State of origin is the DPRK", "met": true, "law": ["obligation"]},
	host,
	head_count,
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 34: vigilance
# description: States are called upon to be vigilant about DPRK nationals sent to work on their territory.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-vigilance
assessment["dprk-labour-vigilance"] := {"conditions": [
	{"condition": "the workers' State of origin is the DPRK", "met": true, "law": ["obligation"]},
	host,
	lib.calls_upon,
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2397 (2017), paragraph 8: reports on repatriation
# description: States were to report by 22 March 2019 and finally by 22 March 2020; before the first date none was due.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-reporting
assessment["dprk-labour-reporting"] := {"conditions": [host, report_due]} if {
	host
	report_due
}

else := {"outside": no_report_due} if host

else := {"outside": at_home}

# METADATA
# title: The host
# description: >-
#   The State where the workers are, or where their employer is; undefined when only the DPRK itself is named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
#     - dprk-labour-no-new-authorisations
#     - dprk-labour-freeze-2371
#     - dprk-labour-vigilance
#     - dprk-labour-reporting
host := {
	"condition": "the State where they work or are employed is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the State where they work or are employed is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.employer
}

else := {
	"condition": "the State where they work or are employed is named and is not the DPRK",
	"met": false,
	"unknown": true,
	"effect": "no host State is named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
}

# METADATA
# title: Work within the DPRK
# description: These paragraphs bind the State where the workers are.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
#     - dprk-labour-no-new-authorisations
#     - dprk-labour-freeze-2371
#     - dprk-labour-vigilance
#     - dprk-labour-reporting
at_home := {
	"code": "within_target",
	"text": "the workers are in the DPRK itself; the measures concern work in other States",
}

# METADATA
# title: Earning income
# description: >-
#   The trigger of paragraph 8 is income, not the kind of visa. Work implies it; a permit alone does not show that
#   anybody has come, so the measure does not list that activity.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
income := {
	"condition": "the text says that they earn income there",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.earning_income)
}

else := {
	"condition": "they work there, from which income follows, whatever their visa",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: The deadline
# description: >-
#   Until 22 December 2019 States were to send workers home at once but had 24 months, so that presence alone is
#   weak evidence.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
deadline := {
	"condition": "the deadline for repatriation had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > data.catalog.measures["dprk-labour-repatriation"].wind_down_until
}

else := {
	"condition": "the deadline for repatriation had passed",
	"met": false,
	"unknown": true,
	"effect": "the date of the law applied begins before the deadline and ends after it: breach possible",
	"law": ["obligation"],
	"missing": "event_date",
} if {
	input.date.to > data.catalog.measures["dprk-labour-repatriation"].wind_down_until
}

else := {
	"condition": "the deadline for repatriation had passed",
	"met": false,
	"effect": "until then presence alone is not yet a clear breach; workers were to be sent home by the deadline",
	"law": ["obligation"],
	"missing": "return before the deadline",
}

# METADATA
# title: A new work authorisation
# description: >-
#   Sending or admitting workers needs one; workers who are simply there may have come before. A contract made
#   before 11 September 2017 spared them until repatriation fell due.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2375(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-no-new-authorisations
new_authorisation := {
	"condition": "an earlier contract, as stated, no longer spares the workers",
	"met": true,
	"law": ["obligation", "context"],
} if {
	is_string(input.facts.contract_before_2017_09_11)
	input.activity != "host_workers"
	input.date.from > data.catalog.measures["dprk-labour-repatriation"].wind_down_until
}

else := {
	"condition": "the text speaks of a new work authorisation",
	"met": true,
	"law": ["obligation"],
} if {
	is_string(input.facts.work_authorisation_new)
}

else := {
	"condition": "they are sent or admitted to work, for which they need a work authorisation",
	"met": true,
	"law": ["obligation"],
} if {
	input.activity in {"send_workers", "authorise_work"}
}

else := {
	"condition": "a new work authorisation was given",
	"met": false,
	"unknown": true,
	"effect": "workers who are there may have been authorised before: breach possible",
	"law": ["obligation"],
	"missing": "work_authorisation_new",
}

# METADATA
# title: The number of workers
# description: A new worker may have replaced another.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-freeze-2371
head_count := {
	"condition": "the number of work authorisations rose above that of 5 August 2017",
	"met": false,
	"unknown": true,
	"effect": "a single act does not show the total: breach possible",
	"law": ["obligation"],
	"missing": "number of work authorisations",
}

# METADATA
# title: Repatriation
# description: >-
#   A report that workers are sent home tells of the duty being carried out; a denial of it tells of no act. Those
#   who stay are a claim of their own.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-repatriation
repatriation := {
	"code": "negated",
	"text": "the text denies that workers were sent home; if they stay and earn income, that is a claim of its own",
} if {
	input.status == "denied"
}

else := {
	"code": "compliance",
	"text": "sending workers home is what S/RES/2397 (2017), para. 8, asks for",
}

# METADATA
# title: A report was due
# description: The first one was due by 22 March 2019; undefined until then.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-reporting
report_due := {
	"condition": "the day for the first report had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > "2019-03-22"
}

else := {
	"condition": "the day for the first report had passed",
	"met": false,
	"unknown": true,
	"effect": "it had not on part of the date of the law applied: breach possible",
	"law": ["obligation"],
	"missing": "event_date",
} if {
	input.date.to > "2019-03-22"
}

# METADATA
# title: No report due
# description: Why nothing can be missing before the first report was due.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: labour
#   measures:
#     - dprk-labour-reporting
no_report_due := {
	"code": "not_in_force",
	"text": "the first report on repatriation could be made until 22 March 2019",
}
