package tables

// naming is a column that may name the rows: how many it names, by how many names, and
// whether its head says so.
type naming struct {
	col, filled, names int
	headed             bool
}

// or is which of two columns names the rows; that of groups, before it, has few names.
func (n naming) or(behind naming) naming {
	switch {
	case n.filled != behind.filled:
		return pick(n.filled > behind.filled, n, behind)
	case n.headed != behind.headed:
		return pick(n.headed, n, behind)
	}
	return pick(n.own(), n, behind)
}

// own reports whether each row has a name of its own.
func (n naming) own() bool { return n.names == n.filled }

func pick(first bool, n, behind naming) naming {
	if first {
		return n
	}
	return behind
}
