package article

import (
	"strings"
	"testing"
)

// story is enough of a story for blocks to stand after its beginning.
const story = "A bulk carrier unloaded coal at the port on Tuesday, harbour records show.\n\n" +
	"Officials in the region did not answer questions about the cargo.\n\n"

// otherStory is as much again, so that nothing in it is repeated.
const otherStory = "Two days later the same ship was seen at anchor off the coast, traders said.\n\n" +
	"The owner of the vessel could not be reached for comment by telephone.\n\n"

func TestBlocksAreDropped(t *testing.T) {
	tests := []struct {
		name, before, block, after, want string
	}{
		{"advertisement", story, "Advertisement", "", DropPromotion},
		{"pay-wall", "", "Support our award-winning journalism. The Premium package costs R30 for the first month.", story, DropPaywall},
		{"account", story, "Already a subscriber? Log in", "", DropPaywall},
		{"newsletter", story, "Get the best of our newsletters in your inbox every morning", "", DropPromotion},
		{"cookies", story, "We use cookies to give you the best experience on our website.", "", DropPromotion},
		{"social media", story, "Follow us on Facebook and Twitter", "", DropPromotion},
		{"comment policy", story, "Please read our Comment Policy before commenting.", "", DropComments},
		{"no comments", story, "No comments yet:", "", DropComments},
		{"top link", story, "Back to Top", "", DropNavigation},
		{"rights", story, "© 2024 Example Media Ltd. All rights reserved. Reproduction in whole or in part is prohibited.", "", DropNavigation},
		{"counter", "", "352", story, DropNavigation},
		{"weather", "", "22.1 °C", story, DropNavigation},
		{"breadcrumb", "", "Home › World › Asia", story, DropNavigation},
		{"read more", story, "Read more: Tanker seized off the coast of Oman", "", DropRelated},
		{"related heading", story, "Related Content", "Donald Trump and Kim Jong Un\n", DropRelated},
		{"related link", story + "Related Content\n\n", "Trump calls off next month's planned summit with North Korea", "", DropRelated},
		{"byline", "", "By Louis Charbonneau and Michelle Nichols", story, DropByline},
		{"byline with office", "", "By Jeon Jeong-yun, staff reporter", story, DropByline},
		{"stamp", "", "Posted on : 2018-04-02 19:12 KST Edited on : 2019-10-19 20:29 KST", story, DropByline},
		{"stamp with outlet", "", "MINEX Forum | January 29, 2018 | Views: 57 | Source: The Hankyoreh Media Company", story, DropByline},
		{"stamp glued", "", "News2017-02-23", story, DropByline},
		{"credits", story, "(Reporting by Ana Petrov in Moscow; Editing by Tom Hale)", "", DropByline},
		{"agency above", "", "The Associated Press", story, DropByline},
		{"agency below", story, "Reuters\u00a0", "", DropSignOff},
		{"agencies below", story, "— AFP/Reuters", "", DropSignOff},
		{"agency in mid-story", story, "Reuters", story + otherStory, DropCaption},
		{"caption", "", "The governor and the minister in Pyongyang, December 13 2023. Picture: KCNA/REUTERS", story, DropCaption},
		{"caption by agency", "", "Garment makers are at work in the border town. UPI/Stephen Shaver | License Photo", story, DropCaption},
		{"caption in words", "", "Ri Chung-gil, left, meets the ambassador ahead of his departure in this photo from the embassy. Yonhap", story, DropCaption},
		{"file picture", "", "FILE - Civilians look at burning buildings in Benghazi. (AP Photo, File)", story, DropCaption},
		{"credit", "", "Photo : YONHAP News", story, DropCaption},
		{"credit by name", "", "Khaled Abdullah/Reuters", story, DropCaption},
		{"after sign-off", story + "Reuters\n\n", "Tanker seized off the coast of Oman", "", DropNavigation},
		{"repeated", story + "The captain was not on board.\n\n", "The captain was not on board.", "", DropRepeated},
		{"repeated headline", "Coal ship docks despite ban\n\nHoley Mast\n\n", "Coal ship docks despite ban", story, DropRepeated},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := blockAt(t, tt.before, tt.block, tt.after)
			if b.Dropped != tt.want {
				t.Errorf("dropped %q (%s), want %q", b.Dropped, b.Detail, tt.want)
			}
		})
	}
}

func TestBlocksAreKept(t *testing.T) {
	tests := []struct {
		name, before, block, after string
		kind                       BlockKind
	}{
		{"headline", "", "Coal ship docks despite ban, port records show", story, Heading},
		{"headline with colon", "", "White House: N Korea sending Russia artillery", story, Heading},
		{"headline from the title bar", "", "Restaurants stay open in China | Politics News | SupChina", story, Heading},
		{"headline below a section's name", "Top Stories\n\n", "Switzerland Bars N. Korean Students from Science Courses", story, Heading},
		{"headline with a date", "", "Trade ban of December 22, 2017 starts to bite in border towns", story, Heading},
		{"question", "", "Who buys North Korea's coal?", story, Heading},
		{"sub-heading", story, "North Korea rejects claims", "He said more.", Heading},
		{"news before the dateline", "", "Russia has sent oil to the North this year, officials say.", "SEOUL — The ships left the port on Monday, traders said.", Paragraph},
		{"news of subscribers", story, "The operator said it had 6 million subscribers and would sign up more in the North.", "", Paragraph},
		{"news of a sign-up", story, "Workers sign up for two years and pay half their wages to the state, the panel said.", "", Paragraph},
		{"news of a newsletter", story, "The newsletter of the party said on Monday that the plant had been closed.", "", Paragraph},
		{"quoted appeal", story, "“Subscribe now and support our journalism,” the banned radio station told listeners.", "", Paragraph},
		{"photos in the story", story, "The two ships can be seen in four photos shot by the Maritime Self-Defense Force.", "", Paragraph},
		{"agency in the story", story, "The rail link will open soon, the minister told Reuters.", "", Paragraph},
		{"agency at the end", story, "They expected Beijing to drop the ban. Bloomberg", "", Paragraph},
		{"descriptive sentence", "", "Workers from North Korea stand at a building site in Vladivostok.", story, Paragraph},
		{"sub-heading after a picture's credit", story + "Reuters\n\n", "North Korea rejects claims", otherStory, Heading},
		{"news after the sign-off", story + otherStory + "Reuters\n\n", "In another port a tanker was held on Monday, the coast guard said.", "", Paragraph},
		{"news after related links", story + "Related Content\n\nA link of old\n\n", "The ministry declined to comment on the report on Tuesday.", "", Paragraph},
		{"list", story, "• The first ship carried coal.", "", ListItem},
		{"numbered paragraph", story, "210. Although the Council widened the sanctions, trade goes on.", "", ListItem},
		{"by as a word", story, "By Monday all of them had left the border town.", "", Paragraph},
		{"copyright law", story, "Copyright law does not apply to state media there, the court said on Monday.", "", Paragraph},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := blockAt(t, tt.before, tt.block, tt.after)
			if b.Dropped != "" || b.Kind != tt.kind {
				t.Errorf("dropped %q (%s), kind %q; want it kept as %q", b.Dropped, b.Detail, b.Kind, tt.kind)
			}
		})
	}
}

// blockAt reads a text and returns the block that begins at the middle part.
func blockAt(t *testing.T, before, block, after string) Block {
	t.Helper()
	doc := mustRead(t, "a.txt", before+block+"\n\n"+after)
	for _, b := range doc.Blocks {
		if b.Start == len(before) {
			return b
		}
	}
	t.Fatalf("no block begins at %q", block)
	return Block{}
}

func TestSuspectBlocksAreNoted(t *testing.T) {
	const caption = "Workers from the North have built three stadiums in the city since May. Photo: Ana Petrov"
	doc := mustRead(t, "a.txt", caption+"\n\n"+story)
	if b := doc.Blocks[0]; b.Dropped != DropCaption || !b.Suspect || b.Kind != Caption {
		t.Errorf("block is %+v", b)
	}
	if len(doc.Notes) != 1 || doc.Notes[0].Code != NoteSuspect || doc.Notes[0].Span != doc.Blocks[0].Span {
		t.Errorf("notes are %+v", doc.Notes)
	}
}

func TestFlawsAreNoted(t *testing.T) {
	tests := []struct{ text, code string }{
		{story + "The traders also said that a second ship was expected to arrive with the same ca", NoteTruncated},
		{"Subscribe now\n\nAdvertisement", NoteNoText},
	}
	for _, tt := range tests {
		doc := mustRead(t, "a.txt", tt.text)
		if len(doc.Notes) != 1 || doc.Notes[0].Code != tt.code {
			t.Errorf("%q: notes are %+v, want %s", tt.text, doc.Notes, tt.code)
		}
	}
}

// TestSeed holds the reader to the first fixture: a page with a pay-wall and a
// caption printed twice, a sign-off and a comment form around 19 sentences.
func TestSeed(t *testing.T) {
	doc := readFile(t, "testdata/seed.txt")
	wantDropped := []string{DropPaywall, DropPaywall, DropCaption, DropRepeated, DropSignOff, DropRepeated, DropRepeated,
		DropComments, DropComments, DropNavigation, DropComments}
	var dropped []string
	kept := 0
	for _, b := range doc.Blocks {
		if b.Dropped == "" {
			kept++
			continue
		}
		dropped = append(dropped, b.Dropped)
	}
	if strings.Join(dropped, " ") != strings.Join(wantDropped, " ") {
		t.Errorf("dropped %q\nwant    %q", dropped, wantDropped)
	}
	if kept != 17 || len(doc.Sentences) != 19 || len(doc.Notes) != 0 {
		t.Errorf("%d paragraphs, %d sentences, notes %+v", kept, len(doc.Sentences), doc.Notes)
	}
	if doc.Meta.Published != (Date{"2023-12-13", BasisCaption}) || doc.Meta.Dateline.Place != "Seoul" {
		t.Errorf("metadata %+v", doc.Meta)
	}
	// Byte and code-point offsets of four sentences' beginnings and one phrase,
	// counted independently of this package.
	for phrase, want := range map[string][2]int{
		"North Korea was moving to deploy workers to Russia": {1335, 1324},
		"Any country employing":                              {1425, 1414},
		"providing part of its agricultural land":            {2108, 2085},
		"what US officials said was evidence of arms trade":  {2435, 2410},
	} {
		at := strings.Index(doc.Text, phrase)
		if at != want[0] || doc.CodePoint(at) != want[1] {
			t.Errorf("%q at byte %d, code point %d; want %v", phrase, at, doc.CodePoint(at), want)
		}
	}
	if line, column := doc.Position(strings.Index(doc.Text, "workers to Russia")); line != 14 || column != 131 {
		t.Errorf("workers to Russia at %d:%d", line, column)
	}
	want := map[int]string{1: "Seoul —\u00a0A North Korean minister met", 9: "First of all, in the field", 18: "A delegation led by"}
	for n, opening := range want {
		if got := doc.Quote(doc.Sentences[n-1].Span); !strings.HasPrefix(got, opening) {
			t.Errorf("sentence %d is %q", n, got)
		}
	}
}
