//go:build unix

package process

import (
	"os/exec"
	"syscall"
)

// group makes the command the leader of a process group, and kills that whole
// group when its context is done: a script's children end with it.
func group(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return kill(cmd) }
}

// kill ends the group. As long as one of its processes lives, no other group can
// have its number.
func kill(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
