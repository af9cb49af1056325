package report

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// commandLine is a workflow command as the runner of GitHub Actions reads it:
// properties up to the second "::", split at commas and at the first "=".
var commandLine = regexp.MustCompile(`^::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::(.*)$`)

type command struct {
	name, message string
	properties    map[string]string
}

func readCommands(t *testing.T, out string) []command {
	t.Helper()
	var all []command
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		m := commandLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a command: %q", line)
		}
		c := command{name: m[1], properties: map[string]string{}, message: strings.NewReplacer("%0A", "\n", "%0D", "\r", "%25", "%").Replace(m[3])}
		for _, p := range strings.Split(m[2], ",") {
			name, value, _ := strings.Cut(p, "=")
			if _, twice := c.properties[name]; twice {
				t.Errorf("%s stands twice in %q", name, line)
			}
			c.properties[name] = strings.NewReplacer("%0A", "\n", "%0D", "\r", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
		all = append(all, c)
	}
	return all
}

func TestGitHubCommands(t *testing.T) {
	r := machineReport(t)
	commands := readCommands(t, string(render(t, WriteGitHub, r, Options{})))
	if n := len(r.Findings) - 2 + len(r.Failures) + 1 + 1; len(commands) != n {
		t.Fatalf("%d commands, want %d", len(commands), n)
	}
	first, coast, page, last := commands[0], commands[1], commands[2], commands[len(commands)-1]
	at := r.Findings[1].Evidence[0]
	quote := at.Exact()
	if want := map[string]string{
		"file": "harbour.txt", "line": strconv.Itoa(at.Line), "col": strconv.Itoa(at.Column), "endLine": strconv.Itoa(at.Line),
		"endColumn": strconv.Itoa(at.Column + len([]rune(quote)) - 1), "title": "high: DPRK nationals earning income abroad: repatriation [dprk-labour-repatriation]",
	}; first.name != "error" || !sameStrings(first.properties, want) {
		t.Errorf("got %+v, want %v", first, want)
	}
	if !strings.Contains(first.message, "\n\""+quote+"\"\n") || !strings.Contains(first.message, "Law: S/RES/2397 (2017), para. 8 (") || !strings.Contains(first.message, Notice) {
		t.Errorf("message %q", first.message)
	}
	// Over two lines there are no columns; the name comes through.
	if p := coast.properties; p["file"] != "articles/coast one, 100%.txt" || p["line"] != "3" || p["endLine"] != "4" || p["col"]+p["endColumn"] != "" {
		t.Errorf("over two lines: %v", p)
	}
	if page.name != "warning" || page.properties["line"] != "" || !strings.Contains(page.message, "Line 3, column 51 of the extracted text") {
		t.Errorf("of a page: %+v", page)
	}
	if !strings.Contains(first.message, "\ncontradicting passage (line "+strconv.Itoa(r.Findings[1].Evidence[1].Line)+"): \"Moscow has denied") {
		t.Errorf("the denial is not in %q", first.message)
	}
	if unread := commands[len(commands)-2]; unread.name != "error" || unread.properties["title"] != "Not read" || unread.properties["file"] != "articles/inland.html" ||
		unread.message != "articles/inland.html: sentences 4 to 6 were not read" {
		t.Errorf("not read: %+v", unread)
	}
	if failure := commands[len(commands)-3]; failure.name != "error" || failure.properties["file"] != "scan.pdf" || failure.properties["line"] != "" {
		t.Errorf("failure %+v", failure)
	}
	if last.name != "notice" || last.properties["file"] != "" || !strings.Contains(last.message, "4 flags for review") || !strings.Contains(last.message, "; 1 claim of the extractor rejected.") || !strings.Contains(last.message, Notice) {
		t.Errorf("closing %+v", last)
	}
}

func sameStrings(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func TestGitHubLevels(t *testing.T) {
	for severity, want := range map[string]string{"critical": "error", "high": "error", "medium": "warning", "low": "notice", "info": "notice", "new word": "error"} {
		if got := githubLevel(severity); got != want {
			t.Errorf("%s gives %s, want %s", severity, got, want)
		}
	}
}

// Standard input is no file of the repository.
func TestGitHubStandardInput(t *testing.T) {
	r, _ := labourReport(t)
	r.Documents[0].Name = "-"
	if p := readCommands(t, string(render(t, WriteGitHub, r, Options{})))[0].properties; p["file"]+p["line"] != "" {
		t.Errorf("properties %v", p)
	}
}

// TestGitHubHostile: whatever an article says, it stays inside its own command.
func TestGitHubHostile(t *testing.T) {
	r := hostileReport(t)
	commands := readCommands(t, string(render(t, WriteGitHub, r, Options{ShowSuppressed: true})))
	if len(commands) != len(r.Findings)+len(r.Failures)+1 {
		t.Errorf("%d commands", len(commands))
	}
	for _, c := range commands {
		for name := range c.properties {
			if !strings.Contains(" file line col endLine endColumn title ", " "+name+" ") {
				t.Errorf("the article sets the property %q", name)
			}
		}
	}
	c := readCommands(t, "::notice "+"title="+commandProperty.Replace("a%3A::error file=x,line=1::b")+"::"+commandData.Replace("100%0A\r\n::error::x")+"\n")[0]
	if c.properties["title"] != "a%3A::error file=x,line=1::b" || c.message != "100%0A\r\n::error::x" {
		t.Errorf("escaping changes the text: %+v", c)
	}
}
