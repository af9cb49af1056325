package report

import (
	"strings"
	"testing"
)

// The values are fixed for ever: waivers and baselines hold them. A change
// here needs a new version prefix.
func TestFingerprintIsStable(t *testing.T) {
	for _, tc := range []struct{ measure, text, quote, want string }{
		{"dprk-labour-repatriation", digest("a"), "moving to deploy workers to Russia", "v1:75f14faf5c2045a2dd9358af7acec3de"},
		{"dprk-labour-repatriation", digest("b"), "moving to deploy workers to Russia", "v1:050ae9b68ae8e47e6b1e26a5c8820abd"},
		{"dprk-arms-export", digest("a"), "moving to deploy workers to Russia", "v1:e6ac53e09361dbad8f191e3b1bc20973"},
		{"dprk-labour-repatriation", digest("a"), "North Korea’s “plan” — naïve", "v1:c44d79384f3f719011b83832cc2bbb6a"},
		{"", "", "", "v1:96a296d224f285c67bee93c30f8a3091"},
	} {
		if got := Fingerprint(tc.measure, tc.text, tc.quote); got != tc.want {
			t.Errorf("Fingerprint(%q, %.4s…, %q) = %q, want %q", tc.measure, tc.text, tc.quote, got, tc.want)
		}
	}
}

func TestFingerprintIgnoresTyping(t *testing.T) {
	want := Fingerprint("m", "t", `North Korea's "plan" - naïve café`)
	for name, quote := range map[string]string{
		"curly quotes":      "North Korea’s “plan” - naïve café",
		"guillemets":        "North Korea's «plan» - naïve café",
		"dashes":            `North Korea's "plan" — naïve café`,
		"minus":             `North Korea's "plan" − naïve café`,
		"no-break space":    "North\u00A0Korea's \"plan\" - naïve café",
		"line break":        "North Korea's\r\n  \"plan\" - naïve café ",
		"capitals":          `NORTH KOREA'S "PLAN" - NAÏVE CAFÉ`,
		"decomposed":        "North Korea's \"plan\" - nai\u0308ve cafe\u0301",
		"soft hyphen":       "North Ko\u00ADrea's \"plan\" - naïve café",
		"zero width spaces": "\uFEFFNorth\u200B Korea's \"plan\" - naïve café",
	} {
		if got := Fingerprint("m", "t", quote); got != want {
			t.Errorf("%s: differs", name)
		}
	}
}

func TestFingerprintTellsApart(t *testing.T) {
	seen := map[string]string{}
	for _, in := range [][3]string{
		{"m", "t", "quote"}, {"m", "t", "quotes"}, {"m", "u", "quote"}, {"n", "t", "quote"}, {"mt", "", "quote"}, {"m", "tq", "uote"}, {"m", "t", "qu ote"},
	} {
		got := Fingerprint(in[0], in[1], in[2])
		if len(got) != fingerprintLength || !strings.HasPrefix(got, "v1:") {
			t.Errorf("fingerprint %q has the wrong form", got)
		}
		if other, twice := seen[got]; twice {
			t.Errorf("%q and %q have the same fingerprint", in, other)
		}
		seen[got] = strings.Join(in[:], "|")
	}
}

func TestFindingID(t *testing.T) {
	for in, want := range map[string]string{
		"v1:60454d7a00112233445566778899aabb": "f_60454d7a",
		"v1:6045":                             "f_6045",
		"":                                    "f_",
	} {
		if got := FindingID(in); got != want {
			t.Errorf("FindingID(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzNormalQuote(f *testing.F) {
	for _, s := range []string{"North Korea’s “plan”", "İstanbul", "e\u0301\u00AD", "a \u200B b", "ΑΣ", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := normalQuote(s)
		if twice := normalQuote(once); twice != once {
			t.Errorf("normalising %+q gives %+q, then %+q", s, once, twice)
		}
	})
}
