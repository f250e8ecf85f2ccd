// Package cache keeps what was made of a file's bytes, so that the next start
// need not make it again. An entry is found by the bytes and by all that has a
// say in what is made of them, the program's own version among it: a new version
// finds nothing, and nothing is ever out of date.
//
//	store := cache.Open(dir, version)
//	key := store.Key(raw, "csv")
//	if v, ok := store.Get(key); !ok { v = make(raw); store.Put(key, v) }
//
// Whatever happens to the cache only costs time: what cannot be read, or is
// broken, is made again, and what cannot be written is not kept. Programs may
// share it, as an entry appears whole or not at all.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"os"
	"path/filepath"
	"time"
)

// Store is a folder of entries of one version. A nil Store keeps nothing.
type Store struct{ dir string }

// Key finds an entry.
type Key [sha256.Size]byte

// old is how long entries of other versions stay: two versions may be in use.
const old = 30 * 24 * time.Hour

// unfinished is the folder of entries that are being written; what is there for
// longer than abandoned belongs to a program that was killed.
const (
	unfinished = "unfinished"
	abandoned  = time.Hour
)

// Open is the store below dir for a version of the program, nil where there can
// be none.
func Open(dir, version string) *Store {
	if dir == "" {
		return nil
	}
	sum := sha256.Sum256([]byte(version))
	own := filepath.Join(dir, hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(own); err != nil {
		sweep(dir)
		if os.MkdirAll(filepath.Join(own, unfinished), 0o700) != nil {
			return nil
		}
	}
	clear(filepath.Join(own, unfinished))
	now := time.Now()
	_ = os.Chtimes(own, now, now) // in use; without the mark it is only swept early
	return &Store{own}
}

// sweep removes the entries of versions that are in use no more.
func sweep(dir string) {
	versions, err := os.ReadDir(dir)
	if err != nil {
		return // there is none yet
	}
	for _, v := range versions {
		if info, err := v.Info(); err == nil && v.IsDir() && len(v.Name()) == 16 && time.Since(info.ModTime()) > old {
			_ = os.RemoveAll(filepath.Join(dir, v.Name())) // what stays is tried again
		}
	}
}

// clear removes what programs that were killed left.
func clear(folder string) {
	left, _ := os.ReadDir(folder) // none, most of the time
	for _, f := range left {
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(filepath.Join(folder, f.Name()))
		}
	}
}

// Key is the key of a file's bytes and of what else has a say.
func (s *Store) Key(raw []byte, others ...string) Key {
	h := sha256.New()
	for _, o := range others {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(o)))
		h.Write(n[:])
		h.Write([]byte(o))
	}
	h.Write(raw)
	return Key(h.Sum(nil))
}

func (s *Store) path(k Key) string {
	name := hex.EncodeToString(k[:])
	return filepath.Join(s.dir, name[:2], name[2:])
}

// Get is an entry, and whether there is a sound one.
func (s *Store) Get(k Key) (body []byte, ok bool) {
	if s == nil {
		return nil, false
	}
	raw, err := os.ReadFile(s.path(k))
	if err != nil || len(raw) < 4 {
		return nil, false
	}
	body = raw[4:]
	return body, crc32.ChecksumIEEE(body) == binary.LittleEndian.Uint32(raw)
}

// Put keeps an entry.
func (s *Store) Put(k Key, body []byte) {
	if s == nil {
		return
	}
	f, err := os.CreateTemp(filepath.Join(s.dir, unfinished), "")
	if err != nil {
		return
	}
	_, err = f.Write(append(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)), body...))
	if f.Close() != nil || err != nil || move(f.Name(), s.path(k)) != nil {
		_ = os.Remove(f.Name()) // a full disk: the next start tries again
	}
}

// move gives a file its name, and makes the folder where it is the first.
func move(from, to string) error {
	err := os.Rename(from, to)
	if err != nil && os.MkdirAll(filepath.Dir(to), 0o700) == nil {
		err = os.Rename(from, to)
	}
	return err
}
