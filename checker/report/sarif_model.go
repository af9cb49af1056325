package report

// The objects of SARIF, as far as they are used. Section numbers are those of the
// standard.
type (
	sarifTool struct {
		Driver sarifComponent `json:"driver"`
	}
	sarifComponent struct { // 3.19
		Name                string                  `json:"name"`
		Organization        string                  `json:"organization,omitempty"`
		Version             string                  `json:"version,omitempty"`
		SemanticVersion     string                  `json:"semanticVersion,omitempty"`
		InformationURI      string                  `json:"informationUri,omitempty"`
		ShortDescription    *sarifText              `json:"shortDescription,omitempty"`
		Rules               []sarifDescriptor       `json:"rules,omitempty"`
		Taxa                []sarifDescriptor       `json:"taxa,omitempty"`
		SupportedTaxonomies []sarifComponentPointer `json:"supportedTaxonomies,omitempty"`
	}
	sarifComponentPointer struct {
		Name  string `json:"name"`
		Index int    `json:"index"`
	}
	sarifDescriptor struct { // 3.49
		ID                   string              `json:"id"`
		DeprecatedIDs        []string            `json:"deprecatedIds,omitempty"`
		Name                 string              `json:"name,omitempty"`
		ShortDescription     *sarifText          `json:"shortDescription,omitempty"`
		FullDescription      *sarifText          `json:"fullDescription,omitempty"`
		HelpURI              string              `json:"helpUri,omitempty"`
		Help                 *sarifText          `json:"help,omitempty"`
		DefaultConfiguration *sarifConfiguration `json:"defaultConfiguration,omitempty"`
		Relationships        []sarifRelationship `json:"relationships,omitempty"`
		Properties           *sarifRuleFacts     `json:"properties,omitempty"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifRelationship struct {
		Target sarifPointer `json:"target"`
		Kinds  []string     `json:"kinds"`
	}
	sarifPointer struct { // 3.52, to a taxon
		ID            string                 `json:"id"`
		Index         *int                   `json:"index,omitempty"`
		ToolComponent *sarifComponentPointer `json:"toolComponent,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifRuleFacts struct {
		Category string   `json:"category"`
		Regime   string   `json:"regime,omitempty"`
		Strength string   `json:"strength,omitempty"`
		Gravity  string   `json:"gravity,omitempty"`
		From     string   `json:"inForceFrom,omitempty"`
		Until    string   `json:"inForceUntil,omitempty"`
		Tags     []string `json:"tags"`
	}
	sarifInvocation struct { // 3.20
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct { // 3.58
		Level      string          `json:"level"`
		Descriptor sarifPointer    `json:"descriptor"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations,omitempty"`
	}
	sarifArtifact struct { // 3.24
		Location   sarifArtifactLocation `json:"location"`
		Roles      []string              `json:"roles"`
		MimeType   string                `json:"mimeType,omitempty"`
		Hashes     map[string]string     `json:"hashes,omitempty"`
		Properties sarifDocumentFacts    `json:"properties"`
	}
	sarifDocumentFacts struct {
		Document   string `json:"document"`
		TextSHA256 string `json:"textSha256"`
		Title      string `json:"title,omitempty"`
		Outlet     string `json:"outlet,omitempty"`
		URL        string `json:"url,omitempty"`
		Published  string `json:"published,omitempty"`
		Basis      string `json:"publishedBasis,omitempty"`
	}
	sarifArtifactLocation struct { // 3.4
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"`
	}
	sarifLocation struct { // 3.28
		ID       *int             `json:"id,omitempty"`
		Physical *sarifPhysical   `json:"physicalLocation,omitempty"`
		Logical  []sarifLogical   `json:"logicalLocations,omitempty"`
		Message  *sarifText       `json:"message,omitempty"`
		Facts    *sarifPlaceFacts `json:"properties,omitempty"`
	}
	sarifPlaceFacts struct {
		RegionOf  string `json:"regionOf,omitempty"`
		Paragraph int    `json:"paragraph,omitempty"`
		Sentence  int    `json:"sentence,omitempty"`
		Fragment  string `json:"textFragment,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifactLocation `json:"artifactLocation"`
		Region   *sarifRegion          `json:"region,omitempty"`
	}
	sarifLogical struct { // 3.33, a provision
		Name               string `json:"name"`
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
	// sarifRegion is a passage: from line and column (from 1) to just behind its
	// last character. All but the lines count code points of the canonical text,
	// which is the file itself when it is UTF-8 with LF line ends and no byte order
	// mark; the location's regionOf says when it is not.
	sarifRegion struct { // 3.30
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		CharOffset  *int       `json:"charOffset,omitempty"`
		CharLength  *int       `json:"charLength,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifSuppression struct { // 3.35
		Kind          string           `json:"kind"`
		Status        string           `json:"status"`
		Justification string           `json:"justification"`
		Properties    sarifWaiverFacts `json:"properties"`
	}
	sarifWaiverFacts struct {
		Owner    string `json:"owner,omitempty"`
		Approver string `json:"approver,omitempty"`
		Expires  string `json:"expires,omitempty"`
	}
	sarifResult struct { // 3.27
		RuleID        string              `json:"ruleId"`
		RuleIndex     int                 `json:"ruleIndex"`
		Kind          string              `json:"kind"`
		Level         string              `json:"level"`
		Message       sarifText           `json:"message"`
		Locations     []sarifLocation     `json:"locations"`
		Related       []sarifLocation     `json:"relatedLocations,omitempty"`
		Taxa          []sarifPointer      `json:"taxa,omitempty"`
		Fingerprints  map[string]string   `json:"partialFingerprints,omitempty"`
		BaselineState string              `json:"baselineState,omitempty"`
		Suppressions  *[]sarifSuppression `json:"suppressions,omitempty"` // nil when no waivers were asked
		Properties    sarifFacts          `json:"properties"`
	}
	sarifFacts struct {
		Finding      string      `json:"finding"`
		Claim        string      `json:"claim"`
		Verdict      string      `json:"verdict"`
		Severity     string      `json:"severity"`
		Status       string      `json:"status"`
		Stage        string      `json:"stage"`
		Source       string      `json:"source,omitempty"` // the origin, last of the chain
		SourceKind   string      `json:"sourceKind,omitempty"`
		Category     string      `json:"category"`
		Activity     string      `json:"activity"`
		LawDate      string      `json:"lawDate,omitempty"`
		LawDateBasis string      `json:"lawDateBasis,omitempty"`
		Missing      []string    `json:"missing"`
		CopyOf       *FindingRef `json:"copyOf,omitempty"`
		// "waiver" or "baseline", and the reason: a baseline has no suppression of
		// SARIF's to carry it.
		SuppressedBy string `json:"suppressedBy,omitempty"`
		Reason       string `json:"suppressionReason,omitempty"`
	}
	sarifRunFacts struct {
		Notice         string     `json:"notice"`
		RulesSHA256    string     `json:"rulesSha256"`
		PoliciesSHA256 string     `json:"policiesSha256"`
		LexiconSHA256  string     `json:"lexiconSha256"`
		LawCheckedAt   string     `json:"lawCheckedAt"`
		AsOf           string     `json:"asOf,omitempty"`
		FailOn         string     `json:"failOn,omitempty"`
		Filter         *Filter    `json:"filter,omitempty"`
		Merged         int        `json:"merged,omitempty"`
		Lists          []List     `json:"lists,omitempty"`
		Extractor      *Extractor `json:"extractor,omitempty"`
		Claims         int        `json:"claims"`
		SetAside       int        `json:"claimsSetAside"`
		Ungrounded     int        `json:"claimsUngrounded"`
		Suppressed     int        `json:"findingsSuppressed"`
	}
)
