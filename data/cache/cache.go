// Package cache keeps what was made of a file's bytes, so that the next start
// need not make it again. An entry is found by the bytes and by all that has a
// say in what is made of them, the program's own version among it: a new version
// finds nothing, and nothing is ever out of date.
//
//	store := cache.Open(dir, version)
//	key := store.Key(raw, "csv")
//	if !store.Get(key, read) { v = make(raw); store.Put(key, v) }
//
// Whatever happens to the cache only costs time: what cannot be read, or is
// broken, is made again, and what cannot be written is not kept. Programs may
// share it, as an entry is listed when it is whole, and found where it is listed.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Store is the entries of one version, in several packs. A nil Store keeps nothing.
type Store struct {
	packs [packs]pack
	rooms sync.Pool // of *[]byte, for entries that are being read
}

// packs is how many there are: few enough for a program that reads them all, many
// enough for one that reads a single file.
const packs = 16

// Key finds an entry.
type Key [sha256.Size]byte

// old is how long entries of other versions stay: two versions may be in use.
const old = 30 * 24 * time.Hour

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
		if os.MkdirAll(own, 0o700) != nil {
			return nil
		}
	}
	now := time.Now()
	_ = os.Chtimes(own, now, now) // in use; without the mark it is only swept early
	s := &Store{}
	for i := range s.packs {
		s.packs[i].path = filepath.Join(own, hex.EncodeToString([]byte{byte(i)}))
	}
	return s
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

// Get hands a sound entry to read, which must not keep the bytes; it reports whether
// there is one that read takes.
func (s *Store) Get(k Key, read func(body []byte) bool) bool {
	if s == nil {
		return false
	}
	p := s.pack(k)
	at, known := p.find(k)
	if !known {
		return false
	}
	room, _ := s.rooms.Get().(*[]byte)
	if room == nil || cap(*room) < int(at.size) {
		larger := make([]byte, at.size)
		room = &larger
	}
	defer s.rooms.Put(room)
	body := (*room)[:at.size]
	if _, err := p.bodies.ReadAt(body, int64(at.start)); err != nil || crc32.ChecksumIEEE(body) != at.sum {
		return false
	}
	return read(body)
}

// Put keeps an entry.
func (s *Store) Put(k Key, body []byte) {
	if s != nil {
		s.pack(k).put(k, body)
	}
}

func (s *Store) pack(k Key) *pack { return &s.packs[int(k[0])%packs] }

// pack is entries one behind the other in a file, and in another the list of where they
// stand. Both only grow, at their ends and by one write each time, so that several
// programs may write at once: an entry of one may stand between two of another, never
// within one. Of a key that is listed twice the last place counts.
type pack struct {
	path   string
	opened sync.Once
	bodies *os.File // nil where there can be none
	list   *os.File

	mu sync.Mutex
	at map[Key]place
}

// place is where an entry stands among the bodies.
type place struct {
	start uint64
	size  uint32
	sum   uint32 // of its bytes
}

// listed is how the list has a place: key, start, size, sum and the sum of them all.
const listed = sha256.Size + 8 + 4 + 4 + 4

// open opens the files and reads the list, at first use.
func (p *pack) open() {
	p.at = map[Key]place{}
	bodies, list := grown(p.path), grown(p.path+".list")
	if bodies == nil || list == nil {
		return
	}
	raw, _ := io.ReadAll(list) // what cannot be read is made again
	info, err := bodies.Stat()
	if err != nil {
		return
	}
	for len(raw) >= listed {
		record := raw[:listed]
		end := listed - 4
		if crc32.ChecksumIEEE(record[:end]) != binary.LittleEndian.Uint32(record[end:]) {
			raw = raw[1:] // the rest of one that a full disk cut
			continue
		}
		at := place{binary.LittleEndian.Uint64(record[sha256.Size:]), binary.LittleEndian.Uint32(record[sha256.Size+8:]), binary.LittleEndian.Uint32(record[sha256.Size+12:])}
		if at.start+uint64(at.size) <= uint64(info.Size()) {
			p.at[Key(record)] = at
		}
		raw = raw[listed:]
	}
	p.bodies, p.list = bodies, list
}

// grown opens a file that is written at its end alone, or only read where it may not be
// written; nil where it cannot be opened.
func grown(path string) *os.File {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		if f, err = os.Open(path); err != nil {
			return nil
		}
	}
	return f
}

func (p *pack) find(k Key) (at place, known bool) {
	p.opened.Do(p.open)
	p.mu.Lock()
	defer p.mu.Unlock()
	at, known = p.at[k]
	return at, known
}

// put writes an entry, then its line of the list. One that a full disk cuts is not
// listed, and the next start tries again.
func (p *pack) put(k Key, body []byte) {
	p.opened.Do(p.open)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bodies == nil {
		return
	}
	if _, err := p.bodies.Write(body); err != nil {
		return
	}
	end, err := p.bodies.Seek(0, io.SeekCurrent)
	if err != nil {
		return
	}
	at := place{uint64(end) - uint64(len(body)), uint32(len(body)), crc32.ChecksumIEEE(body)}
	record := append(make([]byte, 0, listed), k[:]...)
	record = binary.LittleEndian.AppendUint64(record, at.start)
	record = binary.LittleEndian.AppendUint32(record, at.size)
	record = binary.LittleEndian.AppendUint32(record, at.sum)
	record = binary.LittleEndian.AppendUint32(record, crc32.ChecksumIEEE(record))
	if _, err := p.list.Write(record); err == nil {
		p.at[k] = at
	}
}
