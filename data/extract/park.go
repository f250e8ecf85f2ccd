package extract

import "qubi/model"

func parks(x *reading) []*model.Fact { return nil }
