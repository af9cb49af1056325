package screen

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// vesselColumns are the columns of a vessel list by the names they go by.
var vesselColumns = map[string]string{
	"name": "name", "vessel": "name", "vessel name": "name", "ship": "name",
	"imo": "imo", "imo number": "imo", "imo_number": "imo", "imo no": "imo",
	"status": "status", "un_status": "status", "un status": "status",
	"measure": "measure", "measures": "measure",
	"designated_on": "listed", "designated on": "listed", "listed_on": "listed", "listed on": "listed", "date": "listed",
	"source": "source", "imo_source": "source", "evidence_of_un_status": "evidence", "evidence": "evidence",
	"aliases": "aliases", "alias": "aliases", "former_names": "aliases", "former names": "aliases",
}

const maxVesselColumns = 64

// ReadVessels reads a list of vessels: CSV or TSV in UTF-8 whose first line names
// the columns. Name, IMO number and status are required; aliases (parted by ";"),
// measure, date of designation and source are read where they are there. An IMO
// number whose check digit is wrong is refused with its line; a status that says
// "probably" makes an entry that never gives more than a possible match.
func ReadVessels(r io.Reader) (*List, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxListBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxListBytes {
		return nil, ErrTooLarge
	}
	sum := sha256.Sum256(data)
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, errors.New("the file is not UTF-8; save it as UTF-8 and import it again")
	}
	head, _, _ := bufio.NewReader(bytes.NewReader(data)).ReadLine()
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	in.Comma = ','
	for _, c := range "\t;" {
		if strings.Count(string(head), string(c)) > strings.Count(string(head), string(in.Comma)) {
			in.Comma = c
		}
	}
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("the file has no line that names its columns: %w", err)
	}
	if len(header) > maxVesselColumns {
		return nil, fmt.Errorf("%d columns; a vessel list has fewer than %d", len(header), maxVesselColumns)
	}
	at := map[string]int{}
	for i, h := range header {
		if c, ok := vesselColumns[strings.ToLower(squeeze(h))]; ok {
			if _, twice := at[c]; !twice {
				at[c] = i
			}
		}
	}
	for _, need := range []string{"name", "imo", "status"} {
		if _, ok := at[need]; !ok {
			return nil, fmt.Errorf("line 1 names no column %q (it has %s); a vessel list needs name, imo and status", need, clip(strings.Join(header, ", ")))
		}
	}
	list := &List{Source: VesselList, SHA256: hex.EncodeToString(sum[:])}
	seen := map[string]int{}
	for {
		row, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		if len(row) > maxVesselColumns {
			return nil, fmt.Errorf("line %d: %d fields; a vessel list has fewer than %d columns", line, len(row), maxVesselColumns)
		}
		cell := func(column string) string {
			if i, ok := at[column]; ok && i < len(row) {
				return squeeze(row[i])
			}
			return ""
		}
		e := Entry{Kind: Vessel, Note: strings.Join(texts([]string{cell("measure"), cell("evidence"), cell("source")}), "; "), ListedOn: day(cell("listed"))}
		for _, m := range []struct{ words, measure string }{{"freeze", Freeze}, {"port entry", PortEntry}, {"flag", Deflag}} {
			if strings.Contains(strings.ToLower(cell("measure")), m.words) {
				e.Measures = append(e.Measures, m.measure)
			}
		}
		for i, part := range strings.Split(cell("name")+";"+cell("aliases"), ";") {
			if part = squeeze(part); part == "" {
				continue
			}
			if len(part) > MaxNameBytes {
				return nil, fmt.Errorf("line %d: a name of %d bytes; no vessel has one; is a quotation mark not closed?", line, len(part))
			}
			q := Aka
			if i == 0 {
				q = Primary
			}
			e.Names = append(e.Names, Name{Text: part, Quality: q})
		}
		if len(e.Names) == 0 || len(e.Names) > maxEntryNames {
			return nil, fmt.Errorf("line %d: the vessel has no name, or too many", line)
		}
		if e.Status, err = vesselStatus(cell("status")); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		imo := cell("imo")
		if digits, ok := parseIMO(imo); ok {
			e.IMO, e.Reference = digits, "IMO "+digits
		} else if imo == "" || strings.EqualFold(imo, "unknown") {
			e.Reference = "vessel " + e.Names[0].Text
			list.Notes = append(list.Notes, fmt.Sprintf("line %d: %s has no IMO number; by name alone it never gives more than a possible match", line, clip(e.Names[0].Text)))
		} else {
			return nil, fmt.Errorf("line %d: %q is not an IMO number: it has seven digits of which the last checks the others", line, clip(imo))
		}
		if first, ok := seen[foldReference(e.Reference)]; ok {
			return nil, fmt.Errorf("line %d: %s stands already in line %d", line, e.Reference, first)
		}
		seen[foldReference(e.Reference)] = line
		if e.Status == StatusDesignated && e.ListedOn == "" {
			list.Notes = append(list.Notes, fmt.Sprintf("line %d: %s has no date of designation", line, clip(e.Names[0].Text)))
		}
		list.Date = max(list.Date, e.ListedOn)
		if list.Entries = append(list.Entries, e); len(list.Entries) > maxListEntries {
			return nil, fmt.Errorf("more than %d entries", maxListEntries)
		}
	}
	if len(list.Entries) == 0 {
		return nil, errors.New("the list has no entries")
	}
	return list, nil
}

func vesselStatus(s string) (string, error) {
	fold := strings.ToLower(s)
	switch {
	case strings.Contains(fold, "removed"), strings.Contains(fold, "delisted"), strings.Contains(fold, "de-listed"):
		return StatusRemoved, nil
	case strings.HasPrefix(fold, "designated"), fold == "listed":
		return StatusDesignated, nil
	case strings.Contains(fold, "designated"), strings.Contains(fold, "listed"), slices.Contains([]string{"uncertain", "unknown", "unverified"}, fold):
		return StatusUncertain, nil
	}
	return "", fmt.Errorf("the status %q is none of designated, probably designated, uncertain, removed", clip(s))
}

// parseIMO reads an IMO ship number, with or without "IMO" before it, and checks
// its last digit (IMO resolution A.1117(30): the sum of the first six, times 7 to
// 2, ends in it).
func parseIMO(s string) (string, bool) {
	s = strings.ToUpper(squeeze(s))
	s = strings.TrimLeft(strings.TrimPrefix(s, "IMO"), " :.#-")
	s = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s, "NUMBER"), "NO"), " :.#-")
	return s, ValidIMO(s)
}

// ValidIMO reports seven digits whose check digit is right.
func ValidIMO(s string) bool {
	if len(s) != 7 {
		return false
	}
	sum := 0
	for i := range 7 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		if i < 6 {
			sum += int(s[i]-'0') * (7 - i)
		}
	}
	return s != "0000000" && sum%10 == int(s[6]-'0')
}
