package checker

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"testing/fstest"
)

// Bounds on rules and policies of a user's own, which are hostile input until
// shown otherwise. Ours are a tenth of it.
const (
	maxOverlayFile  = 4 << 20
	maxOverlayFiles = 2000
)

// Overlay is base with the .rego and .yaml files of top beside its own; where a
// path is in both, top's file counts. Tests among the policies are taken along
// and left out of evaluation like ours. An empty top is an error: a wrong folder
// must not pass for one without changes.
func Overlay(base, top fs.FS) (fs.FS, error) {
	out := fstest.MapFS{}
	count := 0
	add := func(from fs.FS, own bool) error {
		return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if ext := path.Ext(name); own && ext != ".rego" && ext != ".yaml" {
				return nil
			}
			if own {
				count++
				if info, err := d.Info(); err == nil && info.Size() > maxOverlayFile {
					return fmt.Errorf("%s has %d bytes, more than %d", name, info.Size(), maxOverlayFile)
				}
				if count > maxOverlayFiles {
					return fmt.Errorf("more than %d files", maxOverlayFiles)
				}
			}
			data, err := fs.ReadFile(from, name)
			if err != nil {
				return err
			}
			out[name] = &fstest.MapFile{Data: data}
			return nil
		})
	}
	if err := add(base, false); err != nil {
		return nil, err
	}
	if err := add(top, true); err != nil {
		return nil, err
	}
	if count == 0 {
		return nil, errors.New("there is no .rego or .yaml file in it")
	}
	return out, nil
}
