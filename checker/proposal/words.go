package proposal

import (
	"fmt"
	"strings"
	"unicode"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// words shows a slug as words.
func words(slug string) string { return clip(strings.ReplaceAll(slug, "_", " "), 60) }

// oneLine joins the lines of an error.
func oneLine(err error) string {
	return clip(strings.Join(strings.Fields(err.Error()), " "), 400)
}

// clip shortens to n code points.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

// listed names sentences.
func listed(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf("sentence %d", numbers[0])
	}
	var out []string
	for _, n := range numbers {
		out = append(out, fmt.Sprint(n))
	}
	return "sentences " + strings.Join(out, ", ")
}

func listOf(list []string) string { return strings.Join(list, ", ") }
