package article

import "sync"

// A cue is a phrase of web-page furniture. Phrases are folded: lower case, one
// space between words, punctuation and hyphens read as spaces.
type cue struct {
	phrase string
	reason string
	weight int
	start  bool // only as the block's first words
}

// A block is dropped when its evidence reaches dropAt. A single strong phrase
// does it; two weak ones do.
const (
	weak   = 1
	medium = 2
	strong = 4
	sure   = 8 // enough against a full news sentence
	dropAt = 4
)

var cues = []cue{
	{phrase: "subscribe", reason: DropPaywall, weight: medium},
	{phrase: "subscribe now", reason: DropPaywall, weight: medium},
	{phrase: "subscribe to", reason: DropPaywall, weight: weak},
	{phrase: "subscribers", reason: DropPaywall, weight: weak},
	{phrase: "already a subscriber", reason: DropPaywall, weight: sure},
	{phrase: "subscriber only", reason: DropPaywall, weight: strong},
	{phrase: "for subscribers", reason: DropPaywall, weight: medium},
	{phrase: "ad free", reason: DropPaywall, weight: medium},
	{phrase: "award winning journalism", reason: DropPaywall, weight: strong},
	{phrase: "quality journalism", reason: DropPaywall, weight: medium},
	{phrase: "independent journalism", reason: DropPaywall, weight: medium},
	{phrase: "support our", reason: DropPaywall, weight: weak},
	{phrase: "premium package", reason: DropPaywall, weight: medium},
	{phrase: "digital only", reason: DropPaywall, weight: medium},
	{phrase: "first month", reason: DropPaywall, weight: weak},
	{phrase: "per month", reason: DropPaywall, weight: weak},
	{phrase: "p m", reason: DropPaywall, weight: weak},
	{phrase: "cancel anytime", reason: DropPaywall, weight: strong},
	{phrase: "cancel any time", reason: DropPaywall, weight: strong},
	{phrase: "free trial", reason: DropPaywall, weight: medium},
	{phrase: "sign in", reason: DropPaywall, weight: medium},
	{phrase: "sign up", reason: DropPaywall, weight: medium},
	{phrase: "log in", reason: DropPaywall, weight: medium},
	{phrase: "create an account", reason: DropPaywall, weight: medium},
	{phrase: "create a free account", reason: DropPaywall, weight: strong},
	{phrase: "to continue reading", reason: DropPaywall, weight: strong},
	{phrase: "unlock this article", reason: DropPaywall, weight: sure},
	{phrase: "free articles", reason: DropPaywall, weight: medium},
	{phrase: "remaining this month", reason: DropPaywall, weight: medium},
	{phrase: "unlimited access", reason: DropPaywall, weight: medium},
	{phrase: "full access", reason: DropPaywall, weight: weak},
	{phrase: "become a member", reason: DropPaywall, weight: medium},

	{phrase: "newsletter", reason: DropPromotion, weight: medium},
	{phrase: "newsletters", reason: DropPromotion, weight: medium},
	{phrase: "in your inbox", reason: DropPromotion, weight: strong},
	{phrase: "to your inbox", reason: DropPromotion, weight: strong},
	{phrase: "subscription here", reason: DropPromotion, weight: medium},
	{phrase: "follow us", reason: DropPromotion, weight: medium},
	{phrase: "follow us on", reason: DropPromotion, weight: medium},
	{phrase: "like us on", reason: DropPromotion, weight: strong},
	{phrase: "on facebook", reason: DropPromotion, weight: weak},
	{phrase: "on twitter", reason: DropPromotion, weight: weak},
	{phrase: "on whatsapp", reason: DropPromotion, weight: weak},
	{phrase: "our telegram channel", reason: DropPromotion, weight: strong},
	{phrase: "our whatsapp channel", reason: DropPromotion, weight: strong},
	{phrase: "share this", reason: DropPromotion, weight: strong, start: true},
	{phrase: "click here", reason: DropPromotion, weight: medium},
	{phrase: "download the app", reason: DropPromotion, weight: strong},
	{phrase: "download our app", reason: DropPromotion, weight: strong},
	{phrase: "google play", reason: DropPromotion, weight: weak},
	{phrase: "app store", reason: DropPromotion, weight: weak},
	{phrase: "we use cookies", reason: DropPromotion, weight: sure},
	{phrase: "use of cookies", reason: DropPromotion, weight: medium},
	{phrase: "accept cookies", reason: DropPromotion, weight: strong},
	{phrase: "cookie policy", reason: DropPromotion, weight: strong},
	{phrase: "privacy policy", reason: DropPromotion, weight: medium},
	{phrase: "terms of use", reason: DropPromotion, weight: medium},
	{phrase: "terms of service", reason: DropPromotion, weight: medium},
	{phrase: "sponsored by", reason: DropPromotion, weight: medium, start: true},
	{phrase: "sponsored content", reason: DropPromotion, weight: strong},
	{phrase: "story continues below", reason: DropPromotion, weight: sure},
	{phrase: "article continues below", reason: DropPromotion, weight: sure},
	{phrase: "continue reading below", reason: DropPromotion, weight: sure},
	{phrase: "donate", reason: DropPromotion, weight: medium, start: true},

	{phrase: "comment policy", reason: DropComments, weight: strong},
	{phrase: "comments policy", reason: DropComments, weight: strong},
	{phrase: "community guidelines", reason: DropComments, weight: medium},
	{phrase: "comment on this article", reason: DropComments, weight: strong},
	{phrase: "before commenting", reason: DropComments, weight: strong},
	{phrase: "leave a comment", reason: DropComments, weight: strong},
	{phrase: "leave a reply", reason: DropComments, weight: strong},
	{phrase: "post a comment", reason: DropComments, weight: strong},
	{phrase: "join the conversation", reason: DropComments, weight: strong},
	{phrase: "to post comments", reason: DropComments, weight: strong},
	{phrase: "comments are closed", reason: DropComments, weight: sure},
	{phrase: "comments are moderated", reason: DropComments, weight: sure},
	{phrase: "your email address will not be published", reason: DropComments, weight: sure},

	{phrase: "all rights reserved", reason: DropNavigation, weight: sure},
	{phrase: "reuse not permitted", reason: DropNavigation, weight: sure},
	{phrase: "may not be published broadcast rewritten", reason: DropNavigation, weight: sure},
	{phrase: "may not be reproduced", reason: DropNavigation, weight: strong},
	{phrase: "copyright", reason: DropNavigation, weight: strong, start: true},
	{phrase: "go to menu", reason: DropNavigation, weight: strong, start: true},
	{phrase: "skip to", reason: DropNavigation, weight: strong, start: true},
	{phrase: "jump to", reason: DropNavigation, weight: medium, start: true},
	{phrase: "back to", reason: DropNavigation, weight: medium, start: true},
	{phrase: "accessibility notice", reason: DropNavigation, weight: strong},
	{phrase: "button leading to", reason: DropNavigation, weight: strong, start: true},
	{phrase: "enable javascript", reason: DropNavigation, weight: strong},
	{phrase: "your browser", reason: DropNavigation, weight: medium},

	{phrase: "read more", reason: DropRelated, weight: strong, start: true},
	{phrase: "read also", reason: DropRelated, weight: strong, start: true},
	{phrase: "also read", reason: DropRelated, weight: strong, start: true},
	{phrase: "see also", reason: DropRelated, weight: strong, start: true},
	{phrase: "watch now", reason: DropRelated, weight: strong, start: true},
	{phrase: "more from", reason: DropRelated, weight: medium, start: true},
	{phrase: "more on this story", reason: DropRelated, weight: strong},
	{phrase: "read the whole", reason: DropRelated, weight: medium, start: true},
	{phrase: "read the full", reason: DropRelated, weight: medium, start: true},
	{phrase: "related story", reason: DropRelated, weight: strong, start: true},
	{phrase: "related article", reason: DropRelated, weight: strong, start: true},
	{phrase: "you may also like", reason: DropRelated, weight: sure},
	{phrase: "you might also like", reason: DropRelated, weight: sure},
	{phrase: "recommended for you", reason: DropRelated, weight: sure},

	{phrase: "min read", reason: DropByline, weight: strong},
	{phrase: "minute read", reason: DropByline, weight: strong},
	{phrase: "reporting by", reason: DropByline, weight: strong, start: true},
	{phrase: "additional reporting by", reason: DropByline, weight: strong, start: true},
	{phrase: "editing by", reason: DropByline, weight: medium},
}

// wholeBlocks are texts that are furniture when they are all a block says.
var wholeBlocks = sync.OnceValue(func() map[string]string {
	table := make(map[string]string, 128)
	for _, w := range wholeTexts {
		for _, t := range w.texts {
			table[t] = w.reason
		}
	}
	return table
})

var wholeTexts = []struct {
	reason string
	texts  []string
}{
	{DropPaywall, []string{"subscribe", "subscribe now", "sign in", "sign up", "log in", "login", "register",
		"premium", "become a member", "free subscription", "try it free", "unlock"}},
	{DropPromotion, []string{"advertisement", "advertisement continue reading the main story", "advertising",
		"ad", "sponsored", "promoted", "share", "share this", "share this article", "share this story",
		"tweet", "teilen", "save", "like", "facebook", "twitter", "x", "whatsapp", "telegram",
		"linkedin", "email", "copy link", "link copied", "follow us", "newsletter", "newsletters", "support us", "donate"}},
	{DropNavigation, []string{"home", "menu", "search", "skip to content", "skip to main content",
		"skip to navigation", "accessibility links", "back to top", "back to", "top", "print",
		"printer version", "send by email", "fullscreen view", "full screen", "previous", "next",
		"breaking news", "scorecard", "news", "world", "politics", "local stories", "listen",
		"listen to this article", "play", "close", "show more", "load more", "view all", "see all",
		"about us", "contact us", "terms of use", "privacy policy", "cookie policy", "tags", "topics",
		"related country", "related countries", "speech bubbles"}},
	{DropComments, []string{"comments", "comment", "no comments", "no comments yet", "write a comment",
		"leave a comment", "leave a reply", "post a comment", "add a comment", "view comments",
		"show comments", "0 comments", "join the conversation"}},
	{DropRelated, []string{"related", "related content", "related news", "related articles", "related stories",
		"related topics", "related posts", "related coverage", "related links", "more news", "more stories",
		"popular articles", "most popular", "most read", "most viewed", "trending", "trending now",
		"top stories", "latest news", "latest", "latest stories", "editor's picks", "editors picks",
		"recommended", "recommended stories", "recommended reading", "read more", "read next", "read on",
		"also read", "see also", "up next", "don't miss", "you may also like", "you might also like",
		"more on this story", "more on this topic", "more from this section", "watch", "video",
		"in case you missed it", "further reading", "what to read next"}},
}

// agencies are news agencies and outlets that stand alone on a line: above the
// story as a byline, below it as a sign-off.
var agencies = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"reuters": "Reuters", "thomson reuters": "Reuters", "ap": "AP", "associated press": "The Associated Press",
		"the associated press": "The Associated Press", "afp": "AFP", "agence france presse": "AFP",
		"upi": "UPI", "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "yonhap": "Yonhap",
		"yonhap news": "Yonhap", "yonhap news agency": "Yonhap", "kyodo": "Kyodo", "kyodo news": "Kyodo",
		"jiji": "Jiji", "jiji press": "Jiji", "kcna": "KCNA", "kcna watch": "KCNA Watch", "xinhua": "Xinhua",
		"tass": "TASS", "itar tass": "TASS", "ria novosti": "RIA Novosti", "interfax": "Interfax",
		"sputnik": "Sputnik", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA", "anadolu agency": "Anadolu Agency",
		"aa": "Anadolu Agency", "pti": "PTI", "ians": "IANS", "ani": "ANI", "bernama": "Bernama",
		"antara": "ANTARA", "voa": "VOA", "voa news": "VOA", "rfa": "RFA", "radio free asia": "Radio Free Asia",
		"rfe rl": "RFE/RL", "bbc": "BBC", "bbc news": "BBC", "cnn": "CNN", "nbc news": "NBC News",
		"abc news": "ABC News", "cbs news": "CBS News", "nk news": "NK News", "daily nk": "Daily NK",
		"newsis": "Newsis", "cp": "The Canadian Press", "aap": "AAP", "vovworld": "VOVWORLD",
		"kbs": "KBS", "kbs news": "KBS", "mena": "MENA", "irna": "IRNA", "saba": "Saba", "news24": "News24",
	}
})

// pictureMarks open a credit or a caption.
var pictureMarks = []string{"picture:", "photo:", "image:", "pictures:", "photos:", "images:", "photo by",
	"photos by", "picture by", "image by", "photo credit", "image credit", "picture credit", "credit:",
	"photograph:", "photograph by", "(photo", "(picture", "(image", "[photo:", "[image:", "file photo",
	"ap photo", "afp photo", "reuters photo", "getty images", "screengrab", "screenshot:"}

// pictureWords in a block say that it describes a picture.
var pictureWords = []struct {
	phrase string
	weight int
}{
	{"in this photo", 3}, {"in this undated photo", 4}, {"in this file photo", 4}, {"in this picture", 3},
	{"in this image", 3}, {"seen in this", 3}, {"shown in this", 3}, {"handout photo", 3},
	{"undated photo", 3}, {"archive photo", 3}, {"photo from the", 2}, {"photo released by", 3},
	{"photo provided by", 3}, {"photo taken", 3}, {"image taken", 2}, {"file photo", 4},
	{", left, ", 1}, {"(left)", 2}, {"(right)", 2}, {"(l)", 2}, {"(r)", 2}, {"(c)", 2},
}

// pictured are words without one of which a block is not looked at as a caption,
// unless it ends in something like a credit.
const pictured = `photo photos photograph picture pictures image images credit getty screengrab screenshot
	file`

// addressed are the words of a page that talks to its reader.
const addressed = "you your yours you'll you're you've yourself"

// commands open what a page asks of its reader.
const commands = `support subscribe sign join get click follow download please enter register log
	become unlock continue enjoy try buy donate create listen tap scroll`

// finite are verb forms that make a sentence of words; with them a long block is
// prose. Past forms in -ed are recognised by their ending.
const finite = `is are was were be been has have had will would can could may might must should do
	does did said says say told tells reported reports warned found made took sent met began came went
	shows showed held kept left led put sold bought brought built seen saw wrote set told gave gives
	remains appears seems continues plans hopes wants faces uses works employs signed`
