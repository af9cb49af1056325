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
func words(slug string) string { return Clip(strings.ReplaceAll(slug, "_", " "), 59) }

// oneLine joins the lines of an error.
func oneLine(err error) string {
	return Clip(strings.Join(strings.Fields(err.Error()), " "), 399)
}

// Clip keeps the first n code points of foreign text that a message or a report
// repeats, and "…" for the rest.
func Clip(s string, n int) string {
	count := 0
	for i := range s {
		if count == n {
			return s[:i] + "…"
		}
		count++
	}
	return s
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
