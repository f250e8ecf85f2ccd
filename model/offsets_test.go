package model

import "testing"

func TestOffsets(t *testing.T) {
	o := Offsets{ // 發(fā)展 -> 发展, then a GBK stretch of two characters
		{From: 0, To: 0, Len: 3},
		{From: 3, To: 8, Len: 3},
		{From: 6, To: 11, Len: 6, FromStep: 3, ToStep: 2},
	}
	for _, c := range []struct{ derived, source int }{{0, 0}, {2, 2}, {3, 8}, {6, 11}, {9, 13}, {12, 15}} {
		if got := o.Source(c.derived); got != c.source {
			t.Errorf("Source(%d) = %d, want %d", c.derived, got, c.source)
		}
		if got := o.Derived(c.source); got != c.derived {
			t.Errorf("Derived(%d) = %d, want %d", c.source, got, c.derived)
		}
	}
	if got := o.Derived(5); got != 3 {
		t.Errorf("Derived(5), inside what was removed, = %d, want the next offset 3", got)
	}
	if Offsets(nil).Source(7) != 7 || Offsets(nil).Derived(7) != 7 {
		t.Error("empty offsets must be the identity")
	}
}

func TestOrigin(t *testing.T) {
	d := &Document{Original: "head\n發(fā)展\n", Text: "发展", Offsets: Offsets{{From: 0, To: 5, Len: 3}, {From: 3, To: 13, Len: 3}}}
	if o := d.Origin(Span{3, 6}); o.Line != 2 || o.Span != (Span{13, 16}) || o.RawStart != 13 {
		t.Errorf("origin %+v", o)
	}
}
