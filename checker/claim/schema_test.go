package claim

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/article41/article41/checker/strictyaml"
)

var compiled = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	id := doc.(map[string]any)["$id"].(string)
	if err := c.AddResource(id, doc); err != nil {
		return nil, err
	}
	return c.Compile(id)
})

// schemaError is what the schema says of a file.
func schemaError(t *testing.T, name string, data []byte) error {
	t.Helper()
	s, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(name, ".yaml") {
		data = yamlToJSON(t, data)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func validateWithSchema(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := schemaError(t, name, data); err != nil {
		t.Fatalf("the schema refuses what was written: %v\n%s", err, data)
	}
}

// yamlToJSON is what an editor's YAML language server does before it applies a
// JSON Schema; it also shows that other readers take each scalar as meant.
func yamlToJSON(t *testing.T, data []byte) []byte {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSchemaAndDecodeRefuseTheSame(t *testing.T) {
	change := func(old, new string) func(string) string {
		return func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("%q is not in the file", old)
			}
			return strings.Replace(s, old, new, 1)
		}
	}
	tests := []struct {
		name   string
		change func(string) string
	}{
		{"unknown key", change(`"status"`, `"state"`)},
		{"unknown key at the top", change(`"claims"`, `"claim"`)},
		{"unknown key in evidence", change(`"prefix"`, `"before"`)},
		{"version", change(`"schema_version": "1"`, `"schema_version": "2"`)},
		{"version as a number", change(`"schema_version": "1"`, `"schema_version": 1`)},
		{"no path", change(`"path": "article.txt"`, `"path": ""`)},
		{"hash", change(`0a0a`, `0A0a`)},
		{"published", change(`"2023-12-13"`, `"13 December 2023"`)},
		{"day that does not exist", change(`"2024-12-12"`, `"2024-02-30"`)},
		{"id", change(`"c_04"`, `"c 04"`)},
		{"status", change(`"alleged"`, `"rumoured"`)},
		{"stage", change(`"preparing"`, `"soon"`)},
		{"empty category", change(`"labour"`, `""`)},
		{"country", change(`"KP"`, `"kp"`)},
		{"comparator", change(`"about"`, `"circa"`)},
		{"negative quantity", change(`1000,`, `-1000,`)},
		{"quantity as text", change(`1000,`, `"1000",`)},
		{"kind", change(`"news_agency"`, `"blog"`)},
		{"origin", change(`"origin": true`, `"origin": "yes"`)},
		{"role of evidence", change(`"primary"`, `"main"`)},
		{"no primary evidence", change(`"primary"`, `"supporting"`)},
		{"blank quote", change(`"moving to deploy workers"`, `"  "`)},
		{"quote null", change(`"moving to deploy workers"`, `null`)},
		{"start alone", change(`"end": 1374`, `"suffix": ""`)},
		{"start as text", change(`1298`, `"1298"`)},
		{"fraction of a character", change(`1298`, `1298.5`)},
		{"list for an object", change(`"place": {`, `"place": [], "x": {`)},
		{"place null", change(`"quantity": {`, `"quantity": null, "x": {`)},
		{"confidence", change(`"medium"`, `"0.5"`)},
	}
	var b bytes.Buffer
	if err := validFile(valid()).EncodeJSON(&b); err != nil {
		t.Fatal(err)
	}
	if err := schemaError(t, "claims.json", b.Bytes()); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bad := []byte(tt.change(b.String()))
			if f, err := Decode("claims.json", bad); err == nil {
				t.Errorf("Decode accepts it: %+v", f)
			}
			if schemaError(t, "claims.json", bad) == nil {
				t.Error("the schema accepts it")
			}
		})
	}
}

// A field added to a struct and not to the schema, or the other way round,
// fails here.
func TestSchemaAgreesWithTheStructs(t *testing.T) {
	var s struct {
		Ref  string                `json:"$ref"`
		Defs map[string]definition `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	if s.Ref != "#/$defs/File" {
		t.Errorf("the root is %q", s.Ref)
	}
	seen := map[string]bool{"country": true, "date": true}
	compare(t, s.Defs, reflect.TypeFor[File](), seen)
	for name := range s.Defs {
		if !seen[name] {
			t.Errorf("$defs/%s is not used by any struct", name)
		}
	}
}

type definition struct {
	Type       string                `json:"type"`
	Ref        string                `json:"$ref"`
	Enum       []string              `json:"enum"`
	Required   []string              `json:"required"`
	Additional *bool                 `json:"additionalProperties"`
	Properties map[string]definition `json:"properties"`
	Items      *definition           `json:"items"`
}

func compare(t *testing.T, defs map[string]definition, typ reflect.Type, seen map[string]bool) {
	seen[typ.Name()] = true
	def, ok := defs[typ.Name()]
	if !ok || def.Type != "object" || def.Additional == nil || *def.Additional {
		t.Errorf("$defs/%s must be an object without additional properties", typ.Name())
		return
	}
	var names, required []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Type == reflect.TypeFor[strictyaml.Pos]() {
			continue
		}
		name, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if f.Tag.Get("json") != f.Tag.Get("yaml") {
			t.Errorf("%v.%s: the yaml and json tags differ", typ, f.Name)
		}
		names = append(names, name)
		if opts != "omitempty" {
			required = append(required, name)
		}
		if p, ok := def.Properties[name]; ok {
			compareField(t, defs, typ.Name()+"."+name, p, f, seen)
		} else {
			t.Errorf("$defs/%s lacks the property %q", typ.Name(), name)
		}
	}
	for name := range def.Properties {
		if !slices.Contains(names, name) {
			t.Errorf("$defs/%s has the property %q, the struct has not", typ.Name(), name)
		}
	}
	if !slices.Equal(def.Required, required) {
		t.Errorf("$defs/%s requires %v, the struct %v", typ.Name(), def.Required, required)
	}
}

func compareField(t *testing.T, defs map[string]definition, what string, p definition, f reflect.StructField, seen map[string]bool) {
	typ := f.Type
	if typ.Kind() == reflect.Slice {
		if p.Type != "array" || p.Items == nil {
			t.Errorf("%s must be an array", what)
			return
		}
		p, typ = *p.Items, typ.Elem()
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() == reflect.Struct {
		if p.Ref != "#/$defs/"+typ.Name() {
			t.Errorf("%s refers to %q", what, p.Ref)
			return
		}
		if !seen[typ.Name()] {
			compare(t, defs, typ, seen)
		}
		return
	}
	if name, ok := strings.CutPrefix(p.Ref, "#/$defs/"); ok {
		p = defs[name]
	}
	if enum := strings.Fields(f.Tag.Get("enum")); len(enum) > 0 {
		if !slices.Equal(p.Enum, enum) {
			t.Errorf("%s: the schema has %v, the tag %v", what, p.Enum, enum)
		}
		return
	}
	want := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Float64: "number"}[typ.Kind()]
	if p.Type != want {
		t.Errorf("%s is of type %q in the schema and %q in the struct", what, p.Type, want)
	}
}
