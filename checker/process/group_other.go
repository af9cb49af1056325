//go:build !unix && !windows

package process

import "os/exec"

// group: this system has no process groups that could be ended together.
func group(*exec.Cmd) {}

func kill(cmd *exec.Cmd) error { return cmd.Process.Kill() }
