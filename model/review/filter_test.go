package review_test

import "qubi/model/query"

// filterAll lets every fact through.
var filterAll = query.Filter{}
