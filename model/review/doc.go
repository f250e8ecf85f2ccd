// Package review helps people check what the rules read: which facts to look at
// first ([Queue]), a random sample to measure by ([Sample], [Tally]), and how far
// two people agree ([Agree]).
package review
