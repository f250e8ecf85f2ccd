// Package project keeps what people say of reports beside what the rules read
// out of them: verdicts on facts, corrected fields, facts that were missed,
// codes on passages, memos, and the codebook.
//
//	p, err := project.Read(file)                   // one line an entry, see file.go
//	a := project.Apply(corpus, p)                  // a new corpus; the old one stays as it is
//	p = a.Mend(fact, project.Fields{"unit": "万元"}, sign)
//
// A [Project] is a value: every change gives a new one, so that undoing is
// keeping the old one. It knows no disk and no clock.
//
// An entry is bound to its report by quote and surroundings (anchor.go), and a
// verdict holds all that the rules had read when it was given (fields.go). So a
// corrected fact stays corrected when the report is edited or read by better
// rules, even when these no longer read it at all, and the two can be compared:
// see [Rules]. An entry that finds no place is listed, never dropped.
package project
