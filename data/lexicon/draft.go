package lexicon

import (
	"cmp"
	"slices"
)

// Draft is a set of words in the making, of which a Trie is made.
type Draft struct {
	*codes
	backward bool      // the words are spelt from their last rune
	firsts   []int32   // by code: the nodes below the root
	nodes    []drafted // the first is none
}

// drafted is a node of a draft: the last that was entered below it, the one that was
// entered before it beside it, and the others by their places.
type drafted struct {
	node
	value         int32
	below, beside int32
	many          int32 // how many stand below
}

// NewDraft is a draft without words.
func NewDraft() *Draft { return newDraft(1<<8, newCodes(), false) }

// newDraft is a draft that has room for a number of nodes. What codes it gives to runes are
// those of all drafts with the same.
func newDraft(size int, known *codes, backward bool) *Draft {
	return &Draft{codes: known, backward: backward, firsts: make([]int32, 1, 1<<8), nodes: make([]drafted, 1, size)}
}

// Enter is the value of a word, for the caller to set before the next is entered: 0
// means no word. A word entered again has the value that it had.
func (d *Draft) Enter(word string) *int32 {
	at := int32(0)
	for i := 0; i < len(word); {
		r, n := runeFrom(word, i, d.backward)
		at = d.step(at, d.give(r))
		i += n
	}
	return &d.nodes[at].value
}

// runeFrom is the rune behind the first n bytes of a text, or before the last n.
func runeFrom(text string, n int, backward bool) (rune, int) {
	if backward {
		return RuneBefore(text, len(text)-n)
	}
	return RuneAt(text, n, len(text))
}

// step is the node behind another by a rune's code, made where there is none.
func (d *Draft) step(at, code int32) int32 {
	if at == 0 {
		for int(code) >= len(d.firsts) {
			d.firsts = append(d.firsts, 0)
		}
		if d.firsts[code] == 0 {
			d.firsts[code] = d.add(drafted{node: node{code: uint16(code)}})
		}
		return d.firsts[code]
	}
	for next := d.nodes[at].below; next != 0; next = d.nodes[next].beside {
		if int32(d.nodes[next].code) == code {
			return next
		}
	}
	next := d.add(drafted{node: node{code: uint16(code)}, beside: d.nodes[at].below})
	d.nodes[at].below = next
	d.nodes[at].many++
	return next
}

func (d *Draft) add(n drafted) int32 {
	d.nodes = append(d.nodes, n)
	return int32(len(d.nodes) - 1)
}

// Trie is the set of the words entered. The draft is used up.
func (d *Draft) Trie() *Trie {
	p := placing{Draft: d, nodes: make([]node, 0, 2*len(d.nodes)+int(d.given))}
	p.grow(int(d.given) + 1)
	for code, n := range d.firsts {
		if n != 0 {
			p.nodes[code].code = uint16(code)
		}
	}
	p.taken[0] = true
	p.bases()
	p.grow(len(p.nodes) + int(d.given) + 1) // any code behind any base
	t := &Trie{codes: *d.codes, nodes: p.nodes, values: make([]int32, len(p.nodes))}
	place := func(at, n int32) { t.nodes[at], t.values[at] = d.nodes[n].node, d.nodes[n].value }
	for code, n := range d.firsts {
		if n != 0 {
			place(int32(code), n)
		}
	}
	for i := range d.nodes {
		for n := d.nodes[i].below; n != 0; n = d.nodes[n].beside {
			place(d.nodes[i].base+int32(d.nodes[n].code), n)
		}
	}
	return t
}

// placing finds a place for each node of a draft.
type placing struct {
	*Draft
	nodes []node
	taken []bool // the bases that a node has
	free  int32  // where the next node tries first
}

// bases gives a base to each node that words go on from: first to those of which many
// do, while there is room, and of the others each takes the next place that is free.
func (p *placing) bases() {
	var many, one []int32
	for i := range p.Draft.nodes {
		switch n := p.Draft.nodes[i].many; {
		case n > 1:
			many = append(many, int32(i))
		case n == 1:
			one = append(one, int32(i))
		}
	}
	slices.SortFunc(many, func(a, b int32) int { return cmp.Compare(p.Draft.nodes[b].many, p.Draft.nodes[a].many) })
	for _, nodes := range [][]int32{many, one} {
		p.free = 1
		for _, i := range nodes {
			p.Draft.nodes[i].base = p.base(&p.Draft.nodes[i])
		}
	}
}

// tries are how many places a node may try before those that follow it begin where it
// ended: what is left before is too crowded for them.
const tries = 64

// base is the first base that no other node has and from which there is a place for all
// that stand below a node. It takes them.
func (p *placing) base(n *drafted) int32 {
	first := int32(p.Draft.nodes[n.below].code)
	for at := p.free; ; at++ {
		p.grow(int(at) + int(p.given) + 1)
		base := at - first
		if p.nodes[at].code != vacant || base <= 0 || p.taken[base] || !p.fits(n, base) {
			continue
		}
		if p.taken[base] = true; at-p.free > tries {
			p.free = at
		}
		return base
	}
}

// fits reports whether there is a place from a base on for all that stand below a node,
// and takes them if there is.
func (p *placing) fits(n *drafted, base int32) bool {
	for i := n.below; i != 0; i = p.Draft.nodes[i].beside {
		if p.nodes[base+int32(p.Draft.nodes[i].code)].code != vacant {
			return false
		}
	}
	for i := n.below; i != 0; i = p.Draft.nodes[i].beside {
		p.nodes[base+int32(p.Draft.nodes[i].code)].code = p.Draft.nodes[i].code
	}
	return true
}

// grow makes room for so many places.
func (p *placing) grow(size int) {
	for len(p.nodes) < size {
		p.nodes = append(p.nodes, node{code: vacant})
		p.taken = append(p.taken, false)
	}
}
