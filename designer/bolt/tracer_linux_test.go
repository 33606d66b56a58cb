// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build amd64 || arm64

package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

// What ptrace(2) knows and package syscall does not.
const (
	ptraceGetSyscallInfo = 0x420e
	optionSysGood        = 0x01 // a stop at a call is told from a trap
	optionClone          = 0x08 // threads to come are traced as well
	optionExitKill       = 1 << 20
	waitAll, waitOwn     = 0x40000000, 0x20000000 // __WALL, __WNOTHREAD
)

// sysCall is a call to the system that has returned.
type sysCall struct {
	nr           uint64
	args         [6]uint64
	ret          int64 // negative: an error number
	data         []byte
	path, second string
}

// trace starts a program and tells of every call that its threads make, in
// the order in which they return. It is refused in some containers.
func trace(argv, env []string, told func(sysCall)) error {
	runtime.LockOSThread() // a traced program answers to one thread
	defer runtime.UnlockOSThread()
	p, err := os.StartProcess(argv[0], argv, &os.ProcAttr{
		Env: env, Files: []*os.File{nil, nil, os.Stderr}, Sys: &syscall.SysProcAttr{Ptrace: true},
	})
	if err != nil {
		return err
	}
	defer p.Release()
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(p.Pid, &status, waitAll, nil); err != nil {
		return err
	}
	if err := syscall.PtraceSetOptions(p.Pid, optionSysGood|optionClone|optionExitKill); err != nil {
		return errors.Join(err, p.Kill())
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", p.Pid))
	if err != nil {
		return errors.Join(err, p.Kill())
	}
	defer mem.Close()
	t := tracer{mem: mem, under: map[int]*sysCall{}, told: told}
	known := map[int]bool{p.Pid: true}
	for tid, signal := p.Pid, 0; ; {
		if err := syscall.PtraceSyscall(tid, signal); err != nil && err != syscall.ESRCH {
			return errors.Join(err, p.Kill())
		}
		for {
			if tid, err = syscall.Wait4(-1, &status, waitAll|waitOwn, nil); err != nil && err != syscall.EINTR {
				return errors.Join(err, p.Kill())
			}
			if err == nil && status.Stopped() {
				break
			}
			if tid == p.Pid && (status.Exited() || status.Signaled()) {
				if status.ExitStatus() != 0 {
					return fmt.Errorf("the traced program ended with %v", status)
				}
				return nil
			}
		}
		signal = 0
		switch s := status.StopSignal(); {
		case s == syscall.SIGTRAP|0x80:
			if err := t.call(tid); err != nil {
				return errors.Join(err, p.Kill())
			}
		case s == syscall.SIGTRAP: // a thread is about to come
		case s == syscall.SIGSTOP && !known[tid]: // and here it is
			known[tid] = true
		default:
			signal = int(s)
		}
	}
}

type tracer struct {
	mem   *os.File
	under map[int]*sysCall // what each thread is about
	told  func(sysCall)
}

// call is told that a thread begins or ends a call.
func (t *tracer) call(tid int) error {
	var info struct {
		op    uint8
		_     [3]uint8
		_     uint32
		_, _  uint64
		first uint64 // the call's number, or what it returns
		args  [6]uint64
		_     [2]uint64
	}
	if _, _, e := syscall.RawSyscall6(syscall.SYS_PTRACE, ptraceGetSyscallInfo, uintptr(tid), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0); e != 0 {
		return e
	}
	const entry, exit = 1, 2
	switch info.op {
	case entry:
		c := &sysCall{nr: info.first, args: info.args}
		t.under[tid] = c
		return t.look(c)
	case exit:
		if c := t.under[tid]; c != nil {
			delete(t.under, tid)
			c.ret = int64(info.first)
			t.told(*c)
		}
	}
	return nil
}

// look takes what the call points to before the program can change it.
func (t *tracer) look(c *sysCall) (err error) {
	text := func(at uint64) string {
		var b [4096]byte
		n, e := t.mem.ReadAt(b[:], int64(at))
		if n == 0 {
			err = errors.Join(err, e)
		}
		s, _, _ := bytes.Cut(b[:n], []byte{0})
		return string(s)
	}
	switch c.nr {
	case syscall.SYS_PWRITE64, syscall.SYS_WRITE:
		c.data = make([]byte, c.args[2])
		_, err = t.mem.ReadAt(c.data, int64(c.args[1]))
	case syscall.SYS_OPENAT, syscall.SYS_UNLINKAT:
		c.path = text(c.args[1])
	case syscall.SYS_LINKAT, syscall.SYS_RENAMEAT:
		c.path, c.second = text(c.args[1]), text(c.args[3])
	}
	return err
}
