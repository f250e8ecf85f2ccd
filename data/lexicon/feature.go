package lexicon

// Feature is a part that a word can play: a bound before a number, a verb of
// growth, a word at which names end. Words have theirs in words/words.tsv.
type Feature uint16

// The features, with the names that words.tsv has for them in featureNames.
const (
	None Feature = iota // of no word
	// Bounds before a number.
	BeforeAbove
	BeforeAtLeast
	BeforeBelow
	BeforeAtMost
	BeforeAbout
	// Bounds behind a number; 以上 before a noun is a part of its name.
	AfterAbove
	AfterAtLeast
	AfterAtMost
	AfterAbout
	// Between a bound and its number (超过了, 至少有); before one that is not told (几十).
	Link
	VagueBefore
	// The last noun of a heading that looks back, of one that looks ahead; what joins two.
	HeadBack
	HeadAhead
	Joins
	// Between an indicator and its value.
	Predicate
	// At the beginning of a clause, before the indicator.
	Opener
	// Openers that say the number is an increment, not a stock: they stay in the name.
	Delta
	// Inside a clause: what stands before is the subject or circumstance, what follows is the indicator.
	Pivot
	// Owners: in front of a pivot they belong to the indicator (市重点项目完成投资).
	Owner
	// Behind a pivot these need their owner to mean anything.
	Bare
	// Verbs and adverbs that end the noun phrase behind a count (12个贫困村摘帽).
	Stop
	// Particles and nouns that may trail a noun phrase and add nothing.
	Trail
	// Growth: direction of the change that follows.
	Up
	Down
	Better
	// What growth is measured against: no noun of an indicator.
	Against
	// Comparison with another place.
	Versus
	// Whose number it is.
	City
	Wide
	Project
	// Words of running sentences that stand in no name of a park or project.
	Clausal
	// What a centre or a base is a figure of speech for: 打造区域性消费中心.
	Figure
	// Where a park lies, which names it in its district: 临港产业园.
	Parkside
	// How companies' names end that stand among industries.
	Company
	// What a list of industries is said to be although projects end it (行业改造项目),
	// and what a list of companies is (等央企参与的项目). The ends of a zone's name, and what a base is for that carries no industry.
	Sector
	Firms
	UnderWay
	AheadOfIt
	Zoned
	Civic
	// Words of praise and of belonging that stand before the name of a park or project.
	Praise
	// Parts of a district that can do something of their own, what makes several of
	// them together, and what one is said to have done.
	Part
	Several
	Acts
	// The future. strong words decide alone; soft ones yield to a past word or a review section.
	Strong
	// what a heading says that it tells of, done or to be done
	Task
	// Verbs that open the title of a paragraph on what is done with an industry, which names none: 壮大新兴产业.
	TitleVerb
	// Whom a policy promises it to, at a sentence's begin: 对, 单个企业.
	GrantTo
	// What a policy promises: 给予奖励, 补助.
	Grants
	// What a park or a firm owes its beginning or its rank to, of a year of its own: 成立, 升级为.
	Founds
	// Before a number that is no bound after all: 不过 is no 过.
	BeforeExactly
	// A programme that an industry is developed by: 产业培育工程.
	NameProgramme
	// Behind a whole, that something has a share of it: 在全市的占比.
	ShareWithin
	// Before a sum: 共, 累计.
	Altogether
	// What has the most of something: 产值最高的是甲镇.
	Most
	// Between those of a kind and how many they are: 新开工的占74个.
	Numbering
	// What becomes of an industry that is there: 转型升级.
	NameTurns
	// Ends of names in 园 that are no park of industry: 公园, 幼儿园.
	NameGarden
	// What tells that a park with a short name carries industry: 企业, 入驻.
	NameHostsFirms
	// What numbers told before are called: 数字, 指标.
	Figures
	// Several named before, told together: 两者.
	Both
	// The first one of two named before: 前者.
	FormerOf
	// Between the subjects of a list and the values that they have in the same order: 分别, 依次.
	DealsOut
	// Openings of a share of what was told before; those that name an earlier level.
	Relates
	Restored
	// Behind a rate, that it is the pace at which something grows: 以8%的速度.
	PaceOf
	// What a company's accounts tell, one of which follows another: 营业收入, 利润总额.
	Account
	// Before a group ranked that is told as each of several: 各板块, 同类.
	EachOf
	// Between the items of a list: 、, 和.
	Enumerates
	// Verbs of news that tell of a document: 某区出台行动方案.
	Issues
	// With what a document says what is to be done: 方案明确,…; 根据方案,….
	Provides
	// Documents that say what is to be done (方案明确,…; 2022年工作要点), and what tells what they say.
	PlanText
	// Behind a number: below it.
	AfterBelow
	// Shares that say nothing alone: 占比.
	ShareAlone
	// Explains are headings of a part that explains the report's words.
	Explains
	// What a rate is only held against: 控制目标.
	Norm
	// Openings of a clause that sorts a whole into parts: 分产业看.
	SortsBy
	// What a part takes over from its whole, the longest first.
	Measure
	// Ends of what is a part of an economy, and no measure of it: 制造业.
	Trade
	// Behind a thing's completion, that its yield is still to come: 投产后预计….
	Foreseen
	// Verbs of what is made ready now though it is to come: 策划51个项目.
	Prepared
	// What stands in the bracket of a dateline: (记者甲).
	Dateline
	// Between two bounds of one number: 大于20并且小于35.
	BoundJoin
	// The hour of a day at which a census counts.
	Midnight
	// Behind a number of years that only frames what is told: 四年来.
	Frame
	// Attributes of a place or a plant, of no time: 总面积.
	Extent
	// What takes up again the event told before: 此次集中签约.
	ThisTime
	// What happens on a day, with the projects that are its numbers: 集中开工.
	Ceremony
	// Before the first of several years: 从2016到2018年.
	SpanStart
	// The year behind the report's: 明年.
	NextYear
	// What narrows or widens what an indicator measures: 规上, 区本级, 不含农户.
	Scope
	// What came to a count just told: 净增210家.
	Net
	// What only points to a thing before its name: 隔壁的, 这里.
	Pointer
	// What points back to the numbers told before.
	BackReference
	// The last one named before.
	Latter
	// In front of a time: 到2026年.
	AtTime
	// Sums that name no indicator of their own: 总量.
	SumNoun
	// What happens on a day, told behind it with no number: the day is the event's alone.
	Event
	// What will be once a thing is finished: of no time that is told.
	Completed
	// What makes a year in front of it part of a name: 2025年第二批.
	Batch
	// Between the first and the last of several years.
	YearSpan
	// Behind the last of several years.
	YearSpanEnd
	// Behind a year that another is only held against.
	HeldAgainst
	// Growth of several years, a year.
	YearlyAverage
	Soft
	Past
	Plan
	Review
	// Verbs before a small count in characters that make it a metric (新建两所学校).
	Counted
	// Verbs before a span of time that make it a metric (压缩至3个工作日).
	Timed
	// The end of a name that may carry a number without a unit.
	Index
	HowFar // by which a clause only tells how far its subject is: 甲线建设加快
	// Verbs that place something in an order.
	Ranking
	// What is classed by its size in money: 10—19亿元项目2个.
	Sized
	// Names of what is only planned: such a number is no result, whatever the text around it tells.
	Planned
	// What behind a rate makes it one of growth.
	Growing
	// What a count of it says nothing about a district.
	Aspect
	// Whom a speech addresses by their number (36万…人民).
	People
	// Whom an order ranges over.
	Among
	// A contest whose name is what is ranked, so that the rank is a number of its own.
	Contest
	// Classifiers that in characters count nothing (三次, 两批, 四面).
	Vague
	// Nouns and other words whose letters are also those of a particle, verb or
	// bound above: inside one of them the letters mean nothing of their own.
	Noun
	// What makes one noun with the verb before it (保障房, 处理率, 控制区).
	Suffix
	// Clause openings of what is to be done, and words of what was done, weighed
	// against each other over a paragraph.
	Todo
	Done
	// What a number passes and is no noun of its own (突破百亿元大关).
	Milestone
	// What stands behind a number that was passed and belongs to it (突破百亿元大关、…).
	Passed
	// Words that alone tell of the past.
	Settled
	// Between the two numbers of 由…提高到….
	Rise
	// Verbs that raise or lower what follows them.
	Raise
	Lower
	// Openings of a plan: from such a sentence on, the paragraph tells what will be.
	Resolve
	// Verbs that count more of what was counted just before (计划再建800个).
	Again
	Decree // verbs that issue a policy; and what is counted by 条 in earnest
	Linear
	// Words of purpose that reach back over the sentence.
	Ahead
	// Between a group and the ordinals of several.
	Apart
	// Openings of a paragraph that says what to do.
	Imperative
	// What tells the stock behind an increment (新增企业2家,总数达7家).
	Total
	// How the name of an indicator ends that a bare percentage can be the level of; a
	// percentage of any other (一般公共预算支出的65%) is a share of it.
	Rate
	// Before what a plant makes in a time; units of what a farm holds, and what is
	// named by such a number (50万头生猪养殖项目).
	Yield
	Load
	Works
	// What no classifier counts: behind a count it begins the next indicator.
	Mass
	// What is no indicator unless it is told whose it is.
	Generic
	// A remark: what about the metric before is held against another place or time,
	// what opens such a comparison, the places, and how the comparison ends.
	Measured
	Than
	Place
	Gap
	// What governs a count without saying what is counted.
	Weak
	// Adjectives that say of which class the counted things are.
	Grade
	// What a growth rate leaves out: such a rate is another telling of the one before.
	Adjusted
	// What herds and trade are told of in two numbers.
	Twin
	// Words that recall a time, and that look ahead.
	Recall
	Prospect
	// What a part of some money is said to go to.
	Spent
	// Parts that a district has one of, so that they are known without a name.
	Zone
	// Who is served by something, and how that is said.
	Served
	Serves
	// What a chain of three shares is told of.
	Structure
	// What sums up the indicators listed before it.
	Indices
	// The districts of a city or a province, among whom one is ranked.
	Rivals
	// Names that say too little alone, and the verbs that then stay with them.
	Thin
	Kept
	// Groups that are the contest itself: 中国工业百强区第38位.
	Best
	// Sums that are spent, what is done with them, and works that trail what is built.
	Outlay
	Carries
	Laid
	// Ends of what a multiple is of that is no metric (全市平均水平的2倍), and openings of
	// a multiple of the metric before.
	Mean
	Respect
	// What is fulfilled by a percentage.
	Quota
	// Nouns of growth, which stay in the name; and those that are a rate's own name,
	// the longer first.
	Growth
	Pace
	// Growth over several years, or a year of several; the longer first.
	Average
	// Nouns that sum a list up: 两大主导产业.
	Summed
	// Verbs between a list and the measure that its items share, the longer first; verbs
	// between an owner and its measure; what a part of something did.
	Attained
	Fulfil
	Received
	// What an indicator's name may have in front or behind and be the same indicator.
	Wider
	Amount
	// Openings of an indicator by head, which holds its verb: 每千人拥有执业医师.
	Each
	// Adverbs before what was done, in the order in which they go.
	Adverb
	Already
	// Behind a number, that all of it is done; 争取 of these was a success; openings that
	// turn back to what was done.
	Finished
	Obtained
	TurnsBack
	// Characters that make one word with 要 (主要, 要素), which then asks for nothing.
	EndsInYao
	BeginsWithYao
	// What is said of a crop in front of its yield, the longer first; names of yields.
	Sown
	Harvest
	// Ends of sums that are made over a time and stand at no day.
	Flow
	// Sums that are of a whole year, whatever part of it the sentence tells of.
	OfTheYear
	// Ends in 到 that govern the number as one word.
	Reached
	// What of an indicator is ranked; a rank in the country; several indicators at once.
	Facet
	Nationwide
	Items
	// The district as a whole, which its ranks are not within.
	Whole
	// Before a number with a sign, and before an age; before a rate's bare zero.
	Signed
	Aged
	FellTo
	// The metrics told by a chain of three shares.
	SectorShares
	// Told of each thing counted, and of all of them together.
	EachOne
	Together
	// Sums that are planned to be spent.
	PlannedOutlay
	// Before a noun, that there are several kinds of it.
	Various
	// What makes a clause the definition of a term.
	Defines
	// What comes in numbered classes (1类新药), and what points at a thing (这一位次).
	Classed
	Pointed
	// What in a name points elsewhere, so that it is no whole one: 我县, 这里.
	Points
	// Areas that are built on, and yield no crop.
	Ground
	// Verbs that say behind a project what stage it has come to; they are told before it as well.
	Starts
	// What makes a verb before it a noun: 落地组; openings of a bracket that tells what is counted too.
	Crew
	Included
	// Ends of 按户籍人口计算; what a share is of: 占总数, 占年度计划.
	Reckoned
	WholeOfShare
	// Kinds of schools and hospitals; whom each has; 获评 before a title; a bureau's sorts of trades.
	Houses
	Housed
	Entitled
	SortOfTrade
	// Animals that are raised, of one character too.
	Livestock
	forNumbers // how many there are so far
)
