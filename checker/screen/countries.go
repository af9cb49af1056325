package screen

import "slices"

// Nations are the States of the entry's nationalities, as ISO 3166-1 alpha-2 codes, as
// far as their names are known.
func (e *Entry) Nations() []string {
	var out []string
	for _, n := range e.Nationalities {
		if code := countryCode(n); code != "" {
			out = append(out, code)
		}
	}
	return out
}

// States are those that the entry is tied to: of its nationalities, its addresses, and of
// the list that it is on, where that is a State's.
func (e *Entry) States() []string {
	out := e.Nations()
	for _, n := range e.Countries {
		if code := countryCode(n); code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if e.Type == koreanList && !slices.Contains(out, "KP") {
		out = append(out, "KP")
	}
	return out
}

// listCountries are the countries of nationalities and addresses, by the names that
// the Consolidated List has for them, with their ISO 3166-1 alpha-2 codes.
var listCountries = map[string]string{
	"afghanistan": "AF", "albania": "AL", "algeria": "DZ", "angola": "AO", "armenia": "AM", "australia": "AU", "austria": "AT", "azerbaijan": "AZ",
	"bahrain": "BH", "bangladesh": "BD", "belarus": "BY", "belgium": "BE", "benin": "BJ", "bosnia and herzegovina": "BA", "british virgin islands": "VG", "burkina faso": "BF", "burundi": "BI",
	"cambodia": "KH", "cameroon": "CM", "canada": "CA", "central african republic": "CF", "chad": "TD", "china": "CN", "china, hong kong special administrative region": "HK",
	"china, macao special administrative region": "MO", "comoros": "KM", "congo": "CG", "cuba": "CU", "côte d'ivoire": "CI", "democratic people's republic of korea": "KP",
	"democratic republic of the congo": "CD", "denmark": "DK", "djibouti": "DJ", "egypt": "EG", "eritrea": "ER", "ethiopia": "ET", "france": "FR", "georgia": "GE", "germany": "DE", "ghana": "GH",
	"guinea": "GN", "guinea-bissau": "GW", "haiti": "HT", "india": "IN", "indonesia": "ID", "iran (islamic republic of)": "IR", "iraq": "IQ", "ireland": "IE", "italy": "IT", "jordan": "JO",
	"kazakhstan": "KZ", "kenya": "KE", "kuwait": "KW", "kyrgyzstan": "KG", "lao people's democratic republic": "LA", "lebanon": "LB", "liberia": "LR", "libya": "LY", "liechtenstein": "LI", "malaysia": "MY",
	"mali": "ML", "malta": "MT", "marshall islands": "MH", "mauritania": "MR", "mongolia": "MN", "morocco": "MA", "mozambique": "MZ", "myanmar": "MM", "namibia": "NA", "netherlands": "NL",
	"niger": "NE", "nigeria": "NG", "norway": "NO", "oman": "OM", "pakistan": "PK", "panama": "PA", "philippines": "PH", "qatar": "QA", "russian federation": "RU", "rwanda": "RW",
	"saudi arabia": "SA", "senegal": "SN", "sierra leone": "SL", "singapore": "SG", "somalia": "SO", "south africa": "ZA", "south sudan": "SS", "spain": "ES", "state of palestine": "PS", "sudan": "SD",
	"sweden": "SE", "switzerland": "CH", "syrian arab republic": "SY", "tajikistan": "TJ", "thailand": "TH", "trinidad and tobago": "TT", "tunisia": "TN", "turkey": "TR", "türkiye": "TR",
	"turkmenistan": "TM", "uganda": "UG", "ukraine": "UA", "united arab emirates": "AE", "united kingdom of great britain and northern ireland": "GB", "united republic of tanzania": "TZ",
	"united states of america": "US", "uzbekistan": "UZ", "viet nam": "VN", "yemen": "YE", "zimbabwe": "ZW",
}
