package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/article41/article41/checker/claim"
)

// compile fails when the schema is not valid by its own meta-schema.
func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, r *Report) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return v.(map[string]any)
}

func TestSchemaAcceptsReports(t *testing.T) {
	s := compile(t)
	full, _ := labourReport(t)
	full.Claims[0].Goods = []claim.Good{{ID: "coal"}}
	full.Claims[0].Quantity = &claim.Quantity{Value: 2, High: 3, Unit: "t", Comparator: "about", Text: "some tonnes"}
	full.Claims[0].Place = &claim.Place{Country: "RU"}
	full.Claims[0].EventDate = &claim.Interval{From: "2023-12-12", Basis: "dateline"}
	full.Claims[0].StatementDate = &claim.Interval{To: "2023-12-12"}
	full.Claims[0].Facts = []claim.Fact{{Name: "paid"}}
	full.Claims[0].Extraction = &claim.Extraction{Rule: "labour.deploy", Cues: []claim.Cue{{ID: "signs-of", Text: "signs"}}}
	copies, _ := copiesReport(t)
	full.Run.Extractor = &Extractor{Name: "llm", Model: "m", PromptSHA256: digest("4")}
	full.Ungrounded = []Ungrounded{{Document: "d_1", Code: "quote_not_found", Reason: "not there", Claimed: Claimed{Quote: "x", Roles: []ClaimedRole{{Role: "host"}}}}}
	for name, r := range map[string]*Report{"full": full, "copies": copies, "empty": emptyReport(t)} {
		if err := s.Validate(instance(t, r)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compile(t)
	first := func(m map[string]any, list string) map[string]any { return m[list].([]any)[0].(map[string]any) }
	for name, spoil := range map[string]func(m map[string]any){
		"unknown key at the top":    func(m map[string]any) { m["extra"] = 1 },
		"unknown key in a finding":  func(m map[string]any) { first(m, "findings")["extra"] = 1 },
		"unknown key in a claim":    func(m map[string]any) { first(m, "claims")["extra"] = 1 },
		"finding without evidence":  func(m map[string]any) { first(m, "findings")["evidence"] = []any{} },
		"finding without law":       func(m map[string]any) { first(m, "findings")["legal_basis"] = []any{} },
		"finding without reasoning": func(m map[string]any) { first(m, "findings")["reasoning"] = []any{} },
		"unknown key in the extractor": func(m map[string]any) {
			m["run"].(map[string]any)["extractor"] = map[string]any{"name": "exec", "path": "x"}
		},
		"null for a list": func(m map[string]any) { m["failures"] = nil },
		"selectors swapped": func(m map[string]any) {
			slices.Reverse(first(first(m, "findings"), "evidence")["target"].(map[string]any)["selector"].([]any))
		},
		"claim with findings and set aside": func(m map[string]any) {
			first(m, "claims")["set_aside"] = map[string]any{"code": "negated", "text": "x"}
		},
		"claim with neither": func(m map[string]any) { delete(first(m, "claims"), "findings") },
		"other version":      func(m map[string]any) { m["schema_version"] = "2" },
		"date in words":      func(m map[string]any) { first(m, "findings")["law_date"].(map[string]any)["date"] = "today" },
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := labourReport(t)
			m := instance(t, r)
			spoil(m)
			if s.Validate(m) == nil {
				t.Error("accepted")
			}
		})
	}
}

// TestSchemaAgreesWithStructs walks the Go types beside the schema, so that
// neither gains a property the other lacks.
func TestSchemaAgreesWithStructs(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	w := walker{t: t, defs: root["$defs"].(map[string]any), used: map[string]bool{}}
	w.object("report", reflect.TypeFor[Report](), root)
	for name := range w.defs {
		if !w.used[name] {
			t.Errorf("$defs/%s is not used", name)
		}
	}
}

type walker struct {
	t    *testing.T
	defs map[string]any
	used map[string]bool
}

func (w walker) value(at string, typ reflect.Type, schema map[string]any) {
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		target, ok := w.defs[name].(map[string]any)
		if !ok {
			w.t.Fatalf("%s: no %s", at, ref)
		}
		w.used[name] = true
		schema = target
	}
	if schema["description"] == nil {
		w.t.Errorf("%s: no description", at)
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	want := map[reflect.Kind]string{reflect.Struct: "object", reflect.Map: "object", reflect.Slice: "array", reflect.String: "string",
		reflect.Int: "integer", reflect.Float64: "number", reflect.Bool: "boolean"}[typ.Kind()]
	if got := schema["type"]; got != want && schema["const"] == nil {
		w.t.Errorf("%s: type %v, Go has %v", at, got, typ)
	}
	switch {
	case typ == reflect.TypeFor[[]Selector]():
		w.selectors(at, schema)
	case typ.Kind() == reflect.Struct:
		w.object(at, typ, schema)
	case typ.Kind() == reflect.Slice:
		items := schema["items"].(map[string]any)
		if typ.Elem().Kind() == reflect.Struct || items["$ref"] != nil {
			w.value(at+"[]", typ.Elem(), items)
		}
	case typ.Kind() == reflect.Map:
		for _, count := range schema["properties"].(map[string]any) {
			w.value(at+"{}", typ.Elem(), count.(map[string]any))
		}
	}
}

func (w walker) object(at string, typ reflect.Type, schema map[string]any) {
	if schema["additionalProperties"] != false {
		w.t.Errorf("%s: takes additional properties", at)
	}
	properties := schema["properties"].(map[string]any)
	fields := map[string]reflect.Type{}
	var required []string
	for _, f := range reflect.VisibleFields(typ) {
		tag := f.Tag.Get("json")
		if f.Anonymous || tag == "" || tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		fields[name] = f.Type
		if options != "omitempty" {
			required = append(required, name)
		}
	}
	w.same(at+": properties", slices.Collect(maps.Keys(properties)), slices.Collect(maps.Keys(fields)))
	w.same(at+": required", texts(schema["required"]), required)
	for name, field := range fields {
		if p, ok := properties[name].(map[string]any); ok {
			w.value(at+"."+name, field, p)
		}
	}
}

// selectors compares the two schema objects with the one Go type that serves
// for both.
func (w walker) selectors(at string, schema map[string]any) {
	union := map[string]bool{}
	for _, item := range schema["prefixItems"].([]any) {
		name := strings.TrimPrefix(item.(map[string]any)["$ref"].(string), "#/$defs/")
		w.used[name] = true
		def := w.defs[name].(map[string]any)
		if def["additionalProperties"] != false {
			w.t.Errorf("%s: takes additional properties", at)
		}
		for p := range def["properties"].(map[string]any) {
			union[p] = true
		}
	}
	var fields []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Selector]()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		fields = append(fields, name)
	}
	w.same(at, slices.Collect(maps.Keys(union)), fields)
}

func (w walker) same(what string, schema, code []string) {
	slices.Sort(schema)
	slices.Sort(code)
	if !slices.Equal(schema, code) {
		w.t.Errorf("%s: the schema has %v, Go has %v", what, schema, code)
	}
}

func texts(v any) []string {
	list, _ := v.([]any)
	out := make([]string, 0, len(list))
	for _, x := range list {
		out = append(out, x.(string))
	}
	return out
}

func TestSchemaWordLists(t *testing.T) {
	var root struct {
		Defs map[string]struct {
			Enum       []string
			Properties map[string]struct {
				Enum       []string
				Properties map[string]any
				Required   []string
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	d := root.Defs
	for name, pair := range map[string][2][]string{
		"severity":     {d["severity"].Enum, Severities},
		"verdict":      {d["verdict"].Enum, Verdicts},
		"status":       {d["status"].Enum, names(claim.Statuses)},
		"stage":        {d["stage"].Enum, names(claim.Stages)},
		"passage_role": {d["passage_role"].Enum, passageRoles},
		"source kind":  {d["source"].Properties["kind"].Enum, claim.SourceKinds},
		"law role":     {d["legal_basis"].Properties["role"].Enum, lawRoles},
		"strength":     {d["legal_basis"].Properties["strength"].Enum, strengths},
		"story kind":   {d["story_kind"].Enum, StoryKinds},
		"verification": {d["legal_basis"].Properties["verification"].Enum, verifications},
		"by_severity":  {d["summary"].Properties["by_severity"].Required, Severities},
		"by_verdict":   {d["summary"].Properties["by_verdict"].Required, Verdicts},
		"by_status":    {d["summary"].Properties["by_status"].Required, names(claim.Statuses)},
	} {
		if !slices.Equal(pair[0], pair[1]) {
			t.Errorf("%s: the schema has %v, Go has %v", name, pair[0], pair[1])
		}
	}
	for table, keys := range map[*map[string]string][]string{
		&verificationWords: verifications, &strengthWords: strengths, &lawRoleWords: lawRoles, &verdictWords: Verdicts,
	} {
		for _, k := range keys {
			if _, ok := (*table)[k]; !ok {
				t.Errorf("no words for %q in pretty output", k)
			}
		}
	}
}
