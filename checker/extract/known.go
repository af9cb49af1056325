package extract

import (
	"maps"
	"slices"
)

// knownClass is a noun class of words.yaml or of a category that the engine itself
// asks about, apart from what frames name.
type knownClass int

const (
	classActingFor knownClass = iota
	classAid
	classAuthority
	classBloc
	classBorder
	classBusiness
	classBuyer
	classConflict
	classHomeMarket
	classLaw
	classMaritimeAis
	classMaritimeCrew
	classMaritimeFlag
	classMaritimeIdentity
	classMaritimeVessel
	classMedics
	classMission
	classNationals
	classObjections
	classOffence
	classPaper // of science
	classPartitive
	classTurned // "went the other way"
	classRefugees
	classSeller
	classScientist
	classSite
	classStudents
	classThePlace
	classTheState
	classTransparent
	classTroops
	classTwoSides
	classWorkers
	classWorkplace

	knownClasses
)

var knownIDs = [knownClasses]string{
	classActingFor:        "acting_for",
	classAid:              "aid_words",
	classAuthority:        "authority",
	classBloc:             "bloc",
	classBorder:           "border",
	classBusiness:         "business",
	classBuyer:            "buyer",
	classConflict:         "conflict",
	classHomeMarket:       "exports_home_market",
	classLaw:              "law",
	classMaritimeAis:      "maritime_ais",
	classMaritimeCrew:     "maritime_crew",
	classMaritimeFlag:     "maritime_flag",
	classMaritimeIdentity: "maritime_identity",
	classMaritimeVessel:   "maritime_vessel",
	classMedics:           "medics",
	classMission:          "diplomatic_mission",
	classNationals:        "nationals",
	classObjections:       "objections",
	classOffence:          "offence",
	classPaper:            "st_paper",
	classPartitive:        "partitive",
	classTurned:           "turned",
	classRefugees:         "refugees",
	classSeller:           "seller",
	classScientist:        "st_scientist",
	classSite:             "site",
	classStudents:         "students",
	classThePlace:         "the_place",
	classTheState:         "the_state",
	classTransparent:      "transparent",
	classTroops:           "troops",
	classTwoSides:         "two_sides",
	classWorkers:          "workers",
	classWorkplace:        "workplace",
}

// classSet is a set of noun classes, one bit each.
type classSet []uint64

// meets reports a class of both, which are of the same length.
func (c classSet) meets(o classSet) bool {
	for i := range c {
		if c[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// add makes c hold the classes of o, which is of the same length.
func (c classSet) add(o classSet) {
	for i := range c {
		c[i] |= o[i]
	}
}

func (c classSet) put(class int32) { c[class/64] |= 1 << (class % 64) }

func (c classSet) has(class int32) bool {
	return class >= 0 && c[class/64]&(1<<(class%64)) != 0
}

// resolve looks up the classes that the engine knows by name, -1 for one that the
// lexicon leaves out, and spells out for each noun entry the classes above its own.
func (l *Lexicon) resolve() {
	for i, id := range knownIDs {
		l.known[i] = l.class(id)
	}
	l.width = (len(l.classes) + 63) / 64
	all := make([]uint64, l.width*len(l.nouns))
	l.above = make([]classSet, len(l.nouns))
	for i := range l.nouns {
		set := classSet(all[i*l.width : (i+1)*l.width])
		for _, c := range l.nouns[i].classes {
			for ; c >= 0; c = l.classes[c].under {
				set.put(c)
			}
		}
		l.above[i] = set
	}
	l.kin, l.actKin = nil, make([]uint32, len(l.verbs))
	for _, category := range slices.Sorted(maps.Keys(l.themesOf)) {
		if category == "none" {
			continue
		}
		k := kin{category: category, themes: make(classSet, l.width), about: make(classSet, l.width)}
		for _, c := range l.themesOf[category] {
			k.themes.put(c)
		}
		for _, v := range l.actsOf[category] {
			l.actKin[v] |= 1 << len(l.kin)
		}
		for i := range l.topics {
			if t := &l.topics[i]; t.category == category {
				k.topics = append(k.topics, t)
				for _, c := range t.about {
					k.about.put(c)
				}
			}
		}
		l.kin = append(l.kin, k)
	}
	themes, about := make([]uint32, len(l.classes)), make([]uint32, len(l.classes))
	for i := range l.kin {
		for _, c := range l.themesOf[l.kin[i].category] {
			themes[c] |= 1 << i
		}
		for _, t := range l.kin[i].topics {
			for _, c := range t.about {
				about[c] |= 1 << i
			}
		}
	}
	l.themeKin, l.aboutKin = make([]uint32, len(l.nouns)), make([]uint32, len(l.nouns))
	for n := range l.nouns {
		for _, c := range l.nouns[n].classes {
			for ; c >= 0; c = l.classes[c].under {
				l.themeKin[n] |= themes[c]
				l.aboutKin[n] |= about[c]
			}
		}
	}
}

// verbKinds are the known verb classes that a verb is of, one bit each.
type verbKinds uint32

// verbKind is a verb class of words.yaml or of sources.yaml that the engine itself asks
// about.
type verbKind int

const (
	verbsAdmitting    verbKind = iota // own up to what follows: "acknowledged having sent"
	verbsAdvising                     // "warned firms against hiring"
	verbsArranging                    // "arranged for oil to go there": what stands behind "for" does it
	verbsBeside                       // tell nothing more of an affair: "met", "froze"
	verbsBreaching                    // break the law that is their object
	verbsCalling                      // "what it calls a satellite"
	verbsCausing                      // their object does the next verb: "help them obtain jobs"
	verbsClosing                      // their subject ends by itself
	verbsCommenting                   // whoever does it takes no part
	verbsCondemning                   // who does it says that the act took place
	verbsDeparting                    // "left", "flew out"
	verbsDitransitive                 // their participle too can have an object behind it
	verbsDurative                     // last
	verbsInverting                    // stand before their speaker: "…, said Kirby"
	verbsGoverning                    // what follows is a verb: "continued to work in"
	verbsIdle                         // tell nothing that is done with goods: "needs", "fears"
	verbsLinking                      // "tied to", "linked to": whose something is
	verbsListing                      // put somebody on a list for what is done: "among those designated is X, which …"
	verbsMoving                       // "over" and "across" behind them may belong to them: "trucked over excavators"
	verbsNeglecting                   // what follows is not done: "failed to halt"
	verbsOrigin                       // their participle says whose something is, "mined in", "owned by"
	verbsPaying                       // their subject gets what stands behind "for"
	verbsProbing                      // "is being investigated for"
	verbsQuoting                      // "was cited as saying"
	verbsReporting                    // report speech
	verbsRisking                      // "buyers risk sanctions"
	verbsShowing                      // what things do, too: "the deals show"
	verbsTaking                       // their subject gets what is their object
	verbsTrying                       // leave the outcome open
	verbsUrging                       // ask for what follows: "urged Russia to stop buying arms"
	verbsUsing                        // their object acts for their subject
	verbsVoicing                      // tell how something is said: "laughs the stallholder"

	verbsKnown
)

var verbKindIDs = [verbsKnown]string{
	verbsAdmitting:    "admitting",
	verbsAdvising:     "advising",
	verbsArranging:    "arranging",
	verbsBeside:       "beside",
	verbsBreaching:    "breaches",
	verbsCalling:      "calling",
	verbsCausing:      "causing",
	verbsClosing:      "closes",
	verbsCommenting:   "comment_on",
	verbsCondemning:   "condemns",
	verbsDeparting:    "depart",
	verbsDitransitive: "ditransitive",
	verbsDurative:     "durative",
	verbsGoverning:    "governing",
	verbsIdle:         "idle",
	verbsInverting:    "inverting",
	verbsLinking:      "linking",
	verbsListing:      "listing",
	verbsMoving:       "moving",
	verbsNeglecting:   "neglecting",
	verbsOrigin:       "origin",
	verbsPaying:       "paying",
	verbsProbing:      "probing",
	verbsQuoting:      "quoting",
	verbsReporting:    "reporting",
	verbsRisking:      "risking",
	verbsShowing:      "showing",
	verbsTaking:       "taking",
	verbsTrying:       "trying",
	verbsUrging:       "urging",
	verbsUsing:        "using",
	verbsVoicing:      "voicing",
}

// verbIs reports whether the verb is of a known class; no verb (-1) is of none.
func (l *Lexicon) verbIs(verb int32, kind verbKind) bool {
	return verb >= 0 && l.kinds[verb]&(1<<kind) != 0
}
