package lexicon

import (
	_ "embed"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"unsafe"
)

//go:generate go test -run TestStored -update .

// stored is the index as a file, made by go generate. To make it of the words at each start
// would take a thousand pages of memory; of the file only those are touched that a text
// asks for.
//
//go:embed index.bin
var stored string

// layout is the number of the file's form, to be raised with it.
const layout = 1

// sumOf tells what the index is made of: the words of the files and the features that the
// program knows. Words may so be changed and tried at once: an index that was stored of
// others is not used.
func sumOf(files ...string) uint32 {
	sum := uint32(layout)
	add := func(text string) {
		sum = crc32.Update(sum, crc32.IEEETable, unsafe.Slice(unsafe.StringData(text), len(text)))
	}
	for _, file := range files {
		add(file)
	}
	add(strings.Join(featureNames[:], " "))
	for f := range features {
		add(tableFiles[tables[f]])
		for _, by := range implied[f] {
			add(featureNames[by])
		}
	}
	return sum
}

// store writes the arrays of an index one behind the other, each behind its length, or
// reads them again.
type store struct {
	written []byte
	rest    string // of what is read
	reads   bool
	broken  bool // what is read has another form
}

// pack is an index as a file, with the sum of what it was made of.
func pack(x *index, sum uint32) []byte {
	s := &store{}
	s.index(x, sum)
	return s.written
}

// unpack is the index of a file if it was packed with that sum, or nil: then the index has
// to be made anew. So it has where the machine reads numbers otherwise than the file has
// them, and where the file does not begin at a place at which the largest of them may stand.
func unpack(file string, sum uint32) *index {
	if uintptr(unsafe.Pointer(unsafe.StringData(file)))%alignment != 0 || binary.NativeEndian.Uint16([]byte{1, 0}) != 1 {
		return nil
	}
	x, s := &index{}, &store{rest: file, reads: true}
	if s.index(x, sum); s.broken || s.rest != "" {
		return nil
	}
	return x
}

// index passes over all of an index.
func (s *store) index(x *index, sum uint32) {
	made := []uint32{sum}
	array(s, &made)
	if s.broken = s.broken || len(made) != 1 || made[0] != sum; s.broken {
		return
	}
	var letters []byte
	var common []uint16
	if !s.reads {
		letters, common = []byte(x.letters), x.ahead.common[:]
	}
	array(s, &letters)
	array(s, &x.starts)
	array(s, &x.sets)
	array(s, &x.setOf)
	array(s, &x.having.bits)
	array(s, &common)
	array(s, &x.ahead.rare)
	array(s, &x.ahead.nodes)
	array(s, &x.ahead.values)
	array(s, &x.front.rows)
	array(s, &x.front.bits)
	array(s, &x.begins.bits)
	array(s, &x.back.nodes)
	array(s, &x.back.values)
	array(s, &x.behind.rows)
	array(s, &x.behind.bits)
	array(s, &x.ends)
	array(s, &x.listed)
	array(s, &x.lists)
	if s.broken = s.broken || len(common) != firstRunes; s.broken || !s.reads {
		return
	}
	x.letters = unsafe.String(unsafe.SliceData(letters), len(letters))
	x.ahead.common = (*[firstRunes]uint16)(common)
	x.back.codes = x.ahead.codes
	x.having, x.begins = byFeatureOf(x.having.bits), byFeatureOf(x.begins.bits)
}

// alignment is that of the arrays in a file: of the largest numbers in them.
const alignment = 8

// array passes over one array. One that is read is the file's own bytes, not a copy: the
// program's file is mapped read-only, so that nothing may write to it. There are no pointers
// in T.
func array[T any](s *store, a *[]T) {
	if !s.reads {
		size := len(*a) * int(unsafe.Sizeof(*new(T)))
		s.written = binary.LittleEndian.AppendUint64(s.written, uint64(len(*a)))
		s.written = append(s.written, unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*a))), size)...)
		s.written = append(s.written, make([]byte, -size&(alignment-1))...)
		return
	}
	if s.broken = s.broken || len(s.rest) < alignment; s.broken {
		return
	}
	length := binary.LittleEndian.Uint64([]byte(s.rest[:alignment]))
	s.rest = s.rest[alignment:]
	if s.broken = length > uint64(len(s.rest)); s.broken {
		return
	}
	size := int(length) * int(unsafe.Sizeof(*new(T)))
	padded := size + -size&(alignment-1)
	if s.broken = padded > len(s.rest); s.broken {
		return
	}
	*a = unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(s.rest))), length)
	s.rest = s.rest[padded:]
}
