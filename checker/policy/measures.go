package policy

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// readMeasures takes from the catalogue what the engine needs of each measure,
// and checks the parts without which a decision could vanish or have no
// severity. A user's own catalogue comes this way too.
func readMeasures(catalogData map[string]any) (map[string]measure, error) {
	var errs []error
	documents, _ := catalogData["measures"].(map[string]any)
	if len(documents) == 0 {
		errs = append(errs, errors.New("catalogue: there is no measure"))
	}
	measures := make(map[string]measure, len(documents))
	for id, document := range documents {
		fields, _ := document.(map[string]any)
		m, err := readMeasure(fields)
		if err != nil {
			errs = append(errs, fmt.Errorf("catalogue: measure %s: %w", id, err))
		}
		cells, _ := fields["severity"].(map[string]any)
		for _, v := range verdicts {
			if s, _ := cells[v].(string); !slices.Contains(severities, s) {
				errs = append(errs, fmt.Errorf("catalogue: measure %s has no known severity for %q", id, v))
			}
		}
		measures[id] = m
	}
	slices.SortFunc(errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return measures, errors.Join(errs...)
}

func readMeasure(fields map[string]any) (measure, error) {
	var m measure
	m.category, _ = fields["package"].(string)
	m.from, _ = fields["from"].(string)
	m.until, _ = fields["until"].(string)
	if !isDate(m.from) || !isDate(m.until) {
		return m, fmt.Errorf("from %q and until %q have to be YYYY-MM-DD", m.from, m.until)
	}
	caps, _ := fields["caps"].([]any)
	for _, c := range caps {
		row, _ := c.(map[string]any)
		per, _ := row["per"].(string)
		from, _ := row["from"].(string)
		until, _ := row["until"].(string)
		m.caps = append(m.caps, capRule{per, from, until})
	}
	provisions, _ := fields["provisions"].(map[string]any)
	for _, role := range slices.Sorted(maps.Keys(provisions)) {
		of := provisionsOf{role: role}
		indexes, _ := provisions[role].([]any)
		for _, index := range indexes {
			i, ok := index.(int)
			if !ok {
				return m, fmt.Errorf("the provision index %v is not an int", index)
			}
			of.indexes = append(of.indexes, i)
		}
		m.provisions = append(m.provisions, of)
	}
	return m, nil
}
