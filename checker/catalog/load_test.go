package catalog

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/article41/article41/rules"
)

// small is a valid catalogue of one measure and its successor; the tables of
// mistakes edit one place of it.
var small = map[string]string{
	"categories.yaml": `categories:
- {id: labour, title: Workers, about: Workers abroad.}
- {id: arms, title: Arms, about: Arms and services.}
`,
	"vocabulary.yaml": `activities:
- {id: send_workers, category: labour, title: Sending, roles: [sender, host]}
- {id: arms_import, category: arms, title: Arms, roles: [supplier, recipient]}
- {id: tourism, category: none, title: Tourism, roles: [host]}
roles:
- {id: sender, title: Sender}
- {id: host, title: Host}
- {id: supplier, title: Supplier}
- {id: recipient, title: Recipient}
goods:
- {id: arms, title: Arms}
- {id: small_arms, title: Small arms, under: arms, synonyms: [rifles]}
facts:
- {id: committee_approval, title: Approved}
`,
	"severity.yaml": `severity:
  grave: {breach_indicated: critical, breach_possible: high, watch: high, exempt_if_verified: medium, counterclaim: info, mention: info}
`,
	"regimes/xx/regime.yaml": `id: xx
title: Example
target: XX
checked_at: 2026-01-01
list: {type: Exland, prefixes: [XXi, XXe], individuals: [freeze, travel], entities: [freeze], entries: {XXe.001: [arms]}}
exemptions:
- {id: general, label: Committee approval, fact: committee_approval, from: 2017-12-22, law: ["2397:25"]}
provisions:
- {instrument: S/RES/2397 (2017), paragraph: "25", role: exemption, verification: primary, says: Lets the Committee exempt.}
`,
	"regimes/xx/instruments.yaml": `instruments:
- {id: S/RES/2375 (2017), title: First, adopted: 2017-09-11, url: "https://undocs.org/en/S/RES/2375(2017)"}
- {id: S/RES/2397 (2017), title: Second, adopted: 2017-12-22, url: "https://undocs.org/en/S/RES/2397(2017)"}
`,
	"regimes/xx/labour.yaml": `measures:
- id: xx-new
  category: labour
  title: New rule
  summary: What it says.
  strength: decides
  gravity: grave
  bound: [all_member_states]
  direction: abroad
  target_roles: [sender]
  activities: [send_workers]
  from: 2017-12-22
  wind_down_until: 2019-12-22
  aliases: [xx-renamed]
  provisions:
  - {instrument: S/RES/2397 (2017), paragraph: "8", role: obligation, verification: primary, says: Says so.}
- id: xx-old
  category: labour
  title: Old rule
  summary: What it said.
  strength: decides
  gravity: grave
  bound: [all_member_states]
  direction: abroad
  target_roles: [sender]
  activities: [send_workers]
  from: 2017-09-11
  until: 2017-12-21
  superseded_by: xx-new
  provisions:
  - {instrument: S/RES/2375 (2017), paragraph: "17", role: obligation, verification: memory, says: Said so.}
  exemptions:
  - {id: approval, label: Approval, fact: committee_approval, law: ["2375:17"]}
`,
	"regimes/xx/not-prohibited.yaml": `not_prohibited:
- id: tourism
  title: Tourism
  activities: [tourism]
  why: Not forbidden.
  watch:
  - {instrument: S/RES/2397 (2017), paragraph: "25", role: context, verification: primary, says: Lets the Committee exempt.}
`,
}

func filesystem(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func load(t testing.TB, fsys fs.FS) *Catalogue {
	t.Helper()
	c, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLoadSmall(t *testing.T) { load(t, filesystem(small)) }

// Each row makes one mistake; the whole error is expected, place included.
func TestLoadMistakes(t *testing.T) {
	const (
		cat  = "categories.yaml"
		voc  = "vocabulary.yaml"
		sev  = "severity.yaml"
		reg  = "regimes/xx/regime.yaml"
		ins  = "regimes/xx/instruments.yaml"
		law  = "regimes/xx/labour.yaml"
		not  = "regimes/xx/not-prohibited.yaml"
		have = "the measure's first day"
	)
	for _, tc := range []struct{ name, file, from, to, want string }{
		{"category twice", cat, "id: arms", "id: labour",
			`categories.yaml:3:8: category "labour" is listed twice`},
		{"category reserved", cat, "id: arms", "id: none",
			`categories.yaml:3:8: "none" is the category of activities that no measure prohibits; choose another id`},
		{"category id", cat, "id: arms", "id: Arms",
			`categories.yaml:3:8: category id "Arms" must be lower-case words joined by '-'`},
		{"category empty title", cat, "title: Arms", `title: ""`,
			`categories.yaml:3:21: title is empty`},
		{"activity of unknown category", voc, "category: arms", "category: weapons",
			`vocabulary.yaml:3:31: unknown category "weapons"; known categories: arms, labour`},
		{"activity with unknown role", voc, "roles: [sender, host]", "roles: [sender, hosts]",
			`vocabulary.yaml:2:72: unknown role "hosts"; did you mean "host"? known roles: host, recipient, sender, supplier`},
		{"activity without roles", voc, "roles: [host]", "roles: []",
			`vocabulary.yaml:4:56: activity "tourism" has no roles; a claim of it could name no party`},
		{"activity twice", voc, "id: tourism", "id: arms_import",
			`vocabulary.yaml:4:8: activity "arms_import" is listed twice`},
		{"role twice", voc, "id: recipient, title: R", "id: host, title: R",
			`vocabulary.yaml:9:8: role "host" is listed twice`},
		{"fact id", voc, "id: committee_approval", "id: committee-approval",
			`vocabulary.yaml:14:8: fact id "committee-approval" must be lower-case words joined by '_'`},
		{"activity of another unknown category", voc, "category: labour, title: Sending", "category: labour, also: [armes], title: Sending",
			`vocabulary.yaml:2:47: unknown category "armes"; did you mean "arms"? known categories: arms, labour`},
		{"goods with the id of a key", voc, "id: small_arms", "id: unnamed",
			`vocabulary.yaml:12:8: "unnamed" is a key of the index, not a class of goods; choose another id`},
		{"exemption that claims could meet", law, "  strength: decides\n", "  kind: exemption\n  strength: permits\n",
			`regimes/xx/labour.yaml:6:9: measure "xx-new" is of the kind exemption: no claim can meet it, so leave out activities and target_roles`},
		{"prohibition that permits", law, "strength: decides", "strength: permits",
			`regimes/xx/labour.yaml:6:13: the strength permits belongs to measures of a kind, exemption or power, and only to them`},
		{"no activities", law, "  activities: [send_workers]\n", "",
			`regimes/xx/labour.yaml:2:3: measure "xx-new" has no activities; no claim could meet it`},
		{"no target roles", law, "  target_roles: [sender]\n", "",
			`regimes/xx/labour.yaml:2:3: measure "xx-new" has no target_roles; no claim could meet it`},
		{"reviewed under no measure", not, "activities: [tourism]", "activities: [tourism]\n  reviewed_under: xx-gone",
			`regimes/xx/not-prohibited.yaml:5:19: no measure "xx-gone" covers the activity "tourism"`},
		{"reviewed under a measure of others", not, "activities: [tourism]", "activities: [tourism]\n  reviewed_under: xx-new",
			`regimes/xx/not-prohibited.yaml:5:19: no measure "xx-new" covers the activity "tourism"`},
		{"goods under unknown", voc, "under: arms", "under: arm",
			`vocabulary.yaml:12:46: unknown goods "arm"; did you mean "arms"? known goods: arms, small_arms`},
		{"goods in a circle", voc, "title: Arms}\n- {id: small", "title: Arms, under: small_arms}\n- {id: small",
			`vocabulary.yaml:11:34: goods "arms" lie under themselves`},
		{"goods with bad HS", voc, "title: Small arms,", `title: Small arms, hs: ["93", "930"],`,
			`vocabulary.yaml:12:50: hs is "930"; write a Harmonized System chapter or heading as 2, 4 or 6 digits`},
		{"severity lacks a verdict", sev, ", watch: high", "",
			`severity.yaml:2:10: gravity "grave" has no severity for the verdict "watch"`},
		{"severity of unknown verdict", sev, "counterclaim: info", "counterclaim: info, denied: info",
			`severity.yaml:2:131: unknown verdict "denied"; the verdicts: breach_indicated, breach_possible, watch, exempt_if_verified, counterclaim, mention`},
		{"unknown severity", sev, "watch: high", "watch: severe",
			`severity.yaml:2:69: unknown severity "severe"; the severities: critical, high, medium, low, info`},
		{"regime id and folder", reg, "id: xx", "id: yy",
			`regimes/xx/regime.yaml:1:5: regime "yy" is in the folder "xx"; the two must agree`},
		{"regime target", reg, "target: XX", "target: XXX",
			`regimes/xx/regime.yaml:3:9: target is "XXX"; write an ISO 3166-1 code of two capitals`},
		{"list of no type", reg, "type: Exland", `type: ""`,
			`regimes/xx/regime.yaml:5:14: type is empty`},
		{"list without prefixes", reg, "prefixes: [XXi, XXe]", "prefixes: []",
			`regimes/xx/regime.yaml:5:32: the list has no prefixes; no entry could be of it`},
		{"list prefix of another form", reg, "[XXi, XXe]", "[XXi, XXx]",
			`regimes/xx/regime.yaml:5:38: prefix is "XXx"; write two capitals and i or e, like "KPi"`},
		{"list prefix empty", reg, "[XXi, XXe]", `[XXi, ""]`,
			`regimes/xx/regime.yaml:5:38: prefix is ""; write two capitals and i or e, like "KPi"`},
		{"list prefix twice", reg, "[XXi, XXe]", "[XXi, XXe, XXi]",
			`regimes/xx/regime.yaml:5:43: prefix "XXi" is listed twice`},
		{"list measure unknown", reg, "individuals: [freeze, travel]", "individuals: [freeze, trade]",
			`regimes/xx/regime.yaml:5:66: item of individuals is "trade"; it must be one of: freeze, travel, arms`},
		{"list measure twice", reg, "individuals: [freeze, travel]", "individuals: [freeze, freeze]",
			`regimes/xx/regime.yaml:5:66: measure "freeze" is listed twice`},
		{"list entities under no measure", reg, " entities: [freeze],", "",
			`regimes/xx/regime.yaml:5:7: entities are under no measure, but a prefix ends in "e"`},
		{"list without individuals", reg, "[XXi, XXe]", "[XXe]",
			`regimes/xx/regime.yaml:5:52: no prefix ends in "i", so leave individuals out`},
		{"list entry of others", reg, "XXe.001", "YYe.001",
			`regimes/xx/regime.yaml:5:114: entry "YYe.001" is no reference number with one of the prefixes XXi, XXe`},
		{"list entry without number", reg, "XXe.001", "XXe.1",
			`regimes/xx/regime.yaml:5:112: entry "XXe.1" is no reference number with one of the prefixes XXi, XXe`},
		{"list entry under no measure", reg, "XXe.001: [arms]", "XXe.001: []",
			`regimes/xx/regime.yaml:5:114: entry "XXe.001" is under no measure`},
		{"list entry under an unknown measure", reg, "XXe.001: [arms]", "XXe.001: [guns]",
			`regimes/xx/regime.yaml:5:115: item of entries "XXe.001" is "guns"; it must be one of: freeze, travel, arms`},
		{"renewal before from", law, "wind_down_until: 2019-12-22", "renewed_until: 2017-12-21",
			`regimes/xx/labour.yaml:13:18: renewed_until 2017-12-21 is before from 2017-12-22`},
		{"renewal of what has ended", law, "until: 2017-12-21", "until: 2017-12-21\n  renewed_until: 2018-01-01",
			`regimes/xx/labour.yaml:29:18: renewed_until is for measures that have not ended; this one has, on 2017-12-21`},
		{"regime date", reg, "2026-01-01", "2026-02-30",
			`regimes/xx/regime.yaml:4:13: checked_at is "2026-02-30"; write a real date as YYYY-MM-DD`},
		{"regime exemption without date", reg, "from: 2017-12-22, ", "",
			`regimes/xx/regime.yaml:7:3: exemption "general" of a regime needs the key "from": it covers measures of different dates`},
		{"instrument twice", ins, "instruments:\n", "instruments:\n- {id: S/RES/2397 (2017), title: Third, adopted: 2017-12-22, url: \"https://undocs.org/en/S/RES/2397(2017)\"}\n",
			`regimes/xx/instruments.yaml:4:8: instrument "S/RES/2397 (2017)" is listed twice`},
		{"instrument id", ins, "id: S/RES/2375 (2017)", "id: S/RES/2375",
			`regimes/xx/instruments.yaml:2:8: instrument "S/RES/2375" must read like "S/RES/2397 (2017)"`},
		{"instrument date of another year", ins, "adopted: 2017-09-11", "adopted: 2016-09-11",
			`regimes/xx/instruments.yaml:2:50: adopted is "2016-09-11"; it must be a date in 2017, the year of the symbol`},
		{"instrument url", ins, "RES/2397(2017)", "RES/2397(2016)",
			`regimes/xx/instruments.yaml:3:68: url is "https://undocs.org/en/S/RES/2397(2016)"; it must be "https://undocs.org/en/S/RES/2397(2017)"`},
		{"measure id of another regime", law, "id: xx-new", "id: yy-new",
			`regimes/xx/labour.yaml:2:7: measure "yy-new" must begin with its regime, "xx-"`},
		{"measure twice", law, "id: xx-old", "id: xx-new",
			`regimes/xx/labour.yaml:17:7: measure "xx-new" is listed twice`},
		{"alias taken", law, "[xx-renamed]", "[xx-old]",
			`regimes/xx/labour.yaml:14:13: alias "xx-old" already names a measure`},
		{"measure of unknown category", law, "category: labour\n  title: New", "category: labor\n  title: New",
			`regimes/xx/labour.yaml:3:13: unknown category "labor"; did you mean "labour"? known categories: arms, labour`},
		{"measure in the wrong file", law, "category: labour\n  title: New", "category: arms\n  title: New",
			`regimes/xx/labour.yaml:3:13: measure "xx-new" of the category "arms" belongs in arms.yaml`},
		{"unknown gravity", law, "gravity: grave\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22", "gravity: dire\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:7:12: unknown gravity "dire"; the gravities: grave`},
		{"unknown strength", law, "strength: decides\n  gravity: grave\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-09-11", "strength: urges\n  gravity: grave\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-09-11",
			`regimes/xx/labour.yaml:21:13: strength is "urges"; it must be one of: decides, conditional, calls_upon`},
		{"unknown activity", law, "activities: [send_workers]\n  from: 2017-12-22", "activities: [send_worker]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:11:16: unknown activity "send_worker"; did you mean "send_workers"? known activities: arms_import, send_workers, tourism`},
		{"no activities", law, "activities: [send_workers]\n  from: 2017-12-22", "activities: []\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:11:15: measure "xx-new" has no activities; no claim could meet it`},
		{"activity of another category", law, "[send_workers]\n  from: 2017-12-22", "[send_workers, tourism]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:11:30: activity "tourism" belongs to the category "none", the measure to "labour"`},
		{"role that no activity has", law, "[sender]\n  activities: [send_workers]\n  from: 2017-12-22", "[sender, supplier]\n  activities: [send_workers]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:10:26: role "supplier" is not a role of any of the measure's activities`},
		{"nobody bound", law, "bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22", "bound: []\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:8:10: measure "xx-new" binds nobody`},
		{"unknown goods", law, "  from: 2017-12-22", "  goods: [arms, tanks]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:12:17: unknown goods "tanks"; known goods: arms, small_arms`},
		{"cap of nothing", law, "  from: 2017-12-22", "  caps:\n  - {amount: 0, unit: barrel, per: calendar_year}\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:13:14: cap 1 is 0; it must be more than 0`},
		{"date malformed", law, "from: 2017-12-22", "from: 22.12.2017",
			`regimes/xx/labour.yaml:12:9: from is "22.12.2017"; write a real date as YYYY-MM-DD`},
		{"wind-down before from", law, "wind_down_until: 2019-12-22", "wind_down_until: 2017-12-21",
			`regimes/xx/labour.yaml:13:20: wind_down_until 2017-12-21 is before from 2017-12-22`},
		{"until before wind-down", law, "wind_down_until: 2019-12-22", "wind_down_until: 2019-12-22\n  until: 2019-12-21",
			`regimes/xx/labour.yaml:14:10: until 2019-12-21 is before wind_down_until 2019-12-22`},
		{"until before from", law, "from: 2017-09-11", "from: 2017-12-22",
			`regimes/xx/labour.yaml:28:10: until 2017-12-21 is before from 2017-12-22`},
		{"obligation before adoption", law, "from: 2017-09-11", "from: 2017-09-10",
			`regimes/xx/labour.yaml:31:60: S/RES/2375 (2017) was adopted on 2017-09-11, after ` + have + ` 2017-09-10; an obligation cannot be`},
		{"no obligation", law, `paragraph: "8", role: obligation`, `paragraph: "8", role: context`,
			`regimes/xx/labour.yaml:16:3: measure "xx-new" has no provision with the role obligation`},
		{"unknown instrument", law, "S/RES/2375 (2017)", "S/RES/2375 (2016)",
			`regimes/xx/labour.yaml:31:18: unknown instrument "S/RES/2375 (2016)"; did you mean "S/RES/2375 (2017)"? known instruments: S/RES/2375 (2017), S/RES/2397 (2017)`},
		{"paragraph form", law, `"8", role`, `"8(a)", role`,
			`regimes/xx/labour.yaml:16:48: paragraph is "8(a)"; write it like "8" or "8 (a) (i)"`},
		{"verification missing", law, "verification: memory, ", "",
			`regimes/xx/labour.yaml:31:5: item of provisions lacks the key "verification"`},
		{"verification unknown", law, "verification: memory", "verification: sure",
			`regimes/xx/labour.yaml:31:86: verification is "sure"; it must be one of: primary, secondary, inferred, memory`},
		{"verification differs", not, "verification: primary", "verification: memory",
			`regimes/xx/not-prohibited.yaml:7:83: S/RES/2397 (2017), para. 25 is memory here and primary at regimes/xx/regime.yaml:9:3`},
		{"provision twice", law, "says: Says so.}", "says: Says so.}\n  - {instrument: S/RES/2397 (2017), paragraph: \"8\", role: context, verification: primary, says: Again.}",
			`regimes/xx/labour.yaml:17:48: S/RES/2397 (2017), para. 8 is listed twice`},
		{"exemption fact unknown", law, "fact: committee_approval", "fact: committee_aproval",
			`regimes/xx/labour.yaml:33:43: unknown fact "committee_aproval"; did you mean "committee_approval"? known facts: committee_approval`},
		{"exemption id of the regime", law, "id: approval", "id: general",
			`regimes/xx/labour.yaml:33:10: exemption "general" is listed twice`},
		{"exemption dates", law, "law: [\"2375:17\"]", "from: 2017-12-01, until: 2017-11-30",
			`regimes/xx/labour.yaml:33:88: until 2017-11-30 is before from 2017-12-01`},
		{"exemption law not cited", law, `law: ["2375:17"]`, `law: ["2375:18"]`,
			`regimes/xx/labour.yaml:33:69: exemption "approval" rests on "2375:18", which is not among the provisions beside it`},
		{"successor unknown", law, "superseded_by: xx-new", "superseded_by: xx-knew",
			`regimes/xx/labour.yaml:29:18: unknown measure "xx-knew"; did you mean "xx-new"?`},
		{"successor leaves a gap", law, "until: 2017-12-21", "until: 2017-12-20",
			`regimes/xx/labour.yaml:28:10: measure "xx-old" ends on 2017-12-20, so "xx-new" must start on 2017-12-21; it starts on 2017-12-22`},
		{"superseded without end", law, "  until: 2017-12-21\n", "",
			`regimes/xx/labour.yaml:28:18: measure "xx-old" is superseded but has no last day; add until`},
		{"superseded in a circle", law, "superseded_by: xx-new", "superseded_by: xx-old",
			`regimes/xx/labour.yaml:29:18: measure "xx-old" supersedes itself through "xx-old"`},
		{"prohibited and not", not, "activities: [tourism]", "activities: [send_workers]",
			`regimes/xx/not-prohibited.yaml:4:16: activity "send_workers" is not prohibited here, but the measure "xx-new" covers it`},
		{"explained twice", not, "not_prohibited:\n", "not_prohibited:\n- {id: trips, title: Trips, activities: [tourism], why: Not forbidden.}\n",
			`regimes/xx/not-prohibited.yaml:5:16: activity "tourism" is already in another entry`},
		{"explains nothing", not, "[tourism]", "[]",
			`regimes/xx/not-prohibited.yaml:4:15: entry "tourism" has no activities`},
		{"item twice in a list", law, "[send_workers]\n  from: 2017-12-22", "[send_workers, send_workers]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:11:30: activity "send_workers" is listed twice`},
		{"date empty", law, "from: 2017-12-22", `from: ""`,
			"regimes/xx/labour.yaml:12:9: from is empty; write a real date as YYYY-MM-DD"},
		{"key misspelt", law, "gravity: grave\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22", "gravty: grave\n  bound: [all_member_states]\n  direction: abroad\n  target_roles: [sender]\n  activities: [send_workers]\n  from: 2017-12-22",
			`regimes/xx/labour.yaml:7:3: unknown key "gravty" in item of measures`},
		{"not YAML", law, "measures:", "measures: [",
			`regimes/xx/labour.yaml:2:1: `},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files := maps.Clone(small)
			if n := strings.Count(files[tc.file], tc.from); n == 0 {
				t.Fatalf("nothing to replace in %s", tc.file)
			}
			files[tc.file] = strings.Replace(files[tc.file], tc.from, tc.to, 1)
			_, err := Load(filesystem(files))
			if err == nil {
				t.Fatal("no error")
			}
			for line := range strings.Lines(err.Error()) {
				if strings.HasPrefix(line, tc.want) {
					return
				}
			}
			t.Errorf("got  %v\nwant %s", err, tc.want)
		})
	}
}

func TestLoadMisplacedFiles(t *testing.T) {
	for _, tc := range []struct{ name, file, want string }{
		{"stray file", "notes.yaml", "notes.yaml: no such file is expected; measures belong in regimes/<regime>/<category>.yaml"},
		{"too deep", "regimes/xx/old/labour.yaml", "regimes/xx/old/labour.yaml: no such file is expected; measures belong in regimes/<regime>/<category>.yaml"},
		{"other ending", "regimes/xx/arms.yml", "regimes/xx/arms.yml: rules files end in .yaml; rename it"},
		{"folder without regime", "regimes/zz/labour.yaml", `regimes/zz/labour.yaml: the folder has no regime.yaml with the id "zz"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files := maps.Clone(small)
			files[tc.file] = "measures: []\n"
			_, err := Load(filesystem(files))
			if err == nil || err.Error() != tc.want {
				t.Errorf("got  %v\nwant %s", err, tc.want)
			}
		})
	}
	_, err := Load(fstest.MapFS{})
	want := "categories.yaml: the file is missing\nvocabulary.yaml: the file is missing\nseverity.yaml: the file is missing"
	if err == nil || err.Error() != want {
		t.Errorf("empty folder: got %v", err)
	}
}

// All mistakes are told at once, in the order of the files.
func TestLoadJoinsMistakes(t *testing.T) {
	files := maps.Clone(small)
	files["regimes/xx/labour.yaml"] = strings.NewReplacer("fact: committee_approval", "fact: x", "gravity: grave", "gravity: y").Replace(files["regimes/xx/labour.yaml"])
	files["categories.yaml"] = strings.Replace(files["categories.yaml"], "id: arms", "id: labour", 1)
	_, err := Load(filesystem(files))
	if err == nil {
		t.Fatal("no error")
	}
	var places []string
	for line := range strings.Lines(err.Error()) {
		places = append(places, strings.SplitN(line, ": ", 2)[0])
	}
	want := []string{"categories.yaml:3:8", "regimes/xx/labour.yaml:7:12", "regimes/xx/labour.yaml:22:12", "regimes/xx/labour.yaml:33:43", "vocabulary.yaml:3:31"}
	if !slices.Equal(places, want) {
		t.Errorf("mistakes at %v\nwant %v\n%v", places, want, err)
	}
}

func TestLoadCountsTheMistakesItDoesNotShow(t *testing.T) {
	files := maps.Clone(small)
	files["categories.yaml"] += strings.Repeat("- {id: labour, title: Workers, about: Again.}\n", maxMistakes+7)
	_, err := Load(filesystem(files))
	if err == nil || !strings.HasSuffix(err.Error(), "\nand 7 more mistakes") {
		t.Errorf("got %v", err)
	}
}

func TestLoadTwoRegimesForOneState(t *testing.T) {
	files := maps.Clone(small)
	files["regimes/yy/regime.yaml"] = "id: yy\ntitle: Other\ntarget: XX\nchecked_at: 2026-01-01\n"
	_, err := Load(filesystem(files))
	if want := `regimes/yy/regime.yaml:3:9: target "XX" already belongs to the regime "xx"`; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// A regime without a sanctioned State is known by its id; the entries of a list
// belong to one regime.
func TestLoadRegimeWithoutState(t *testing.T) {
	files := maps.Clone(small)
	files["regimes/yy/regime.yaml"] = "id: yy\ntitle: Other\nchecked_at: 2026-01-01\nlist: {type: Wyland, prefixes: [YYi], individuals: [travel]}\n"
	files["regimes/yy/not-prohibited.yaml"] = "not_prohibited:\n- {id: tourism, title: Tourism, activities: [tourism], why: Not forbidden.}\n"
	c := load(t, filesystem(files))
	data := c.PolicyData()
	if targets := data["targets"].(map[string]any); !maps.Equal(targets, map[string]any{"XX": "xx", "yy": "yy"}) {
		t.Errorf("targets %v", targets)
	}
	if n, ok := c.NotProhibitedFor("yy", "tourism"); !ok || n.Regime != "yy" {
		t.Errorf("tourism: %v %v", n, ok)
	}
	for name, tc := range map[string]struct{ from, to, want string }{
		"type":   {"Wyland", "Exland", `regimes/yy/regime.yaml:4:14: type "Exland" already belongs to the regime "xx"`},
		"prefix": {"YYi", "XXi", `regimes/yy/regime.yaml:4:33: prefix "XXi" already belongs to the regime "xx"`},
	} {
		with := maps.Clone(files)
		with["regimes/yy/regime.yaml"] = strings.Replace(with["regimes/yy/regime.yaml"], tc.from, tc.to, 1)
		if _, err := Load(filesystem(with)); err == nil || err.Error() != tc.want {
			t.Errorf("%s: got %v\nwant %s", name, err, tc.want)
		}
	}
}

// An instrument that several regimes share stands beside their folders, once.
func TestLoadSharedInstruments(t *testing.T) {
	files := maps.Clone(small)
	files["instruments.yaml"] = "instruments:\n- {id: S/RES/2664 (2022), title: Shared, adopted: 2022-12-09, url: \"https://undocs.org/en/S/RES/2664(2022)\"}\n"
	if in, ok := load(t, filesystem(files)).Instrument("2664"); !ok || in.Title != "Shared" {
		t.Errorf("%v %v", in, ok)
	}
	files["regimes/xx/instruments.yaml"] += "- {id: S/RES/2664 (2022), title: Again, adopted: 2022-12-09, url: \"https://undocs.org/en/S/RES/2664(2022)\"}\n"
	want := `regimes/xx/instruments.yaml:4:8: instrument "S/RES/2664 (2022)" is listed twice`
	if _, err := Load(filesystem(files)); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// The digest names the content, and the lexicon is not part of it.
func TestDigest(t *testing.T) {
	base := load(t, filesystem(small)).Digest
	with := maps.Clone(small)
	with["lexicon/words.yaml"] = "words: []\n"
	if got := load(t, filesystem(with)).Digest; got != base {
		t.Error("the lexicon changes the catalogue's digest")
	}
	with = maps.Clone(small)
	with["categories.yaml"] += "# a comment\n"
	if got := load(t, filesystem(with)).Digest; got == base {
		t.Error("a changed file leaves the digest as it was")
	}
	if a, b := load(t, rules.FS).Digest, load(t, os.DirFS("../../rules")).Digest; a != b {
		t.Errorf("embedded rules %s and the folder %s differ", a, b)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(small["regimes/xx/labour.yaml"]))
	f.Add([]byte("measures:\n- {id: xx-a, superseded_by: xx-a, aliases: [xx-a], provisions: [{}]}\n"))
	f.Add([]byte("measures: {}\n"))
	fsys := filesystem(small)
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys["regimes/xx/labour.yaml"] = &fstest.MapFile{Data: data}
		c, err := Load(fsys)
		if err != nil {
			return
		}
		for _, m := range c.Measures {
			for _, p := range m.Provisions {
				in, para, err := ParseProvision(p.URN())
				if err != nil || in != p.Instrument || para != p.Paragraph {
					t.Errorf("%s does not come back from %s: %s %s %v", p.Label(), p.URN(), in, para, err)
				}
			}
		}
		c.PolicyData()
	})
}

// BenchmarkRead is what rules of a user's own cost, read and validated.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := Read(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad is part of every start of the program.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPolicyData(b *testing.B) {
	c := load(b, rules.FS)
	for b.Loop() {
		c.PolicyData()
	}
}
