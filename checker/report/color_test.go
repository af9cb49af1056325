package report

import (
	"strings"
	"testing"
)

func TestColorMode(t *testing.T) {
	for _, tc := range []struct {
		flag, env string
		tty, want bool
	}{
		{"always", "NO_COLOR=1", false, true},
		{"never", "FORCE_COLOR=1", true, false},
		{"auto", "", true, true},
		{"auto", "", false, false},
		{"", "", true, true},
		{"auto", "FORCE_COLOR=1", false, true},
		{"auto", "FORCE_COLOR=1 NO_COLOR=1", false, true},
		{"auto", "FORCE_COLOR=0", true, false},
		{"auto", "FORCE_COLOR=", true, true},
		{"auto", "NO_COLOR=1", true, false},
		{"auto", "NO_COLOR=", true, true},
		{"auto", "TERM=dumb", true, false},
		{"auto", "FORCE_COLOR=1 TERM=dumb", false, true},
	} {
		env := func(name string) string {
			for _, pair := range strings.Fields(tc.env) {
				if v, ok := strings.CutPrefix(pair, name+"="); ok {
					return v
				}
			}
			return ""
		}
		got, err := ColorMode(tc.flag, env, tc.tty)
		if err != nil || got != tc.want {
			t.Errorf("--color %q, %q, terminal %v: %v, %v; want %v", tc.flag, tc.env, tc.tty, got, err, tc.want)
		}
	}
	if _, err := ColorMode("yes", func(string) string { return "" }, true); err == nil || !strings.Contains(err.Error(), "auto, always or never") {
		t.Errorf("error %v for a wrong flag", err)
	}
}
