package lexicon

// The features of words that tell a time.
const (
	// Five-year plans by their numbers, in the order of their years from 2006 on, the same
	// as titles write them, and what makes their name a time (十三五期间).
	FiveYears Feature = forNumbers + iota
	FiveYearsInFull
	PlanSpan
	// What stands before a length of years (过去五年), and what behind a bare one shows
	// that it says how long (五年累计).
	Stretch
	Lasted
	// Before a sum that came together over all the time that is told, or up to a day (累计).
	Cumulated
	// Words by which a title says that the text tells of its year, and that it does not.
	Chronicle
	NoChronicle
	// Times that a heading names by their length, and what stands before its bare year.
	PastYears
	ComingYears
	Reviewed
	Looks
	// A sentence with one of these says whose targets follow.
	Aim
	// Kinds of districts, which their short names leave out.
	Division
	// Words for a year as seen from the report's day: the one that runs, the one before,
	// the one in force and its end, and the one that is looked back on.
	ThisYear
	LastYear
	WholeYear
	YearEnd
	YearBack
	// What behind 全年 makes it the year's plan and no time.
	OfAPlan
	// What of a year a comparison means: 比去年同期, 较2020年末.
	Then
	// Times without a beginning, which set no period.
	OfLate
	// Words at the front of a name that tell its time; the longer first.
	When
	// Words of a year's total in front of an increment (年内新增), in the order in which they go.
	Yearly
	// What before a time makes it: the day of a stock, that of an end of a year, what is
	// named (是十四五…), what is only expected, a comparison's (比去年), a name's (列入2024年…).
	Until
	By
	AmountsTo
	Forecast
	Compared
	Titled
	// What behind years makes them a time (2016-2020年累计).
	Throughout
	// How many years, and what else can go on 连续.
	SomeYears
	Turn
	// Those whom a speech turns to where it opens another part.
	Address
	forTimes // how many there are so far
)
