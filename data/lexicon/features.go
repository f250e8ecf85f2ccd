package lexicon

import (
	"iter"
	"math/bits"
)

// featureNames are the features as words.tsv writes them, in their order.
var featureNames = [features]string{
	"", "before>", "before>=", "before<", "before<=", "before~", "after>", "after>=", "after<=", "after~", "link", "vague-before", "head-back", "head-ahead", "joins", "predicate",
	"opener", "delta", "pivot", "owner", "bare", "stop", "trail", "up", "down", "better", "against", "versus", "city",
	"wide", "project", "clausal", "figure", "parkside", "company", "sector", "firms", "under-way",
	"ahead-of-it", "zoned", "civic", "praise", "part", "several", "acts", "strong", "task", "title-verb", "grant-to", "grants", "founds", "before=", "name-programme", "share-within", "altogether", "most", "numbering", "name-turns", "name-garden", "name-hosts-firms", "figures", "both", "former-of", "deals-out", "relates", "restored", "pace-of", "account", "each-of", "enumerates", "issues", "provides", "plan-text", "after<", "share-alone", "explains", "norm", "sorts-by", "measure", "trade", "foreseen", "prepared", "dateline", "bound-join", "midnight", "frame", "extent", "this-time", "ceremony", "span-start", "next-year", "scope", "net", "pointer", "back-reference", "latter", "at-time", "sum-noun", "event", "completed", "batch", "year-span", "year-span-end", "held-against", "yearly-average", "soft", "past", "plan", "review",
	"counted", "timed", "index", "how-far", "ranking", "sized", "planned", "growing", "aspect", "people", "among", "contest",
	"vague", "noun", "suffix", "todo", "done", "milestone", "passed", "settled", "rise", "raise", "lower", "resolve",
	"again", "decree", "linear", "ahead", "apart", "imperative", "total", "rate", "yield", "load", "works", "mass",
	"generic", "measured", "than", "place", "gap", "weak", "grade", "adjusted", "twin", "recall", "prospect", "spent",
	"zone", "served", "serves", "structure", "indices", "rivals", "thin", "kept", "best", "outlay", "carries", "laid", "mean", "respect", "quota", "growth", "pace", "average", "summed", "attained",
	"fulfil", "received", "wider", "amount", "each", "adverb", "already", "finished", "obtained", "turns-back",
	"ends-in-yao", "begins-with-yao", "sown", "harvest", "flow", "of-the-year", "reached", "facet", "nationwide",
	"items", "whole", "signed", "aged", "fell-to", "sector-shares", "each-one", "together", "planned-outlay", "various", "defines", "classed", "pointed", "points", "ground", "starts", "crew", "included", "reckoned", "whole-of-share", "houses", "housed", "entitled", "sort-of-trade", "livestock",
	"five-years", "five-years-in-full", "plan-span", "stretch", "lasted", "cumulated", "chronicle", "no-chronicle", "past-years", "coming-years", "reviewed", "looks", "aim", "division", "this-year", "last-year", "whole-year", "year-end", "year-back", "of-a-plan", "then", "of-late", "when", "yearly", "until", "by", "amounts-to", "forecast", "compared", "titled", "throughout", "some-years", "turn", "address",
	"name-stop", "name-adverb", "name-soft",
	"name-tail", "name-many", "name-kind", "name-amount", "name-scope", "name-proper", "name-guard", "plain", "topic",
	"industry", "industry-trim", "industry-after", "industry-one", "count-unit", "no-unit", "size-unit", "date-unit", "unit",
	"verb", "head", "indicator",
	"name-common",
	"name-verb",
	"name-particle",
	"name-copula",
	"name-having",
	"name-among",
	"name-taking",
	"money-unit",
	"name-pillar",
	"name-part-of-a-set",
	"name-yield",
	"name-size-of-a-thing",
	"name-street",
	"name-aspect",
	"name-site",
	"name-building",
	"name-lead-of-an-industry",
	"name-develops",
	"name-built",
	"name-rank",
	"name-holds-things",
	"name-bare-zone",
	"name-awarded-by",
	"name-award",
	"name-neutral-class",
	"name-helps-on",
	"name-invests",
	"name-vague",
	"name-tech",
	"name-partial",
	"name-measure-of-a-set",
	"name-figure-of-an-industry",
	"name-where",
	"name-phase",
	"name-measure-noun",
	"name-to-come",
	"name-soon",
	"name-lands",
	"name-work-on-it",
	"name-not-yet",
	"name-within", "name-amid", "name-one-of-them", "name-sums-up",
	"name-points-back",
	"name-route", "name-prepares", "name-syllable", "name-ongoing", "name-partner", "name-with-its", "name-deal", "name-aim", "name-roll", "name-zone-of-an-industry", "name-firm-of-a-kind", "name-tier-of", "name-frame", "name-ground",
	"name-word", "name-industry-edge", "before-bound", "after-bound", "time", "name-unit", "name-class-end", "name-behind", "name-cause", "acts-on",
}

// implied are the features that a word has with one of several others.
var implied = map[Feature][]Feature{
	NameWord: {Plain, Topic, Head, Verb, NameVerb, NameCommon, NameGuard, NameStop, NameAdverb, NameAmount, NameSoft, NameTail, NameMany, NameScope, NameKind,
		NameParticle, NameCopula, NameHaving, NameAmong, NameTaking, NameProper},
	NameIndustryEdge: {Industry, IndustryTrim, IndustryOne, IndustryAfter},
	BeforeBound:      {BeforeAbove, BeforeAtLeast, BeforeBelow, BeforeAtMost, BeforeAbout, BeforeExactly},
	AfterBound:       {AfterAbove, AfterAtLeast, AfterAtMost, AfterAbout, AfterBelow},
	Time:             {ThisYear, LastYear, NextYear, WholeYear, YearEnd, YearBack, OfLate, ComingYears, FiveYears, FiveYearsInFull, Stretch},
	NameUnit:         {CountUnit, SizeUnit, DateUnit, MoneyUnit},
	NameBehind:       {NameSite, NameBuilding, NameWorkOnIt, NamePrepares, NameDeal, NameAmid},
	NameClassEnd:     {Industry, IndustryAfter, Firms, Company, Head, NameSite, NameBuilding},
}

// Features are the parts that one word plays.
type Features [(features + 63) / 64]uint64

// Has reports whether the word plays the part.
func (f *Features) Has(part Feature) bool { return f[part>>6]&(1<<(part&63)) != 0 }

// Names are the parts as the file of words writes them.
func (f *Features) Names() (all []string) {
	for part, name := range featureNames {
		if name != "" && f.Has(Feature(part)) {
			all = append(all, name)
		}
	}
	return all
}

// all are the parts, in their order.
func (f *Features) all() iter.Seq[Feature] {
	return func(yield func(Feature) bool) {
		for k, parts := range f {
			for ; parts != 0; parts &= parts - 1 {
				if !yield(Feature(k<<6 + bits.TrailingZeros64(parts))) {
					return
				}
			}
		}
	}
}

func (f *Features) join(other *Features) {
	for i, part := range other {
		f[i] |= part
	}
}

func (f *Features) add(part Feature) { f[part>>6] |= 1 << (part & 63) }
