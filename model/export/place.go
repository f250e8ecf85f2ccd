package export

import "qubi/model"

// oneCity is the city that all districts are of, "" where they are of several, and how
// they are named: their city goes without saying where it is said once for all.
func oneCity(districts []*model.District) (city string, named func(*model.District) string) {
	for _, d := range districts {
		if d.City != districts[0].City || d.Name == "" {
			return "", name
		}
	}
	if len(districts) == 0 || districts[0].City == "" {
		return "", name
	}
	return districts[0].City, func(d *model.District) string { return d.Name }
}

// name is the district with its city, without which 市中区 says little; a
// report that names neither goes by its file.
func name(d *model.District) string {
	switch {
	case d.Name == "" && d.City == "" && len(d.Reports) > 0:
		return d.Reports[0].File
	case d.Name == "":
		return d.City + "?"
	}
	return d.City + d.Name
}
