package process

import (
	"errors"
	"strings"
)

// Split cuts a command line into arguments. No shell reads it: blanks separate
// arguments, single or double quotes keep what is between them together, and no
// other character means anything. A backslash is an ordinary one, as in the paths
// of Windows; an argument with one kind of quote is put into the other kind.
func Split(command string) ([]string, error) {
	var args []string
	var word strings.Builder
	begun := false // "" is an argument too
	quote := rune(0)
	for _, r := range command {
		switch {
		case r == 0:
			return nil, errors.New("the command has a NUL character in it")
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, begun = r, true
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if begun {
				args = append(args, word.String())
				word.Reset()
			}
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quotation mark of the command is not closed")
	}
	if begun {
		args = append(args, word.String())
	}
	if len(args) == 0 || args[0] == "" {
		return nil, errors.New("the command names no program")
	}
	return args, nil
}
