package lists

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/article41/article41/checker/screen"
)

// un is a list in the UN's form with one individual per reference.
func un(date string, references ...string) string {
	var b strings.Builder
	b.WriteString(`<CONSOLIDATED_LIST dateGenerated="` + date + `T00:00:00Z"><INDIVIDUALS>`)
	for _, r := range references {
		b.WriteString(`<INDIVIDUAL><FIRST_NAME>NOVAK</FIRST_NAME><SECOND_NAME>` + r + `</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>` + r + `</REFERENCE_NUMBER><LISTED_ON>2010-01-01</LISTED_ON></INDIVIDUAL>`)
	}
	b.WriteString(`</INDIVIDUALS></CONSOLIDATED_LIST>`)
	return b.String()
}

func load(t *testing.T, s *Store, content string) Imported {
	t.Helper()
	done, err := s.Import(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func inUse(t *testing.T, s *Store) []*screen.List {
	t.Helper()
	all, err := s.Current()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestImport(t *testing.T) {
	s := At(filepath.Join(t.TempDir(), "deep", "lists"))
	if _, err := s.Current(); !errors.Is(err, ErrNone) {
		t.Errorf("an empty store gives %v, want ErrNone", err)
	}
	first := load(t, s, un("2026-01-01", "CDi.001", "CDi.002"))
	if !first.Current || first.Known || first.Replaced != "" {
		t.Errorf("first import: %+v", first)
	}
	if again := load(t, s, un("2026-01-01", "CDi.001", "CDi.002")); !again.Known || !again.Current {
		t.Errorf("the same file again: %+v", again)
	}
	second := load(t, s, un("2026-02-01", "CDi.002", "CDi.003"))
	if !second.Current || second.Replaced != first.List.SHA256 {
		t.Errorf("a later version: %+v", second)
	}
	if older := load(t, s, un("2025-06-01", "CDi.009")); older.Current {
		t.Errorf("an earlier version is used: %+v", older)
	}
	load(t, s, "name,imo,status\nMUN RYONG 7,9876555,designated\n")

	all := inUse(t, s)
	if len(all) != 2 || all[0].SHA256 != second.List.SHA256 || all[1].Source != screen.VesselList {
		t.Fatalf("in use: %+v", all)
	}
	gone, ok := all[0].Find("CDi.001")
	if !ok || gone.Until != "2026-01-01" {
		t.Errorf("the delisted entry is %+v, want it kept until the date of the last list that had it", gone)
	}
	if old, err := s.Version(first.List.SHA256[:12]); err != nil || len(old.Entries) != 2 || old.Entries[0].Until != "" {
		t.Errorf("the first version by its digest: %+v, %v", old, err)
	}
	status, err := s.Status()
	if err != nil || len(status) != 4 {
		t.Fatalf("%+v, %v", status, err)
	}
	if st := status[0]; !st.Current || st.Date != "2026-02-01" || st.Individuals != 2 || st.Former != 1 {
		t.Errorf("status of the list in use: %+v", st)
	}
	// Once more on the list: no longer former.
	load(t, s, un("2026-03-01", "CDi.001", "CDi.002", "CDi.003"))
	if e, _ := inUse(t, s)[0].Find("CDi.001"); e.Until != "" {
		t.Errorf("relisted and still %q", e.Until)
	}
}

func TestImportChangesNothingOnError(t *testing.T) {
	s := At(t.TempDir())
	good := load(t, s, un("2026-01-01", "CDi.001"))
	for name, content := range map[string]string{
		"empty":       "",
		"cut short":   un("2026-02-01", "CDi.001")[:150],
		"OFAC":        "<sdnList></sdnList>",
		"PDF":         "%PDF-1.7",
		"an archive":  "PK\x03\x04....",
		"JSON":        `{"list": []}`,
		"other table": "a,b\n1,2\n",
	} {
		if _, err := s.Import(strings.NewReader(content)); err == nil {
			t.Errorf("%s: imported", name)
		}
		if all := inUse(t, s); len(all) != 1 || all[0].SHA256 != good.List.SHA256 {
			t.Errorf("%s: the list in use changed", name)
		}
	}
	left, err := filepath.Glob(filepath.Join(s.dir, ".import-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestStoreAfterDamage(t *testing.T) {
	s := At(t.TempDir())
	done := load(t, s, un("2026-01-01", "CDi.001"))
	dir := filepath.Join(s.dir, done.List.SHA256)
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// An import that was killed leaves a temporary folder, which nobody sees.
	stale := filepath.Join(s.dir, ".import-1")
	if err := os.Mkdir(stale, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(stale, time.Time{}, time.Now().Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if all := inUse(t, s); len(all) != 1 {
		t.Errorf("%+v", all)
	}
	load(t, s, un("2026-01-01", "CDi.001"))
	if _, err := os.Stat(stale); err == nil {
		t.Error("the next import did not sweep it")
	}
	// A damaged copy of what was read is read anew from the source.
	for _, broken := range []string{"", "{", `{"form":99,"list":null}`, `{"form":1,"list":{"sha256":"x"}}`} {
		write(parsedFile, broken)
		if all := inUse(t, s); len(all[0].Entries) != 1 {
			t.Errorf("%q: %+v", broken, all[0])
		}
	}
	// A source that is not the file imported is refused.
	write(sourceFile, un("2026-01-01", "CDi.999"))
	if _, err := s.Current(); err == nil || !strings.Contains(err.Error(), "not the file that was imported") {
		t.Errorf("a changed source gives %v", err)
	}
	if st, err := s.Status(); err != nil || st[0].Problem == "" {
		t.Errorf("status: %+v, %v; want the problem", st, err)
	}
	// Importing the file again mends it.
	load(t, s, un("2026-01-01", "CDi.001"))
	if all := inUse(t, s); len(all[0].Entries) != 1 {
		t.Errorf("%+v", all[0])
	}
	if err := os.WriteFile(filepath.Join(s.dir, currentFile), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Current(); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a damaged %s gives %v", currentFile, err)
	}
}

func TestVersion(t *testing.T) {
	s := At(t.TempDir())
	load(t, s, un("2026-01-01", "CDi.001"))
	for digest, want := range map[string]string{
		"abc":                   "no digest",
		"../../etc":             "no digest",
		"00000000":              "no version",
		strings.Repeat("0", 64): "no version",
	} {
		if _, err := s.Version(digest); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", digest, err, want)
		}
	}
}

func TestCompare(t *testing.T) {
	read := func(content string) *screen.List {
		l, err := Read([]byte(content))
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	before := read(un("2026-01-01", "CDi.001", "CDi.002"))
	if d := Compare(before, read(un("2026-05-01", "CDi.001", "CDi.002"))); !d.Same() {
		t.Errorf("only the date of the file differs, got %+v", d)
	}
	changed := strings.Replace(un("2026-05-01", "CDi.002", "CDi.003"), "</SECOND_NAME>", "</SECOND_NAME><COMMENTS1>Deceased.</COMMENTS1>", 1)
	d := Compare(before, read(changed))
	if len(d.Added) != 1 || d.Added[0].Reference != "CDi.003" || len(d.Removed) != 1 || d.Removed[0].Reference != "CDi.001" || len(d.Changed) != 1 {
		t.Fatalf("%+v", d)
	}
	if f := d.Changed[0].Fields; len(f) != 1 || f[0].Name != "comments" || !slices.Equal(f[0].New, []string{"Deceased."}) {
		t.Errorf("%+v", f)
	}
}

func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	serve := func(path string, f http.HandlerFunc) { mux.HandleFunc(path, f) }
	serve("/good", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(un("2026-01-01", "CDi.001"))) })
	serve("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/good", http.StatusFound) })
	serve("/plain", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://"+r.Host+"/good", http.StatusFound)
	})
	serve("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	serve("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Write([]byte("<CONSOLIDATED_LIST"))
	})
	serve("/endless", func(w http.ResponseWriter, _ *http.Request) {
		block := bytes.Repeat([]byte(" "), 1<<20)
		for {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	serve("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := httptest.NewTLSServer(mux)
	defer server.Close()

	for _, path := range []string{"/good", "/moved"} {
		data, err := Fetch(t.Context(), server.URL+path, server.Client())
		if err != nil {
			t.Errorf("%s: %v", path, err)
		} else if _, err := Read(data); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	for path, want := range map[string]string{
		"/plain":   "not https",
		"/loop":    "again and again",
		"/missing": "404",
		"/short":   "broke off",
		"/endless": "larger than",
	} {
		if _, err := Fetch(t.Context(), server.URL+path, server.Client()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v, want %q", path, err, want)
		}
	}
	for _, address := range []string{"http://example.org/list.xml", "file:///etc/passwd", "list.xml", "https://", "::"} {
		if _, err := Fetch(t.Context(), address, server.Client()); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := Fetch(ctx, server.URL+"/slow", server.Client()); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled download gives %v", err)
	}
}
