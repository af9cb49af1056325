package catalog

import (
	"fmt"
	"strings"
)

const symbolPrefix = "S/RES/"

// Label is the provision as a reader cites it: "S/RES/2397 (2017), para. 8".
func (p Provision) Label() string { return p.Instrument + ", para. " + p.Paragraph }

// URN is the provision's stable identifier, "un:sc:res:2397:2017:op8". It uses
// the printed paragraph number; "8 (a) (i)" gives "op8-a-i".
func (p Provision) URN() string {
	number, year, _ := parseSymbol(p.Instrument)
	para := strings.NewReplacer(" (", "-", ")", "").Replace(p.Paragraph)
	return "un:sc:res:" + number + ":" + year + ":op" + para
}

// key is the short form that `law:` uses, "2397:8".
func (p Provision) key() string {
	number, _, _ := parseSymbol(p.Instrument)
	return number + ":" + p.Paragraph
}

// ParseProvision reads a citation of one paragraph in any form people write:
// "S/RES/2375 (2017), para. 17", "S/RES/2375 (2017) 17", "2375:17", "2375 op17"
// or a URN. The instrument comes back as "S/RES/2375 (2017)", or "S/RES/2375"
// when s names no year (Catalogue.Instrument takes both); the paragraph as
// "8 (a) (i)".
func ParseProvision(s string) (instrument, paragraph string, err error) {
	bad := func(what string) (string, string, error) {
		return "", "", fmt.Errorf("provision %q %s; write it like \"S/RES/2397 (2017), para. 8\" or \"2397:8\"", s, what)
	}
	if rest, ok := strings.CutPrefix(s, "un:sc:res:"); ok {
		f := strings.Split(rest, ":")
		if len(f) != 3 || !isNumber(f[0]) || !isYear(f[1]) || !strings.HasPrefix(f[2], "op") {
			return bad("is not a URN of a paragraph")
		}
		para := strings.Split(strings.TrimPrefix(f[2], "op"), "-")
		for i := 1; i < len(para); i++ {
			para[i] = "(" + para[i] + ")"
		}
		paragraph, ok := canonicalParagraph(strings.Join(para, " "))
		if !ok {
			return bad("has no paragraph number")
		}
		return symbolPrefix + f[0] + " (" + f[1] + ")", paragraph, nil
	}
	number, rest := cutDigits(cutPrefixFold(strings.TrimSpace(s), symbolPrefix))
	if number == "" {
		return bad("does not begin with a resolution")
	}
	instrument = symbolPrefix + number
	rest = strings.TrimLeft(rest, " ")
	if inner, after, ok := cutParens(rest); ok {
		if !isYear(inner) {
			return bad("has no year where one is expected")
		}
		instrument += " (" + inner + ")"
		rest = after
	}
	rest = strings.TrimLeft(rest, " ,:")
	for _, word := range []string{"paragraph", "para.", "para", "op", "¶"} {
		if after := cutPrefixFold(rest, word); after != rest {
			rest = strings.TrimLeft(after, " ")
			break
		}
	}
	paragraph, ok := canonicalParagraph(rest)
	if !ok {
		return bad("has no paragraph number")
	}
	return instrument, paragraph, nil
}

// parseSymbol reads "S/RES/2397 (2017)", "S/RES/2397(2017)", "S/RES/2397" or
// "2397"; year is "" when s has none.
func parseSymbol(s string) (number, year string, ok bool) {
	number, rest := cutDigits(strings.TrimPrefix(s, symbolPrefix))
	if number == "" || rest == "" {
		return number, "", number != ""
	}
	year, after, ok := cutParens(strings.TrimPrefix(rest, " "))
	return number, year, ok && after == "" && isYear(year)
}

// canonicalParagraph turns "8(a)(i)" and "8 (a) (i)" into the latter.
func canonicalParagraph(s string) (string, bool) {
	out, rest := cutDigits(strings.TrimSpace(s))
	if out == "" {
		return "", false
	}
	for rest = strings.TrimLeft(rest, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
		inner, after, ok := cutParens(rest)
		if !ok || inner == "" || strings.Trim(inner, "abcdefghijklmnopqrstuvwxyz") != "" {
			return "", false
		}
		out += " (" + inner + ")"
		rest = after
	}
	return out, true
}

// cutDigits splits off a leading positive number without leading zeros.
func cutDigits(s string) (digits, rest string) {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || s[0] == '0' {
		return "", s
	}
	return s[:n], s[n:]
}

func cutParens(s string) (inner, rest string, ok bool) {
	if !strings.HasPrefix(s, "(") {
		return "", s, false
	}
	return strings.Cut(s[1:], ")")
}

func cutPrefixFold(s, prefix string) string {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):]
	}
	return s
}

func isNumber(s string) bool {
	digits, rest := cutDigits(s)
	return digits != "" && rest == ""
}

func isYear(s string) bool { return len(s) == 4 && isNumber(s) }
