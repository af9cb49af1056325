package policy

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"

	"github.com/open-policy-agent/opa/v1/ast"
)

// manifest is the part of bundle.Manifest that we fill. OPA's package is left
// out because it draws in packages that every start would pay for.
type manifest struct {
	Revision    string   `json:"revision"`
	Roots       []string `json:"roots"`
	RegoVersion int      `json:"rego_version"`
}

// WriteBundle writes the policies, tests left out, and the catalogue as an OPA
// bundle, which `opa eval -b` and an OPA server load as it is. Ask it
// data.article41.result. The revision names policies and rules, and the same
// ones give the same bytes.
func WriteBundle(w io.Writer, policies fs.FS, catalogData map[string]any, rulesDigest string) error {
	files, err := regoFiles(policies, false)
	if err != nil {
		return err
	}
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.path
	}
	sum, err := digest(policies, paths)
	if err != nil {
		return err
	}
	about := manifest{
		Revision:    "policies:" + sum + " rules:" + rulesDigest,
		Roots:       []string{"article41", "catalog"},
		RegoVersion: ast.RegoV1.Int(),
	}
	data, err := compact(map[string]any{"catalog": catalogData})
	if err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	manifest, err := compact(about)
	if err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	zipped := gzip.NewWriter(w) // its header carries no time unless asked
	archive := tar.NewWriter(zipped)
	add := func(name string, content []byte) error {
		header := &tar.Header{Name: "/" + name, Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(content))}
		if err := archive.WriteHeader(header); err != nil {
			return fmt.Errorf("bundle: %w", err)
		}
		if _, err := archive.Write(content); err != nil {
			return fmt.Errorf("bundle: %w", err)
		}
		return nil
	}
	if err := add("data.json", data); err != nil {
		return err
	}
	for _, f := range files {
		if err := add(f.path, f.text); err != nil {
			return err
		}
	}
	if err := add(".manifest", manifest); err != nil {
		return err
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	if err := zipped.Close(); err != nil {
		return fmt.Errorf("bundle: %w", err)
	}
	return nil
}

// compact writes JSON with its keys in order.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
