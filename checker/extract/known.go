package extract

// knownClass is a noun class of words.yaml or of a category that the engine itself
// asks about, apart from what frames name.
type knownClass int

const (
	classBorder knownClass = iota
	classBusiness
	classConflict
	classLaw
	classMaritimeAis
	classMaritimeCrew
	classMaritimeFlag
	classMaritimeIdentity
	classMaritimeVessel
	classMedics
	classNationals
	classPartitive
	classRefugees
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
	classBorder:           "border",
	classBusiness:         "business",
	classConflict:         "conflict",
	classLaw:              "law",
	classMaritimeAis:      "maritime_ais",
	classMaritimeCrew:     "maritime_crew",
	classMaritimeFlag:     "maritime_flag",
	classMaritimeIdentity: "maritime_identity",
	classMaritimeVessel:   "maritime_vessel",
	classMedics:           "medics",
	classNationals:        "nationals",
	classPartitive:        "partitive",
	classRefugees:         "refugees",
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

// add makes c hold the classes of o, which is of the same length.
func (c classSet) add(o classSet) {
	for i := range c {
		c[i] |= o[i]
	}
}

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
	width := l.width
	all := make([]uint64, width*len(l.nouns))
	l.above = make([]classSet, len(l.nouns))
	for i := range l.nouns {
		set := classSet(all[i*width : (i+1)*width])
		for _, c := range l.nouns[i].classes {
			for ; c >= 0; c = l.classes[c].under {
				set[c/64] |= 1 << (c % 64)
			}
		}
		l.above[i] = set
	}
}
