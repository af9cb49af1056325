package article

import (
	"strings"
	"sync"
)

// abbreviation says when a full stop after a word may end a sentence.
type abbreviation int

const (
	always    abbreviation = iota + 1 // never ends one: Mr. Kim
	starter                           // ends one only before a word that opens sentences: Co., U.S.
	numbering                         // ends one unless a number follows: No. 5, para. 8
)

// abbreviations are written as they stand in text; case counts, so that "no." is
// not "No." and "Art." is not "art.".
var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	table := make(map[string]abbreviation, 256)
	for class, words := range abbreviationLists {
		for w := range strings.FieldsSeq(words) {
			table[w] = abbreviation(class)
		}
	}
	return table
})

var abbreviationLists = [...]string{
	always: `Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Gen Lt Lieut Col Maj Brig Capt Cmdr Comdr Adm Sgt Cpl
		Pvt Rep Reps Sens Gov Govs Pres Rev Hon Amb Supt Insp Det Ste Secy Min Dep Asst
		Assoc Atty Vice-Adm Vice-Gen Rear-Adm vs cf e.g i.e viz v Gens Cols Lts Drs Profs Mses Sr-Lt`,
	starter: `St Mt Ft Sen Inc Corp Co Cos Ltd Bros Pte Sdn Bhd LLC Plc plc S.A S.p.A Pty GmbH Jr Sr Esq etc al
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tue Tues Weds Thu Thur Thurs Fri
		Dept Univ Inst Assn Gov't Intl Int'l Nat'l Ave Blvd Rd a.m p.m a.k.a approx est ca
		Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa
		Tenn Tex Va Vt Wash Wis Wyo Ont Que N.Y D.C Ph.D M.D B.A M.A`,
	numbering: `No Nos no nos Para Paras para paras par Art Arts art arts Res res Sec sec Ch ch Vol vol
		Fig fig pp p op Op app Annex Doc doc Rule reg Reg Bd Tel tel ext cl
		January February March April May June July August September October November December`,
}

// sentenceStarters open a sentence and hardly ever follow an abbreviation inside
// one.
var sentenceStarters = wordSet{words: `The A An This That These Those There Then He She It They We I You His Her
	Its Their Our My But And Yet So However Nevertheless Meanwhile Still In On At By For From To With
	Without Under Over After Before Since During While When Where Whether If As Although Though Because
	Despite According Also Besides Moreover Furthermore Both Some Many Most Several Two Three Last Earlier
	Later Now Today Once Among Between What Who Why How No Not Even Only Such Each Every All Another Other
	Others Officials Analysts Experts Critics Asked Speaking Once`}

// speechVerbs follow the speaker in “Is it so?” Kim asked.
var speechVerbs = wordSet{words: `said says asked asks added told wondered replied wrote exclaimed shouted cried
	continued quipped demanded`}
