package llm

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// cache keeps answers in a folder, one file each, readable by the user alone: they
// quote the article. What it cannot read or write costs a second question only.
type cache struct{ folder string }

// cacheVersion changes when files of the earlier form must not be used.
const cacheVersion = 1

// maxCached bounds a file that is read.
const maxCached = 8 << 20

type cached struct {
	Version int    `json:"version"`
	Key     string `json:"key"`
	Answer  string `json:"answer"`
}

// key is the digest of all that an answer depends on: the model, what it was told
// and the sentences. The address is not among it: the same model answers alike.
func (cache) key(model, prompt, user string) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "article41 llm cache %d\n%d %s\n%s\n%d %s", cacheVersion, len(model), model, prompt, len(user), user)
	return hex.EncodeToString(sum.Sum(nil))
}

func (c cache) path(key string) string {
	return filepath.Join(c.folder, key[:2], key+".json")
}

func (c cache) get(key string) (answer string, ok bool) {
	if c.folder == "" {
		return "", false
	}
	f, err := os.Open(c.path(key))
	if err != nil {
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxCached+1))
	if err != nil || len(data) > maxCached {
		return "", false
	}
	var e cached
	if json.Unmarshal(data, &e) != nil || e.Version != cacheVersion || e.Key != key {
		return "", false
	}
	return e.Answer, true
}

// put writes beside the file and renames, so that nobody reads half an answer.
func (c cache) put(key, answer string) {
	if c.folder == "" {
		return
	}
	data, err := json.Marshal(cached{cacheVersion, key, answer})
	path := c.path(key)
	if err != nil || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*") // for the user alone
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
}
