# METADATA
# scope: package
# title: Financial services
# description: >-
#   Banks, payments, cash, gold and trade finance. S/RES/2270 (2016) bars DPRK banks abroad, relations with them
#   and other States' banks in the DPRK, S/RES/2321 (2016) support for trade, whatever is traded. Financial
#   services in general fall under paragraph 11 of S/RES/2094 (2013), which covers only what could contribute to
#   the prohibited programmes. The duties bind other States.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: finance
#   measures:
#     - dprk-proliferation-financial-services
#     - dprk-proliferation-financial-services-1874
#     - dprk-bulk-cash
#     - dprk-gold-transfers
#     - dprk-bank-branches-abroad
#     - dprk-bank-correspondent-ownership
#     - dprk-foreign-banks-opening-in-dprk
#     - dprk-close-bank-offices-in-dprk
#     - dprk-financial-support-for-trade
#     - dprk-financial-support-for-trade-2270
#     - dprk-financial-support-for-trade-2094
#     - dprk-financial-support-for-trade-1874
#     - dprk-grants-and-concessional-loans
#     - dprk-vigilance-dprk-banks
#     - dprk-no-claims
package article41.categories.finance

import data.article41.lib

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 11: financial services
# description: >-
#   Services and transfers to or from the DPRK or by its nationals, if they could contribute to the programmes or
#   to evasion. Hacking is no financial service; moving the proceeds is one.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2371(2017)
# custom:
#   category: finance
#   measures:
#     - dprk-proliferation-financial-services
assessment["dprk-proliferation-financial-services"] := {"conditions": [
	dprk_side,
	other_state,
	lib.contribution,
]}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 18: financial services
# description: The call that came before the ban.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: finance
#   measures:
#     - dprk-proliferation-financial-services-1874
assessment["dprk-proliferation-financial-services-1874"] := {"conditions": [
	dprk_side,
	other_state,
	lib.contribution,
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 14: bulk cash
# description: Cash in bulk counts as an asset under paragraph 11, with the condition of that paragraph.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-bulk-cash
assessment["dprk-bulk-cash"] := {"conditions": [
	{"condition": "bulk cash moves to or from the DPRK, whoever carries it", "met": true, "law": ["obligation", "clarifies"]},
	other_state,
	lib.contribution,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 37: gold
# description: >-
#   Gold counts as cash does under paragraph 11 of S/RES/2094 (2013), with the condition of that paragraph.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-gold-transfers
assessment["dprk-gold-transfers"] := {"conditions": [
	{"condition": "gold moves to or from the DPRK, whoever carries it", "met": true, "law": ["obligation", "clarifies"]},
	other_state,
	lib.contribution,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 33: DPRK banks abroad
# description: >-
#   No new branches, subsidiaries and offices of DPRK banks on another State's territory; existing ones to close
#   within 90 days.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-bank-branches-abroad
assessment["dprk-bank-branches-abroad"] := {"conditions": [
	{"condition": "a bank of the DPRK runs the branch, subsidiary or office", "met": true, "law": ["obligation"]},
	host,
	closing("dprk-bank-branches-abroad"),
]} if host

else := {"outside": at_home}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 33: correspondent accounts and shares
# description: >-
#   No new or continuing joint ventures, shares and correspondent relations with DPRK banks, whatever they serve;
#   existing ones to end within 90 days.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-bank-correspondent-ownership
assessment["dprk-bank-correspondent-ownership"] := {"conditions": [
	{"condition": "one side of the relation is a bank of the DPRK", "met": true, "law": ["obligation"]},
	other_state,
	closing("dprk-bank-correspondent-ownership"),
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 34: opening in the DPRK
# description: >-
#   No financial institution of another State opens an office, branch, subsidiary or account in the DPRK.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-foreign-banks-opening-in-dprk
assessment["dprk-foreign-banks-opening-in-dprk"] := {"conditions": [
	{"condition": "the office, branch, subsidiary or account is in the DPRK", "met": true, "law": ["obligation"]},
	foreign_bank,
	opening,
]} if foreign_bank

else := {"outside": own_bank}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 31: closing in the DPRK
# description: Those that other States' institutions had in the DPRK are to close within 90 days.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-close-bank-offices-in-dprk
assessment["dprk-close-bank-offices-in-dprk"] := {"conditions": [
	{"condition": "the office, branch, subsidiary or account is in the DPRK", "met": true, "law": ["obligation"]},
	foreign_bank,
	closing("dprk-close-bank-offices-in-dprk"),
]} if foreign_bank

else := {"outside": own_bank}

# METADATA
# title: >-
#   S/RES/2321 (2016), paragraph 32: support for trade
# description: Public and private support for trade with the DPRK, whatever is traded.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade
assessment["dprk-financial-support-for-trade"] := {"conditions": [
	trade,
	supporter,
]}

# METADATA
# title: >-
#   S/RES/2270 (2016), paragraph 36: support for trade
# description: Support for trade that could contribute to the programmes.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade-2270
assessment["dprk-financial-support-for-trade-2270"] := {"conditions": [
	trade,
	supporter,
	lib.contribution,
]}

# METADATA
# title: >-
#   S/RES/2094 (2013), paragraph 15: public support for trade
# description: Public support for trade that could contribute to the programmes; private support was left alone.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade-2094
assessment["dprk-financial-support-for-trade-2094"] := {"conditions": [
	trade,
	supporter,
	public,
	lib.contribution,
]}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 20: support for trade
# description: The call that came before the bans.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade-1874
assessment["dprk-financial-support-for-trade-1874"] := {"conditions": [
	trade,
	supporter,
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/1874 (2009), paragraph 19: grants and loans
# description: No new grants, financial aid and concessional loans, save for civilian needs or denuclearisation.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: finance
#   measures:
#     - dprk-grants-and-concessional-loans
assessment["dprk-grants-and-concessional-loans"] := {"conditions": [
	{"condition": "a grant, aid or a concessional loan goes to the DPRK", "met": true, "law": ["obligation"]},
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/2087 (2013), paragraph 6: vigilance
# description: Dealings with financial institutions of the DPRK and those acting for them are to be watched.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2087(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-vigilance-dprk-banks
assessment["dprk-vigilance-dprk-banks"] := {"conditions": [
	institution,
	other_state,
	lib.calls_upon,
]}

# METADATA
# title: >-
#   S/RES/2087 (2013), paragraph 13: no claims
# description: Nobody from the DPRK is to be paid for a contract that the measures stopped.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2397(2017)
# custom:
#   category: finance
#   measures:
#     - dprk-no-claims
assessment["dprk-no-claims"] := {"conditions": [
	{"condition": "a claim of the DPRK, or of a person or entity from it, is paid", "met": true, "law": ["obligation"]},
	lib.calls_upon,
]}

# METADATA
# title: The side of the DPRK
# description: The DPRK, or a person or entity from it, in any part of a financial service.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/1874(2009)
# custom:
#   category: finance
#   measures:
#     - dprk-proliferation-financial-services
#     - dprk-proliferation-financial-services-1874
dprk_side := {
	"condition": "the DPRK, or a person or entity from it, gives, receives or shares in the service or transfer",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: Another State
# description: >-
#   The paragraphs bind other States. One whose territory, nationals or institutions take part may not be named,
#   as when workers abroad send money home.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2087(2013)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-proliferation-financial-services
#     - dprk-proliferation-financial-services-1874
#     - dprk-bulk-cash
#     - dprk-gold-transfers
#     - dprk-bank-correspondent-ownership
#     - dprk-vigilance-dprk-banks
other_state := {
	"condition": "another State, or a person or entity from it, takes part",
	"met": true,
	"law": ["obligation"],
} if {
	input.others != {}
}

else := {
	"condition": "another State, or a person or entity from it, takes part",
	"met": false,
	"unknown": true,
	"effect": "no other State is named: breach possible",
	"law": ["obligation"],
	"missing": "other State",
}

# METADATA
# title: The host
# description: The State where the branch or office is; undefined when only the DPRK itself is named.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-bank-branches-abroad
host := {
	"condition": "the State where it is is named and is not the DPRK",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.host
}

else := {
	"condition": "the State where it is is named and is not the DPRK",
	"met": false,
	"unknown": true,
	"effect": "no host State is named: breach possible",
	"law": ["obligation"],
	"missing": "host",
} if {
	not input.countries.host.KP
}

# METADATA
# title: A DPRK bank at home
# description: The paragraph binds the State where the branch is.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-bank-branches-abroad
at_home := {
	"code": "within_target",
	"text": "the bank is in the DPRK itself; the paragraph concerns its branches and offices in other States",
}

# METADATA
# title: A bank of another State
# description: Whose institution is in the DPRK; undefined when it is the DPRK's own.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-foreign-banks-opening-in-dprk
#     - dprk-close-bank-offices-in-dprk
foreign_bank := {
	"condition": "the bank or other financial institution is from another State",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.operator
}

else := {
	"condition": "the bank or other financial institution is from another State",
	"met": false,
	"unknown": true,
	"effect": "it is not said where it is from: breach possible",
	"law": ["obligation"],
	"missing": "operator",
} if {
	not input.countries.operator.KP
}

# METADATA
# title: The DPRK's own bank
# description: The paragraphs concern institutions of other States.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-foreign-banks-opening-in-dprk
#     - dprk-close-bank-offices-in-dprk
own_bank := {
	"code": "within_target",
	"text": "the bank is one of the DPRK itself; the paragraphs concern institutions of other States there",
}

# METADATA
# title: The closing date
# description: >-
#   Existing branches, offices, accounts and relations had 90 days to end. Until then presence alone does not show
#   whether it was an existing one.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-bank-branches-abroad
#     - dprk-bank-correspondent-ownership
#     - dprk-close-bank-offices-in-dprk
closing(id) := {
	"condition": "the time for ending what existed before had passed",
	"met": true,
	"law": ["obligation"],
} if {
	input.date.from > data.catalog.measures[id].wind_down_until
}

else := {
	"condition": "the time for ending what existed before had passed",
	"met": false,
	"unknown": true,
	"effect": "the date of the law applied begins before the end of that time and ends after it: breach possible",
	"law": ["obligation"],
	"missing": "event_date",
} if {
	input.date.to > data.catalog.measures[id].wind_down_until
}

else := {
	"condition": "the time for ending what existed before had passed",
	"met": false,
	"unknown": true,
	"effect": "until then what existed before could be wound up: breach possible",
	"law": ["obligation"],
	"missing": "new or existing",
}

# METADATA
# title: Opening
# description: >-
#   The paragraph covers opening. What is there may have been opened before, which the duty to close deals with.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-foreign-banks-opening-in-dprk
opening := {
	"condition": "it was opened on or after 2 March 2016",
	"met": false,
	"unknown": true,
	"effect": "the text does not show when it was opened; earlier ones fall under the duty to close: breach possible",
	"law": ["obligation", "context"],
	"missing": "date of opening",
}

# METADATA
# title: Trade with the DPRK
# description: What the support is for.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade
#     - dprk-financial-support-for-trade-2270
#     - dprk-financial-support-for-trade-2094
#     - dprk-financial-support-for-trade-1874
trade := {
	"condition": "the support is for trade with the DPRK",
	"met": true,
	"law": ["obligation"],
}

# METADATA
# title: Who supports
# description: The paragraphs bind other States and those under their jurisdiction.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/1874(2009)
#   - ref: https://undocs.org/en/S/RES/2094(2013)
#   - ref: https://undocs.org/en/S/RES/2270(2016)
#   - ref: https://undocs.org/en/S/RES/2321(2016)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade
#     - dprk-financial-support-for-trade-2270
#     - dprk-financial-support-for-trade-2094
#     - dprk-financial-support-for-trade-1874
supporter := {
	"condition": "the support comes from another State or from those under its jurisdiction",
	"met": true,
	"law": ["obligation"],
} if {
	input.others.provider
}

else := {
	"condition": "the support comes from another State or from those under its jurisdiction",
	"met": false,
	"unknown": true,
	"effect": "no such State is named: breach possible",
	"law": ["obligation"],
	"missing": "provider",
}

# METADATA
# title: Public support
# description: Private support was not yet covered.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2094(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-financial-support-for-trade-2094
public := {
	"condition": "the support is public",
	"met": false,
	"unknown": true,
	"effect": "private support was not covered, and the text does not settle it: breach possible",
	"law": ["obligation"],
	"missing": "public or private support",
}

# METADATA
# title: A financial institution of the DPRK
# description: Accounts and shares are held with one; a payment may have none on either side.
# related_resources:
#   - ref: https://undocs.org/en/S/RES/2087(2013)
# custom:
#   category: finance
#   measures:
#     - dprk-vigilance-dprk-banks
institution := {
	"condition": "a financial institution of the DPRK, or one acting for it, is a side",
	"met": true,
	"law": ["obligation"],
} if {
	input.activity == "bank_relationship"
}

else := {
	"condition": "a financial institution of the DPRK, or one acting for it, is a side",
	"met": false,
	"unknown": true,
	"effect": "the text may speak of others: breach possible",
	"law": ["obligation"],
	"missing": "financial institution of the DPRK",
}
