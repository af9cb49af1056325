package packed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
)

// Digest is the SHA-256 over files, each behind the heading that names it. It
// reads them in pieces: a start whose data is packed needs no more of them.
func Digest(fsys fs.FS, names []string, heading func(name string, size int64) string) (string, error) {
	sum := sha256.New()
	buffer := make([]byte, 4<<10)
	add := func(name string) error {
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return err
		}
		sum.Write([]byte(heading(name, info.Size())))
		n, err := io.CopyBuffer(sum, struct{ io.Reader }{f}, buffer)
		if err == nil && n != info.Size() {
			err = fmt.Errorf("%s: read %d of %d bytes", name, n, info.Size())
		}
		return err
	}
	for _, name := range names {
		if err := add(name); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
