package tables

// What stands in cells, as it is written.

// soFar stands for the months up to that of the table.
const soFar = "1-至今"

// partOfYear is how months are told.
const partOfYear = soFar + `|\d{1,2}[-—–~至]\d{1,2}月|前?[一二三四1-4]季度|上半年|\d{1,2}月(?:末|底)?`

var (
	number       = pattern(`^([>≥<≤]?)\s*([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(\D{0,8}?)(左右|以上|以内|以下)?$`)
	thousands    = pattern(`^-?\d{1,3}( \d{3})+(\.\d+)?$`) // in a cell of its own: 2 801 000
	digits       = pattern(`\d`)
	years        = pattern(`(?:19|20)\d\d`)
	sinceYear    = pattern(`[比较](?:19|20)\d\d`)
	noted        = pattern(`[\d%]([①-⑳¹²³⁴-⁹*]+)$`) // a number's mark that leads to a note
	inUnit       = pattern(`[(（](?:单位[:：])?([^()（）0-9]{1,8})[)）]$`)
	captions     = pattern(`单位[:：]\s*([^\s,，;；、。()（）]{1,8})([,，、;；]\s*[^\s\d。()（）]+)*`)
	months       = pattern(partOfYear)
	notTitle     = pattern(`[(][^()]*[)]|^附?表?[\d一二三四五六七八九十]+([-.、]\d*)*|(?:19|20)\d\d年?(?:(?:[-—–~至]|` + partOfYear + `)(?:(?:19|20)\d\d年?)?)?`)
	day          = pattern(`\d{1,2}月\d{1,2}日`)
	wholePeriod  = pattern(`^(?:19|20)\d\d(?:年(?:` + partOfYear + `|[末底])?)?$`)
	projectCount = pattern(`\d+[个项]\)?$`)
	groupOrder   = pattern(`^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）])`)
	chineseOrder = pattern(`^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?$`)
	month        = pattern(`^\d{4}年(\d{1,2}月|[二三四2-4]季度)$`)
	period       = pattern(`(?:19|20)\d\d(?:年(?:` + partOfYear + `|[末底])?)?`)
)
