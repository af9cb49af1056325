//go:build stockopa

package policy_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// The opa command of the version in go.mod, evaluating the bundle from the
// command line and as a server. It has to be on the path or in OPA; CI builds
// it. Run with: go test -tags stockopa -run TestStockOPA ./checker/policy
func TestStockOPA(t *testing.T) {
	opa := os.Getenv("OPA")
	if opa == "" {
		opa = "opa"
	}
	file := filepath.Join(t.TempDir(), "article41.tar.gz")
	if err := os.WriteFile(file, writeBundle(t), 0o600); err != nil {
		t.Fatal(err)
	}
	e := realEngine(t)

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	server := exec.CommandContext(t.Context(), opa, "run", "--server", "--addr", address, "--skip-version-check", "--log-level", "error", "-b", file)
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		server.Process.Kill()
		server.Wait()
	}()
	ready := false
	for range 200 {
		if r, err := http.Get("http://" + address + "/health?bundles"); err == nil {
			r.Body.Close()
			if ready = r.StatusCode == http.StatusOK; ready {
				break
			}
		}
		<-time.After(50 * time.Millisecond)
	}
	if !ready {
		t.Fatal("the server does not become ready")
	}

	for i, in := range stockClaims() {
		input, err := e.InputJSON(in)
		if err != nil {
			t.Fatal(err)
		}
		want := outcome(evaluate(t, e, in))

		eval := exec.CommandContext(t.Context(), opa, "eval", "-b", file, "-I", "--format", "raw", "data.article41.result")
		eval.Stdin = bytes.NewReader(input)
		out, err := eval.Output()
		if err != nil {
			t.Fatalf("claim %d: opa eval: %v", i, err)
		}
		var a answer
		if err := json.Unmarshal(out, &a); err != nil {
			t.Fatalf("claim %d: %v in %s", i, err, out)
		}
		if got := a.outcome(); got != want {
			t.Errorf("%s: opa eval gives %s, the engine %s", in.Activity, got, want)
		}

		body, err := json.Marshal(map[string]json.RawMessage{"input": input})
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.Post("http://"+address+"/v1/data/article41/result", "application/json", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		given, err := io.ReadAll(r.Body)
		r.Body.Close()
		var reply struct{ Result answer }
		if err != nil || json.Unmarshal(given, &reply) != nil {
			t.Fatalf("claim %d: %v in %s", i, err, given)
		}
		if got := reply.Result.outcome(); got != want {
			t.Errorf("%s: the OPA server gives %s, the engine %s", in.Activity, got, want)
		}
	}
}
