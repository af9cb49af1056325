package report

import "fmt"

// ColorMode decides whether text output is coloured. In order: flag (the
// value of --color: "always", "never", or "auto" and "" to go on), FORCE_COLOR,
// NO_COLOR, TERM=dumb, and whether the output is a terminal. FORCE_COLOR=0
// means no, as it does elsewhere; an empty variable means nothing.
func ColorMode(flag string, env func(string) string, tty bool) (bool, error) {
	switch flag {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "", "auto":
	default:
		return false, fmt.Errorf("--color %q: use auto, always or never", flag)
	}
	if force := env("FORCE_COLOR"); force != "" {
		return force != "0" && force != "false", nil
	}
	if env("NO_COLOR") != "" || env("TERM") == "dumb" {
		return false, nil
	}
	return tty, nil
}

// style is the parameter of an ANSI "select graphic rendition" sequence.
type style string

const (
	plain style = ""
	bold  style = "1"
	faint style = "2"
)

// severityStyle colours a severity; its word is always printed as well.
func severityStyle(severity string) style {
	switch severity {
	case "critical":
		return "1;35"
	case "high":
		return "1;31"
	case "medium":
		return "1;33"
	case "low":
		return "1;36"
	}
	return bold
}

func paint(on bool, st style, s string) string {
	if !on || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}
