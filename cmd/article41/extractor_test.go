package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/article41/article41/checker/report"
)

// extractorKey makes the test binary an extractor that behaves as its value says.
const extractorKey = "ARTICLE41_TEST_EXTRACTOR"

func TestMain(m *testing.M) {
	if mode := os.Getenv(extractorKey); mode != "" {
		actAsExtractor(mode)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// actAsExtractor claims that the first sentence speaks of workers sent; or it
// gives the answer of a file and keeps the request in another.
func actAsExtractor(mode string) {
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		panic(err)
	}
	var req struct {
		Protocol  string
		Doc       struct{ ID string }
		Sentences []struct{ Text string }
	}
	if err := json.Unmarshal([]byte(line), &req); err != nil {
		panic(err)
	}
	text := strings.TrimSuffix(req.Sentences[0].Text, ".")
	if folder, ok := strings.CutPrefix(mode, "docs "); ok {
		if err := os.WriteFile(filepath.Join(folder, "request.json"), []byte(line), 0o600); err != nil {
			panic(err)
		}
		data, err := os.ReadFile(filepath.Join(folder, "answer.json"))
		if err != nil {
			panic(err)
		}
		var out bytes.Buffer
		if err := json.Compact(&out, data); err != nil {
			panic(err)
		}
		fmt.Println(out.String())
		return
	}
	if strings.Contains(text, "weather") {
		fmt.Fprintln(os.Stderr, "no model for the weather")
		os.Exit(7)
	}
	status := "alleged"
	if mode == "asserts" {
		status = "asserted"
	}
	claim := map[string]any{
		"sentences": []int{1}, "quote": text, "activity": "send_workers", "status": status,
		"roles": []any{map[string]string{"role": "sender", "value": "KP", "quote": "North Korea"}, map[string]string{"role": "host", "value": "RU", "quote": "Russia"}},
	}
	out, err := json.Marshal(map[string]any{"protocol": req.Protocol, "doc": req.Doc.ID, "claims": []any{claim}})
	if err != nil {
		panic(err)
	}
	fmt.Println(string(out))
}

func extractorCommand(t *testing.T, mode string) string {
	t.Helper()
	if _, err := exec.LookPath("env"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no env to set a variable with")
	}
	return fmt.Sprintf("exec:env '%s=%s' '%s'", extractorKey, mode, os.Args[0])
}

func reportIn(t *testing.T, data string) *report.Report {
	t.Helper()
	r, err := report.ReadJSON(strings.NewReader(data))
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return r
}

func TestExecExtractor(t *testing.T) {
	by := extractorCommand(t, "alleges")
	folder(t, map[string]string{"a.txt": breach, "calm.txt": calm, "b.txt": breach})
	r := world{}.run(t, "check", "--extractor", by, "-f", "json", "a.txt", "calm.txt", "b.txt")
	rep := reportIn(t, r.out)
	if r.code != exitIncomplete || len(rep.Documents) != 2 || len(rep.Failures) != 1 || len(rep.Findings) == 0 {
		t.Errorf("exit code %d, %d documents, %d failures, %d findings\n%s", r.code, len(rep.Documents), len(rep.Failures), len(rep.Findings), r.err)
	}
	if x := rep.Failures[0]; x.Name != "calm.txt" || x.Error != "extractor env: it ended with exit status 7: no model for the weather" {
		t.Errorf("%+v", x)
	}
	if x := rep.Run.Extractor; x == nil || *x != (report.Extractor{Name: "exec", Program: "env"}) {
		t.Errorf("extractor %+v", x)
	}
	if rule := rep.Claims[0].Extraction.Rule; rule != "exec:env" {
		t.Errorf("rule %q", rule)
	}
	if again := (world{}).run(t, "check", "--extractor", by, "-f", "json", "a.txt", "calm.txt", "b.txt"); again.out != r.out {
		t.Error("two runs differ")
	}

	// A claims file needs no extractor, and a rejected claim no failure.
	by = extractorCommand(t, "asserts")
	r = world{}.run(t, "check", "--extractor", by, "a.txt")
	if r.code != exitDone || !strings.Contains(r.out, "1 claim of the extractor rejected") || !strings.Contains(r.out, "the status \"asserted\" is stronger than") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
	r = world{}.run(t, "extract", "--extractor", by, "a.txt")
	if r.code != exitDone || !strings.Contains(r.out, "claims: []") || !strings.Contains(r.err, "a.txt: a claim was rejected (status_too_strong)") {
		t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
	}
}

func TestExtractedByAProgramChecksTheSame(t *testing.T) {
	by := extractorCommand(t, "alleges")
	folder(t, map[string]string{"a.txt": breach})
	direct := world{}.run(t, "check", "--extractor", by, "-f", "concise", "a.txt")
	if r := (world{}).run(t, "extract", "--extractor", by, "a.txt", "-o", "a.claims.yaml"); r.code != exitDone {
		t.Fatalf("exit code %d\n%s", r.code, r.err)
	}
	again := world{}.run(t, "check", "-f", "concise", "a.claims.yaml")
	if direct.code != exitFindings || direct.out != again.out {
		t.Errorf("%s\n%s", direct.out, again.out)
	}
}

// model is a server that answers about sentence 1 and fails for articles that
// speak of the weather.
func model(t *testing.T, asked *atomic.Int32) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		var q struct{ Messages []struct{ Content string } }
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		if strings.Contains(q.Messages[1].Content, "weather") {
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprintf(w, `{"error":{"message":"no access for %s"}}`, r.Header.Get("Authorization"))
			return
		}
		content := fmt.Sprintf(`{"claims":[
			{"sentences":[1],"quote":"North Korea has sent hundreds of workers to Russia","activity":"send_workers","status":"alleged",
			 "roles":[{"role":"sender","value":"KP","quote":"North Korea"},{"role":"host","value":"RU","quote":"Russia"}]},
			{"sentences":[1],"quote":"Kim said: %s","activity":"send_workers","status":"asserted"}]}`, r.Header.Get("Authorization"))
		data, _ := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": content}}}})
		_, _ = w.Write(data)
	}))
	t.Cleanup(s.Close)
	return s
}

func TestLLMExtractor(t *testing.T) {
	folder(t, map[string]string{"a.txt": breach, "calm.txt": calm})
	var asked atomic.Int32
	s := model(t, &asked)
	const key = "sk-41-never-shown"
	w := world{env: map[string]string{envURL: s.URL, envModel: "small", envKey: key}}
	args := []string{"check", "--extractor", "llm", "--llm-cache", "cache", "-f", "json", "-f", "pretty=pretty.txt", "-f", "concise=concise.txt", "a.txt", "calm.txt"}
	r := w.run(t, args...)
	rep := reportIn(t, r.out)
	if r.code != exitIncomplete || len(rep.Findings) == 0 || len(rep.Failures) != 1 || len(rep.Ungrounded) != 1 || rep.Summary.Ungrounded != 1 {
		t.Errorf("exit code %d, %d findings, failures %+v, ungrounded %+v\n%s", r.code, len(rep.Findings), rep.Failures, rep.Ungrounded, r.err)
	}
	if x := rep.Run.Extractor; x == nil || x.Name != "llm" || x.Model != "small" || len(x.PromptSHA256) != 64 {
		t.Errorf("extractor %+v", x)
	}
	first := asked.Load()
	again := w.run(t, args...)
	if again.out != r.out {
		t.Error("two runs differ")
	}
	if asked.Load() != first+1 { // only the article that was refused
		t.Errorf("asked %d times, then %d more", first, asked.Load()-first)
	}
	everything := r.out + r.err
	if err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		everything += string(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(everything, key) {
		t.Error("the key is in the output or in a file")
	}
	if !strings.Contains(everything, "[key]") {
		t.Error("the server's echo of the key did not come through: this test shows nothing")
	}
}

// Nothing is sent unless it is asked for, whatever the environment holds.
func TestNothingIsSentUnasked(t *testing.T) {
	folder(t, map[string]string{"a.txt": breach})
	var asked atomic.Int32
	s := model(t, &asked)
	w := world{env: map[string]string{envURL: s.URL, envModel: "small", envKey: "sk-41"}}
	for _, args := range []string{"check a.txt", "extract a.txt", "parse a.txt", "check --extractor builtin a.txt"} {
		w.run(t, strings.Fields(args)...)
	}
	if asked.Load() != 0 {
		t.Errorf("the model was asked %d times", asked.Load())
	}
	if r := w.run(t, "check", "-f", "json", "a.txt"); *reportIn(t, r.out).Run.Extractor != (report.Extractor{Name: "builtin"}) {
		t.Error("the report does not name the built-in extractor")
	}
}

func TestPartlyReadIsIncomplete(t *testing.T) {
	folder(t, map[string]string{"long.txt": breach + "\n" + strings.Repeat("It rained again that day, and people stayed at home. ", 400) + "\n\nThe weather was fine.\n"})
	var asked atomic.Int32
	s := model(t, &asked)
	w := world{env: map[string]string{envURL: s.URL, envModel: "small"}}
	for _, args := range []string{"check --extractor llm --llm-cache none -f json long.txt", "extract --extractor llm --llm-cache none long.txt"} {
		r := w.run(t, strings.Fields(args)...)
		if r.code != exitIncomplete || !strings.Contains(r.err, "long.txt: sentence") || !strings.Contains(r.err, "not read: the server answered 403") {
			t.Errorf("%s: exit code %d\n%s", args, r.code, r.err)
		}
		if !strings.Contains(r.out, "hundreds of workers") {
			t.Errorf("%s: what was read is lost\n%s", args, r.out)
		}
	}
}

func TestExtractorFlags(t *testing.T) {
	folder(t, map[string]string{"a.txt": breach, "file": ""})
	env := map[string]string{envKey: "sk-41-never-shown"}
	for _, tc := range []struct{ args, want string }{
		{"--extractor magic", "builtin, exec:COMMAND, llm"},
		{"--extractor exec:", "names no program"},
		{"--extractor exec:no-such-program-41", "not found"},
		{"--extractor exec:'a", "not closed"},
		{"--extractor llm", "no address is given; see --llm-url"},
		{"--extractor llm --llm-url http://example.org", "https://"},
		{"--extractor llm --llm-url https://example.org", "no model is named"},
		{"--extractor llm --llm-url https://example.org --llm-model m --llm-cache file", "--llm-cache"},
		{"--llm-model m", "belongs to --extractor llm"},
		{"--llm-url http://localhost --extractor exec:env", "belongs to --extractor llm"},
		{"--extractor-timeout 5s", "belongs to"},
		{"--extractor exec:env --extractor-timeout -5s", "more than nothing"},
	} {
		for _, command := range []string{"check", "extract"} {
			r := world{env: env}.run(t, append([]string{command, "a.txt"}, strings.Fields(tc.args)...)...)
			if r.code != exitUsage || !strings.Contains(r.err, tc.want) || strings.Contains(r.err, "sk-41") {
				t.Errorf("%s %s: exit code %d, %s", command, tc.args, r.code, r.err)
			}
		}
	}
	r := world{env: env}.run(t, "check", "a.txt", "--why-not", "dprk-labour-repatriation", "--extractor", "llm", "--llm-url", "http://localhost:1", "--llm-model", "m", "--llm-cache", "none")
	if r.code != exitUsage || !strings.Contains(r.err, "built-in extractor") {
		t.Errorf("--why-not: exit code %d, %s", r.code, r.err)
	}
}
