package process

import (
	"os/exec"
	"strconv"
)

// group ends the command with its children when its context is done.
func group(cmd *exec.Cmd) { cmd.Cancel = func() error { return kill(cmd) } }

// kill asks the system's own tool, which knows the tree of processes, and then
// makes sure of the command itself.
func kill(cmd *exec.Cmd) error {
	_ = exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run()
	return cmd.Process.Kill()
}
