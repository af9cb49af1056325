package process

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/article41/article41/checker/article"
	"github.com/article41/article41/checker/proposal"
)

// modeKey makes the test binary an extractor that behaves as its value says.
const modeKey = "ARTICLE41_TEST_EXTRACTOR"

func TestMain(m *testing.M) {
	if mode := os.Getenv(modeKey); mode != "" {
		extractor(mode)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// extractor is the program under test's other side.
func extractor(mode string) {
	if mode == "sleep" {
		time.Sleep(time.Hour)
	}
	if mode == "reads nothing" {
		fmt.Printf(`{"protocol":%q,"doc":"","claims":[]}`+"\n", proposal.Protocol)
		return
	}
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		fmt.Fprintln(os.Stderr, "no line:", err)
		os.Exit(9)
	}
	var req request
	if err := json.Unmarshal([]byte(line), &req); err != nil {
		fmt.Fprintln(os.Stderr, "bad line:", err)
		os.Exit(9)
	}
	claims := []map[string]any{{
		"sentences": []int{req.Sentences[0].Number}, "quote": req.Sentences[0].Text, "activity": "send_workers", "status": "asserted",
		"roles": []map[string]string{{"role": "sender", "value": "KP", "quote": "North Korea"}},
	}}
	say := func(protocol, doc string, claims any) {
		out, _ := json.Marshal(map[string]any{"protocol": protocol, "doc": doc, "claims": claims})
		fmt.Println(string(out))
	}
	child := func(mode string) *exec.Cmd {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), modeKey+"="+mode)
		c.Stdout = os.Stdout
		if err := c.Start(); err != nil {
			panic(err)
		}
		if f := os.Getenv("PIDFILE"); f != "" {
			_ = os.WriteFile(f, []byte(strconv.Itoa(c.Process.Pid)), 0o600)
		}
		return c
	}
	switch mode {
	case "answers":
		say(req.Protocol, req.Doc.ID, claims)
	case "panics":
		panic("lost it")
	case "exits with 3":
		say(req.Protocol, req.Doc.ID, claims)
		fmt.Fprintln(os.Stderr, "first\nthe model is away\x1b[2J")
		os.Exit(3)
	case "says nothing":
	case "no JSON":
		fmt.Println("claims: none")
	case "half":
		fmt.Print(`{"protocol":"` + req.Protocol + `","doc":"` + req.Doc.ID + `","claims":[{"quo`)
	case "another protocol":
		say("article41-extract/9", req.Doc.ID, claims)
	case "another document":
		say(req.Protocol, "d_0", claims)
	case "two answers":
		say(req.Protocol, req.Doc.ID, claims)
		say(req.Protocol, req.Doc.ID, claims)
	case "no list":
		say(req.Protocol, req.Doc.ID, nil)
	case "claims of a wrong form":
		say(req.Protocol, req.Doc.ID, []any{1, "x", nil, claims[0]})
	case "too many claims":
		say(req.Protocol, req.Doc.ID, slices.Repeat(claims, proposal.MaxClaims+1))
	case "an error":
		fmt.Printf(`{"protocol":%q,"doc":%q,"error":"cannot read\nthis language"}`, req.Protocol, req.Doc.ID)
	case "floods":
		for range 1000 {
			fmt.Print(strings.Repeat("x", 1<<16))
		}
	case "complains at length":
		for range 100 {
			fmt.Fprintln(os.Stderr, strings.Repeat("x", 1<<16))
		}
		say(req.Protocol, req.Doc.ID, claims)
	case "hangs":
		time.Sleep(time.Hour)
	case "hangs with a child":
		_ = child("sleep").Wait()
	case "leaves a child":
		child("sleep")
		say(req.Protocol, req.Doc.ID, claims)
	case "environment":
		fmt.Printf(`{"protocol":%q,"doc":%q,"error":%q}`, req.Protocol, req.Doc.ID, strings.Join(os.Environ(), " "))
	default:
		fmt.Fprintln(os.Stderr, "no such mode")
		os.Exit(9)
	}
}

func document(t testing.TB) *article.Document {
	t.Helper()
	doc, err := article.Read("story.txt", []byte("North Korea sent “workers” to Russia.\n\nA second one.\n"), article.Options{Published: "2023-05-12"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func program(t testing.TB, mode string, opts Options, env ...string) *Program {
	t.Helper()
	opts.Env = append(Environment(), modeKey+"="+mode)
	opts.Env = append(opts.Env, env...)
	p, err := New("'"+os.Args[0]+"' -test.run none", opts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnswers(t *testing.T) {
	for _, mode := range []string{"answers", "complains at length"} {
		got, err := program(t, mode, Options{}).Propose(t.Context(), document(t))
		if err != nil {
			t.Fatalf("%s: %v", mode, err)
		}
		if len(got.Claims) != 1 || got.Claims[0].Quote != "North Korea sent “workers” to Russia." || got.Claims[0].Roles[0].Value != "KP" {
			t.Errorf("%s: %+v", mode, got)
		}
	}
	got, err := program(t, "claims of a wrong form", Options{}).Propose(t.Context(), document(t))
	if err != nil || len(got.Claims) != 4 {
		t.Errorf("a claim of a wrong form costs itself only: %+v, %v", got, err)
	}
}

func TestMisbehaves(t *testing.T) {
	for mode, want := range map[string]string{
		"panics":           "exit status 2",
		"exits with 3":     "exit status 3: the model is away",
		"says nothing":     "without an answer",
		"no JSON":          "not valid JSON of the protocol",
		"half":             "not valid JSON of the protocol",
		"another protocol": `protocol "article41-extract/9"`,
		"another document": `document "d_0"`,
		"reads nothing":    `document ""`,
		"two answers":      "more than the one line",
		"no list":          `no list "claims"`,
		"too many claims":  "at most 500",
		"an error":         "it says: cannot read this language",
		"floods":           "longer than 100000 bytes",
		"leaves a child":   "kept its output open",
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			_, err := program(t, mode, Options{MaxOutput: 100_000, Timeout: 5 * time.Minute}).Propose(t.Context(), document(t))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Fatalf("got %v, want %q", err, want)
			}
			if strings.Contains(err.Error(), "/") && !strings.Contains(err.Error(), proposal.Protocol) {
				t.Errorf("the error shows a path: %v", err)
			}
		})
	}
}

// What hangs is stopped, with the processes that it started: by the time that one
// document has, and by the caller.
func TestHangs(t *testing.T) {
	pidfile := t.TempDir() + "/pid"
	_, err := program(t, "hangs", Options{Timeout: 50 * time.Millisecond}).Propose(t.Context(), document(t))
	if err == nil || !strings.Contains(err.Error(), "no answer within 50ms") {
		t.Errorf("got %v", err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := program(t, "hangs with a child", Options{Timeout: time.Hour}, "PIDFILE="+pidfile).Propose(ctx, document(t))
		done <- err
	}()
	var pid int
	for pid == 0 {
		data, _ := os.ReadFile(pidfile)
		pid, _ = strconv.Atoi(string(data))
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	for alive(pid) { // it never ends when the child was spared
		time.Sleep(time.Millisecond)
	}
}

func TestEnvironmentIsSmall(t *testing.T) {
	t.Setenv("ARTICLE41_LLM_API_KEY", "sk-secret")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "hush")
	_, err := program(t, "environment", Options{}).Propose(t.Context(), document(t))
	if err == nil || strings.Contains(err.Error(), "sk-secret") || strings.Contains(err.Error(), "hush") {
		t.Errorf("got %v", err)
	}
	for _, e := range Environment() {
		if name, _, _ := strings.Cut(e, "="); strings.Contains(name, "KEY") || strings.HasPrefix(name, "ARTICLE41") {
			t.Errorf("%s reaches the extractor", name)
		}
	}
}

func TestNew(t *testing.T) {
	for command, want := range map[string]string{"": "no program", "no-such-program-41 x": "not found", "'a": "not closed"} {
		if _, err := New(command, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", command, err, want)
		}
	}
	p := &Program{args: []string{`C:\Tools\find claims.exe`}}
	if got := p.Identity(); got.Program != "find claims" || got.Rule() != "exec:find claims" {
		t.Errorf("got %+v", got)
	}
}

func TestSplit(t *testing.T) {
	for command, want := range map[string][]string{
		"a b  c":                       {"a", "b", "c"},
		"\ta\n":                        {"a"},
		`a 'b c' "d 'e'"`:              {"a", "b c", "d 'e'"},
		`a '' x"y"z`:                   {"a", "", "xyz"},
		`C:\a\b.exe "C:\c d\e"`:        {`C:\a\b.exe`, `C:\c d\e`},
		`a $HOME;rm * | b > c & $(d)`:  {"a", "$HOME;rm", "*", "|", "b", ">", "c", "&", "$(d)"},
		"a 'it is \"quoted\"' 'b' 'c'": {"a", `it is "quoted"`, "b", "c"},
	} {
		got, err := Split(command)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q gives %q, %v; want %q", command, got, err, want)
		}
	}
	for _, command := range []string{"", " ", "a 'b", `a "b'`, "a\x00b", "'' a"} {
		if got, err := Split(command); err == nil {
			t.Errorf("%q gives %q", command, got)
		}
	}
}

// FuzzDecode: no answer makes it panic, and only one in the right form about the
// right document is taken.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"protocol":"article41-extract/1","doc":"d_1","claims":[{"sentences":[1],"quote":"x"}]}` + "\n"))
	f.Add([]byte(`{"protocol":"article41-extract/1","doc":"d_1","claims":[],"error":"x"}`))
	f.Add([]byte("{}\n{}"))
	f.Add([]byte(strings.Repeat("[", 10_001)))
	f.Fuzz(func(t *testing.T, out []byte) {
		claims, err := decode(out, "d_1")
		if err == nil && (!strings.Contains(string(out), "d_1") || len(claims) > proposal.MaxClaims) {
			t.Errorf("%q is taken as an answer", out)
		}
	})
}
