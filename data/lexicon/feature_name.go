package lexicon

// The features of words that stand in names and around them, and of tables.
const (
	// What a word does to the names around it: ends what stands before it and what
	// it is said of; may stand between a name and its verb (全面 动工); joins two
	// names, or is part of one (和); opens the class to which listed names belong (等10
	// 所学校); says that no single thing is named (一批); says of what class the list
	// before it is; opens a sum of money or a size; says where (全市); makes a name a
	// proper one (华为); keeps its characters from being read as another (华为 高等).
	NameStop Feature = forTimes + iota
	NameAdverb
	NameSoft
	NameTail
	NameMany
	NameKind
	NameAmount
	NameScope
	NameProper
	NameGuard
	// How a thing is, and what it is about: a name made of such words alone is a
	// class; a park may be named by its topic (现代物流产业园), a class may not.
	Plain
	Topic
	// How lists of industries end: that they name industries (千亿级产业); how the
	// industries are, which belongs to no name (新兴); what becomes of them (转型升级);
	// what is no industry of a district by itself.
	Industry
	IndustryTrim
	IndustryAfter
	IndustryOne
	// What follows a number: it counts names (4个百亿级产业), measures something, or
	// tells a time.
	CountUnit
	// Words whose first character is a unit only by itself (76万|群众, 3.0|方案).
	NoUnit
	SizeUnit
	DateUnit
	// The words of the tables that tell more of a word: units, verbs beside names,
	// last words of names, indicators.
	Unit
	Verb
	Head
	Indicator
	// Words of the common language, part of a name but of no proper one; its verbs, which
	// end a name that is whole.
	NameCommon
	NameVerb
	// 的; 是 and 成为; 有 and 包括, behind which a list spells out what stands before; 其中;
	// 把 and 以, what follows being taken to be something.
	NameParticle
	NameCopula
	NameHaving
	NameAmong
	NameTaking
	// Money behind a number.
	MoneyUnit
	// What a district calls its industries: 支柱, 名片.
	NamePillar
	// Parts of a named set: 一城三片.
	NamePartOfASet
	// What a plant makes, before its size; units of such sizes.
	NameYield
	NameSizeOfAThing
	// Ends of streets, before which a verb is a name: 建设路.
	NameStreet
	// Sides of a project that are told of: 主体, 设备.
	NameAspect
	// What is left out behind a name.
	NameSite
	NameBuilding
	// What belongs to an industry although it tells how it is.
	NameLeadOfAnIndustry
	// Verbs that tell industries without a class.
	NameDevelops
	// What says behind a park that it is built.
	NameBuilt
	// Ranks before a park.
	NameRank
	// Parks that hold things.
	NameHoldsThings
	// Zones told without a name.
	NameBareZone
	// Who awards a title, and what titles are.
	NameAwardedBy
	NameAward
	// Classes that decide nothing.
	NameNeutralClass
	// Verbs that only help on.
	NameHelpsOn
	// Openings of a sum.
	NameInvests
	// What names no thing before its last word: 特色, 省级.
	NameVague
	// What a park is about, before 港 or 谷.
	NameTech
	// Parts of a building.
	NamePartial
	// Measures in quoted classes: “三驾马车”; what industries are called so.
	NameMeasureOfASet
	NameFigureOfAnIndustry
	// Openings of a place.
	NameWhere
	// Phases of a work that name it.
	NamePhase
	// What is measured, between a name and its size.
	NameMeasureNoun
	// Words of what is to come, and of what is soon.
	NameToCome
	NameSoon
	// Verbs whose object is a place.
	NameLands
	// Work on a thing, told behind its name.
	NameWorkOnIt
	// Adverbs that say that what follows is not done yet: 尚未, 拟, 明年.
	NameNotYet
	// Words that stop a name only where it is whole: 用.
	NameWithin
	// What follows a class of which some are told: 签约项目中; what says that those told are
	// of the class before: 甲、乙都在其列.
	NameAmid
	NameOneOfThem
	// What stands before the count of what was told: 合计.
	NameSumsUp
	// Words that point back to what was told: 该, 这个.
	NamePointsBack
	// What stands between the ends of a road or a line: 至.
	NameRoute
	// What is done before a thing is built: 选址, 征地.
	NamePrepares
	// Adverbs of one character that names hold, too: 正 in 永正集团.
	NameSyllable
	// Adverbs of what goes on: 正在.
	NameOngoing
	// What joins a partner who acts too: 与某某公司签约.
	NamePartner
	// What joins a thing to its own parts in one name: 及其.
	NameWithIts
	// What is signed of a project: 投资协议.
	NameDeal
	// What is said of what a district is to be: 发展方向.
	NameAim
	// What lists of projects are called: 项目清单.
	NameRoll
	// What an industry's zone is called.
	NameZoneOfAnIndustry
	// What firms are before their name: 外资企业, 央企.
	NameFirmOfAKind
	// What a size stands before that an industry has or will have: 百亿级台阶.
	NameTierOf
	// How industry stands in a place, as what makes it up is told: 甲、乙的发展格局.
	NameFrame
	// What of nature or a town works are done on: 湖, 流域.
	NameGround

	// Features of every word that has one of several others.

	// What means something to a name: ends it, is part of it, stands beside it.
	NameWord
	// What an industry's name ends in, or is trimmed of.
	NameIndustryEdge
	// Bounds of all kinds, before a number and behind it.
	BeforeBound
	AfterBound
	// What sets a time with its year: 今年, 近年来, 十四五, 未来.
	Time
	// Units as far as names know them.
	NameUnit
	// What a word for a class of industries, parks, projects or firms ends in, and what is trimmed from it.
	NameClassEnd
	// What is told of a thing behind its name: its site, a work on it, a deal about it.
	NameBehind
	// What a programme is for that builds nothing: 立德树人工程.
	NameCause
	// Verbs that act on what is there already: 优化242条公交线路. The number without them would be
	// that of all there is.
	ActsOn

	features // how many there are
)
