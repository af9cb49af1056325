package main

import (
	"strings"
	"testing"
)

func TestWhyNot(t *testing.T) {
	folder(t, map[string]string{
		"a.txt": "PUBLISHED 12 May 2023\n\nNorth Korea has sent hundreds of workers to Russia, the ministry said on Tuesday.\n\n" +
			"North Korea sold shells to Russia in May 2001.\n\nRussia delivered air-defence missiles to North Korea.\n\nSouth Korea sold howitzers to Poland.\n\nThe weather was fine.\n",
		"c.claims.yaml": "schema_version: \"1\"\narticle: {path: a.txt}\nclaims: []\n",
	})
	r := (world{}).run(t, "check", "--why-not", "dprk-arms-export", "a.txt")
	if r.code != exitDone || r.err != "" {
		t.Fatalf("%+v", r)
	}
	for _, want := range []string{
		"a.txt: dprk-arms-export",
		"not flagged, line 5 c_02 arms_export",
		"because it applies from 2006-10-14 on; the date of the law applied is from 2001-05-01 to",
		"not flagged, line 7 c_03 arms_import",
		"because it does not concern the activity arms_import",
		"claims of other categories: 1",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("lacks %q:\n%s", want, r.out)
		}
	}
	if r := (world{}).run(t, "check", "--why-not", "dprk-labour-repatriation", "a.txt"); !strings.Contains(r.out, "flagged, line 3 c_01 send_workers, alleged") {
		t.Errorf("%+v", r)
	}
	for args, want := range map[string]string{
		"--why-not nothing a.txt":                     "--why-not",
		"--why-not dprk-exemption-travel a.txt":       "of the kind exemption",
		"--why-not dprk-arms-export c.claims.yaml":    "explains articles",
		"--why-not dprk-arms-export nowhere/here.txt": "nowhere/here.txt",
	} {
		if r := (world{}).run(t, append([]string{"check"}, strings.Fields(args)...)...); r.code == exitDone || !strings.Contains(r.err, want) {
			t.Errorf("%s: %+v", args, r)
		}
	}
}
