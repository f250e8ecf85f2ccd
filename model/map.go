package model

// Map is what is made of each of a list, in its order; of none an empty list.
func Map[T, R any](all []T, of func(T) R) []R {
	made := make([]R, len(all))
	for i, one := range all {
		made[i] = of(one)
	}
	return made
}
