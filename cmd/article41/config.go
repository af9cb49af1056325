package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/article41/article41/checker/config"
	"github.com/article41/article41/checker/report"
)

// noConfig is the --config that means no file at all.
const noConfig = "none"

func addConfigFlag(root *cobra.Command) {
	root.PersistentFlags().String("config", "", "configuration `FILE`; none: no file (default: "+config.Name+" here or above, up to the root of the repository, else in the user's configuration folder)")
}

// settled is a key with the value that holds and where that comes from.
type settled struct {
	key    config.Key
	values []string
	origin string // "environment", "FILE:LINE", or "" for a default
}

// settle finds the values that the environment and the configuration file give.
func (p *program) settle(flags *pflag.FlagSet) ([]settled, error) {
	path, err := flags.GetString("config")
	if err != nil {
		return nil, err
	}
	if path == "" {
		path = p.env("ARTICLE41_CONFIG")
	}
	var file *config.File
	if path == "" {
		user := p.env("XDG_CONFIG_HOME")
		if user == "" {
			user, _ = os.UserConfigDir() // without a home there is none
		}
		if path, err = config.Find(".", user); err != nil {
			return nil, fmt.Errorf("looking for the configuration: %w", err)
		}
	}
	if path != "" && path != noConfig {
		if file, err = config.Read(path); err != nil {
			return nil, err
		}
	}
	var out []settled
	for _, k := range config.Keys {
		s := settled{key: k}
		if file != nil {
			for _, v := range file.Values {
				if v.Key == k {
					s.values, s.origin = v.Text, v.Pos.String()
				}
			}
		}
		if v := p.env(k.Env()); v != "" {
			s.values, s.origin = []string{v}, "environment, "+k.Env()
			if k.Kind == config.List {
				s.values = strings.Split(v, ",")
				for i := range s.values {
					s.values[i] = strings.TrimSpace(s.values[i])
				}
			}
			if err := config.Check(k.Kind, v); err != nil {
				return nil, fmt.Errorf("%s: %w", k.Env(), err)
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// ofCheck are keys that narrow or shape a check, and mean nothing to other commands with
// flags of the same names.
var ofCheck = []string{"format", "category", "measure", "status", "min_severity", "fail_on", "quiet"}

// configure gives the flags of a command that were not given the values that the
// environment and the configuration file hold. Commands without such a flag need neither.
func (p *program) configure(cmd *cobra.Command) error {
	flagOf := func(k config.Key) *pflag.Flag {
		if slices.Contains(ofCheck, k.Name) && cmd.Name() != "check" {
			return nil
		}
		return cmd.Flags().Lookup(k.Flag())
	}
	if !slices.ContainsFunc(config.Keys, func(k config.Key) bool { return flagOf(k) != nil }) {
		return nil
	}
	values, err := p.settle(cmd.Flags())
	if err != nil {
		return err
	}
	zero, _ := cmd.Flags().GetBool("exit-zero") // false where there is no such flag
	for _, s := range values {
		flag := flagOf(s.key)
		if flag == nil || flag.Changed || s.values == nil || zero && s.key.Name == "fail_on" {
			continue
		}
		for _, v := range s.values {
			if err := flag.Value.Set(v); err != nil {
				return fmt.Errorf("%s: %s: %w", s.origin, s.key.Name, err)
			}
		}
		p.configured = true
	}
	return nil
}

func newConfig(p *program) *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Show the configuration that holds here"}
	var origin bool
	show := &cobra.Command{
		Use:   "show",
		Short: "Show the values that hold here, and with --origin where each comes from",
		Args:  noArgument,
		RunE: func(cmd *cobra.Command, _ []string) error {
			values, err := p.settle(cmd.Flags())
			if err != nil {
				return err
			}
			defaults := newCheck(p).Flags()
			for _, s := range values {
				text, from := strings.Join(s.values, ", "), s.origin
				if s.values == nil {
					from = "default"
					if f := defaults.Lookup(s.key.Flag()); f != nil {
						text = strings.Trim(f.DefValue, "[]")
					}
				}
				line := s.key.Name + ": " + report.Sanitize(text)
				if s.key.Name == "jobs" && s.values == nil {
					line = s.key.Name + ": as many as there are processors"
				}
				if origin {
					line = fmt.Sprintf("%-50s # %s", line, report.Sanitize(from))
				}
				fmt.Fprintln(p.out, strings.TrimRight(line, " "))
			}
			return nil
		},
	}
	show.Flags().BoolVar(&origin, "origin", false, "say where each value comes from")
	cmd.AddCommand(show)
	return cmd
}
