// Package lists keeps the sanctions lists of this machine: it imports a user's own
// download, holds every version by the digest of its file, so that an old run can be
// verified, and says which version is current. Package screen reads the files.
//
// It imports screen and nothing else of the project's.
package lists

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/article41/article41/checker/screen"
)

// Names within the folder. Each version has a folder named by the SHA-256 of its
// file; temporary ones begin with a dot.
const (
	currentFile = "current.json"
	sourceFile  = "source"    // the file as imported
	parsedFile  = "list.json" // what was read from it
	// form of list.json and current.json; another one is read anew from the source.
	form = 1
)

// ErrNone is returned when no list has been imported.
var ErrNone = errors.New("no list has been imported: download the Consolidated List as XML from https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list and run article41 lists import FILE")

// Store is a folder of lists.
type Store struct{ dir string }

// At is the store in a folder, which need not exist.
func At(dir string) *Store { return &Store{dir} }

// ErrNoHome is returned where the environment names no folder of the user's.
var ErrNoHome = errors.New("the user's data folder is not known; set ARTICLE41_DATA")

// DefaultDir is the folder for lists in $ARTICLE41_DATA, or else in the user's data
// folder. env gives variables of the environment, as os.Getenv does.
func DefaultDir(env func(string) string) (string, error) {
	under := func(dir string, more ...string) (string, error) {
		return filepath.Join(append([]string{dir}, more...)...), nil
	}
	if dir := env("ARTICLE41_DATA"); dir != "" {
		return under(dir, "lists")
	}
	if dir := env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return under(dir, "article41", "lists")
	}
	home := env("HOME")
	switch runtime.GOOS {
	case "windows":
		if dir := env("LocalAppData"); dir != "" {
			return under(dir, "article41", "lists")
		}
	case "darwin":
		if home != "" {
			return under(home, "Library", "Application Support", "article41", "lists")
		}
	}
	if home == "" {
		return "", ErrNoHome
	}
	return under(home, ".local", "share", "article41", "lists")
}

// current says which version of each source is in use, and which entries earlier
// versions had and it has no longer.
type current struct {
	Form  int                     `json:"form"`
	Lists map[string]currentEntry `json:"lists"`
}

type currentEntry struct {
	SHA256 string         `json:"sha256"`
	Former []screen.Entry `json:"former,omitempty"` // with Until, the date of the last version that had them
	Since  string         `json:"since,omitempty"`  // date of the oldest version that Former was taken from
}

// Imported tells what an import did.
type Imported struct {
	List     *screen.List
	Known    bool   // this file was imported before
	Current  bool   // it is the version in use now
	Replaced string // digest of the version that was in use before, "" if there was none or it stays
}

// Read reads a list of either form from its bytes: XML is the Consolidated List, all
// else a vessel list.
func Read(data []byte) (*screen.List, error) {
	if len(data) > screen.MaxListBytes {
		return nil, screen.ErrTooLarge
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(start) == 0:
		return nil, errors.New("the file is empty")
	case start[0] == '<':
		return screen.ReadUN(bytes.NewReader(data))
	case bytes.HasPrefix(start, []byte("PK\x03\x04")), bytes.HasPrefix(start, []byte("\x1f\x8b")):
		return nil, errors.New("the file is an archive; unpack it and import what is in it")
	case bytes.HasPrefix(start, []byte("%PDF")):
		return nil, errors.New("the file is a PDF; the list is published as XML too, import that")
	case start[0] == '{' || start[0] == '[':
		return nil, errors.New("the file is JSON; the Consolidated List is published as XML, vessel lists are CSV or TSV")
	}
	return screen.ReadVessels(bytes.NewReader(data))
}

// readFrom reads a list and gives its bytes too.
func readFrom(r io.Reader) (*screen.List, []byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, screen.MaxListBytes+1))
	if err != nil {
		return nil, nil, err
	}
	list, err := Read(data)
	return list, data, err
}

// Import reads a list, stores it, and makes it the version in use if no later one of
// its source is. A file that cannot be read changes nothing.
func (s *Store) Import(r io.Reader) (Imported, error) {
	list, data, err := readFrom(r)
	if err != nil {
		return Imported{}, err
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return Imported{}, err
	}
	s.sweep()
	out := Imported{List: list}
	if _, err := s.Version(list.SHA256); err == nil {
		out.Known = true
	} else if err := s.keep(list, data); err != nil {
		return Imported{}, fmt.Errorf("storing the list: %w", err)
	}
	now, err := s.current()
	if err != nil {
		return Imported{}, err
	}
	before := now.Lists[list.Source]
	if before.SHA256 == list.SHA256 {
		out.Current = true
		return out, nil
	}
	if before.SHA256 != "" {
		old, err := s.Version(before.SHA256)
		if err != nil {
			return Imported{}, fmt.Errorf("the version in use until now: %w", err)
		}
		// A vessel list has no date of its own: the one imported last is in use.
		if list.Source == screen.UNConsolidated && list.Date < old.Date {
			return out, nil
		}
		out.Replaced = before.SHA256
		former, since := formerEntries(list, old, before)
		now.Lists[list.Source] = currentEntry{SHA256: list.SHA256, Former: former, Since: since}
	} else {
		now.Lists[list.Source] = currentEntry{SHA256: list.SHA256}
	}
	out.Current = true
	return out, s.write(currentFile, now)
}

// formerEntries are those that old or its former ones had and list has not.
func formerEntries(list, old *screen.List, before currentEntry) ([]screen.Entry, string) {
	on := make(map[string]bool, len(list.Entries))
	for i := range list.Entries {
		on[list.Entries[i].Reference] = true
	}
	var out []screen.Entry
	for _, e := range before.Former {
		if !on[e.Reference] {
			out = append(out, e)
		}
	}
	for _, e := range old.Entries {
		if !on[e.Reference] {
			if e.Kind != screen.Vessel {
				e.Until = cmp.Or(e.Until, old.Date)
			} else {
				e.Status = screen.StatusRemoved
			}
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b screen.Entry) int { return cmp.Compare(a.Reference, b.Reference) })
	return out, cmp.Or(before.Since, old.Date)
}

// keep stores a version: all of it or nothing.
func (s *Store) keep(list *screen.List, data []byte) error {
	parsed, err := encode(list)
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(s.dir, ".import-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // what is left is swept by the next import
	for name, content := range map[string][]byte{sourceFile: data, parsedFile: parsed} {
		if err := writeSynced(filepath.Join(tmp, name), content); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	to := filepath.Join(s.dir, list.SHA256)
	if err := os.RemoveAll(to); err != nil { // a version that could not be read
		return err
	}
	return os.Rename(tmp, to)
}

// sweep removes what imports that were interrupted have left.
func (s *Store) sweep() {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), ".import-") && time.Since(info.ModTime()) > time.Hour {
			os.RemoveAll(filepath.Join(s.dir, e.Name())) //nolint:errcheck // tried again next time
		}
	}
}

func (s *Store) current() (current, error) {
	now := current{Form: form, Lists: map[string]currentEntry{}}
	data, err := os.ReadFile(filepath.Join(s.dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return now, nil
	}
	if err != nil {
		return now, err
	}
	if err := json.Unmarshal(data, &now); err != nil || now.Form != form || now.Lists == nil {
		return now, fmt.Errorf("%s is damaged or of another version of the program; remove it and import the lists again", filepath.Join(s.dir, currentFile))
	}
	return now, nil
}

func (s *Store) write(name string, v any) error {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(s.dir, ".import-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) //nolint:errcheck // renamed in the good case
	_, err = tmp.Write(append(data, '\n'))
	err = errors.Join(err, tmp.Sync(), tmp.Chmod(0o644), tmp.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), filepath.Join(s.dir, name))
}

func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// parsed is list.json.
type parsed struct {
	Form int          `json:"form"`
	List *screen.List `json:"list"`
}

func encode(list *screen.List) ([]byte, error) { return json.Marshal(parsed{form, list}) }

// Version returns a stored version by its digest or the first digits of it, eight at
// least.
func (s *Store) Version(digest string) (*screen.List, error) {
	digest = strings.ToLower(digest)
	if len(digest) < 8 || strings.Trim(digest, "0123456789abcdef") != "" {
		return nil, fmt.Errorf("%q is no digest; give eight or more of its hexadecimal digits", digest)
	}
	if len(digest) < sha256.Size*2 {
		all, err := s.versions()
		if err != nil {
			return nil, err
		}
		all = slices.DeleteFunc(all, func(v string) bool { return !strings.HasPrefix(v, digest) })
		switch len(all) {
		case 0:
			return nil, fmt.Errorf("no version of a list with the digest %s is stored", digest)
		case 1:
			digest = all[0]
		default:
			return nil, fmt.Errorf("%d versions have digests that begin with %s; give more digits", len(all), digest)
		}
	}
	return s.load(digest)
}

func (s *Store) load(digest string) (*screen.List, error) {
	dir := filepath.Join(s.dir, digest)
	if data, err := os.ReadFile(filepath.Join(dir, parsedFile)); err == nil {
		var p parsed
		if json.Unmarshal(data, &p) == nil && p.Form == form && p.List != nil && p.List.SHA256 == digest && len(p.List.Entries) > 0 {
			return p.List, nil
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, sourceFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no version of a list with the digest %s is stored", digest)
	}
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != digest {
		return nil, fmt.Errorf("%s is not the file that was imported; remove the folder and import the list again", filepath.Join(dir, sourceFile))
	}
	return Read(data)
}

func (s *Store) versions() ([]string, error) {
	entries, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() && len(e.Name()) == sha256.Size*2 {
			out = append(out, e.Name())
		}
	}
	return out, nil
}

// Current are the lists in use, the Consolidated List first. Entries that earlier
// versions had follow the others, with the date until which they were seen. ErrNone
// when there is none.
func (s *Store) Current() ([]*screen.List, error) {
	now, err := s.current()
	if err != nil {
		return nil, err
	}
	var out []*screen.List
	for _, source := range []string{screen.UNConsolidated, screen.VesselList} {
		c, ok := now.Lists[source]
		if !ok {
			continue
		}
		l, err := s.load(c.SHA256)
		if err != nil {
			return nil, err
		}
		l.Entries = append(l.Entries, c.Former...)
		out = append(out, l)
	}
	if len(out) == 0 {
		return nil, ErrNone
	}
	return out, nil
}

// Status is one stored version.
type Status struct {
	Source      string   `json:"source"`
	Date        string   `json:"date"`
	SHA256      string   `json:"sha256"`
	Current     bool     `json:"current"`
	Individuals int      `json:"individuals"`
	Entities    int      `json:"entities"`
	Vessels     int      `json:"vessels"`
	Former      int      `json:"former,omitempty"` // entries of earlier versions that are kept as delisted
	Notes       []string `json:"notes,omitempty"`
	Problem     string   `json:"problem,omitempty"` // why the version cannot be read
}

// Status lists the stored versions, by source, the latest first.
func (s *Store) Status() ([]Status, error) {
	now, err := s.current()
	if err != nil {
		return nil, err
	}
	all, err := s.versions()
	if err != nil {
		return nil, err
	}
	var out []Status
	for _, digest := range all {
		l, err := s.load(digest)
		if err != nil {
			out = append(out, Status{SHA256: digest, Problem: err.Error()})
			continue
		}
		st := Status{Source: l.Source, Date: l.Date, SHA256: digest, Current: now.Lists[l.Source].SHA256 == digest, Notes: l.Notes}
		if st.Current {
			st.Former = len(now.Lists[l.Source].Former)
		}
		for i := range l.Entries {
			switch l.Entries[i].Kind {
			case screen.Individual:
				st.Individuals++
			case screen.Entity:
				st.Entities++
			case screen.Vessel:
				st.Vessels++
			}
		}
		out = append(out, st)
	}
	slices.SortFunc(out, func(a, b Status) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(b.Date, a.Date), cmp.Compare(a.SHA256, b.SHA256))
	})
	return out, nil
}

// Open reads a list from a file of the user's, or a stored version by its digest.
func (s *Store) Open(fileOrDigest string) (*screen.List, error) {
	f, err := os.Open(fileOrDigest)
	if errors.Is(err, fs.ErrNotExist) {
		l, verr := s.Version(fileOrDigest)
		if verr != nil {
			return nil, fmt.Errorf("%s is neither a file nor a stored version: %w", fileOrDigest, verr)
		}
		return l, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	l, _, err := readFrom(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", fileOrDigest, err)
	}
	return l, nil
}
