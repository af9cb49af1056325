package screen

import "strings"

// Korean names are of two to four syllables that several systems of romanisation
// write otherwise ("Choe Ryong Hae", "Choi Ryong-hae"), and a syllable that differs
// is another name: KIM SONG CHOL is not KIM TONG CHOL. So a syllable is compared by
// a key that the systems share, never by its letters.

// koreanOnsets and the others are tried longest first. Sources: the
// McCune-Reischauer, Revised and North Korean (1992) tables.
var (
	koreanOnsets = [][2]string{
		{"tch", "j"}, {"jj", "j"}, {"ch", "j"}, {"sh", "s"}, {"ss", "s"}, {"kk", "k"}, {"gg", "k"}, {"tt", "t"}, {"dd", "t"}, {"pp", "p"}, {"bb", "p"}, {"kh", "k"}, {"th", "t"}, {"ph", "p"}, {"rh", "r"}, {"wh", "hw"}, {"hw", "h"},
		{"g", "k"}, {"k", "k"}, {"d", "t"}, {"t", "t"}, {"b", "p"}, {"p", "p"}, {"j", "j"}, {"s", "s"}, {"r", "r"}, {"l", "r"}, {"n", "n"}, {"m", "m"}, {"h", "h"}, {"", ""},
	}
	koreanVowels = [][2]string{
		{"yeoh", "yo"}, {"yeo", "yo"}, {"yae", "ye"}, {"you", "yo"}, {"yoo", "yu"}, {"yu", "yo"}, {"yo", "yo"}, {"ye", "ye"}, {"ya", "ya"},
		{"wae", "oe"}, {"weo", "wo"}, {"woo", "o"}, {"wa", "wa"}, {"wo", "wo"}, {"we", "oe"}, {"wi", "ui"}, {"wu", "o"},
		{"aeh", "e"}, {"ae", "e"}, {"ai", "e"}, {"ah", "a"}, {"eui", "ui"}, {"oeu", "o"}, {"eo", "o"}, {"eu", "o"}, {"ee", "i"}, {"ea", "i"}, {"ey", "e"},
		{"oe", "oe"}, {"oi", "oe"}, {"oo", "o"}, {"oh", "o"}, {"ou", "o"}, {"ui", "i"}, {"uh", "o"}, {"yi", "i"},
		{"a", "a"}, {"e", "e"}, {"i", "i"}, {"o", "o"}, {"u", "o"},
	}
	koreanCodas = [][2]string{{"ng", "ng"}, {"ck", "k"}, {"g", "k"}, {"k", "k"}, {"b", "p"}, {"p", "p"}, {"t", "t"}, {"s", "t"}, {"n", "n"}, {"m", "m"}, {"l", "l"}, {"r", "l"}, {"", ""}}
)

// koreanSurnames are spellings that the tables do not bring together.
var koreanSurnames = surnames("ri lee li yi rhee reeh rhi i", "pak park bak", "choe choi che chwe", "ryu yu yoo ryoo you", "ro roh noh no", "rim lim im yim", "ryang yang",
	"o oh", "u woo wu", "jong jung chung cheong jeong chong", "so seo suh", "sin shin", "an ahn", "jo cho joh", "ryo yo yeo", "ryom yom yeom", "kwon gwon", "ju joo chu choo", "ku koo gu goo", "ko koh go goh", "ho heo huh hur", "son sohn", "song", "sung seong")

// otherSurname reports two spellings that are of different surnames, though their
// key is the same: Ju and Jo.
func otherSurname(a, b string) bool {
	x, ok := koreanSurnames[a]
	y, also := koreanSurnames[b]
	return ok && also && x != y
}

func surnames(groups ...string) map[string]string {
	out := map[string]string{}
	for _, g := range groups {
		all := strings.Fields(g)
		for _, s := range all {
			out[s] = all[0]
		}
	}
	return out
}

// koreanKey is the key of one syllable; ok is false for what is none. first says
// that it is the first word of the name, where surnames stand.
func koreanKey(word string, first bool) (string, bool) {
	if len(word) > 7 {
		return "", false
	}
	if first {
		if s, ok := koreanSurnames[word]; ok {
			return "^" + s, true
		}
	}
	if word == "" || word[0] >= 0x80 {
		return "", false
	}
	for i := range koreanOnsets {
		on := &koreanOnsets[i]
		if on[0] != "" && on[0][0] != word[0] || !strings.HasPrefix(word, on[0]) {
			continue
		}
		rest := word[len(on[0]):]
		for j := range koreanVowels {
			v := &koreanVowels[j]
			if rest == "" || v[0][0] != rest[0] || !strings.HasPrefix(rest, v[0]) {
				continue
			}
			tail := rest[len(v[0]):]
			for _, c := range koreanCodas {
				if tail == c[0] {
					return on[1] + "." + v[1] + "." + c[1], true
				}
			}
		}
	}
	return "", false
}
