// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/gdamore/tcell/v3/vt"
)

// program is the path of the program under test, built once.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "insignia-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	program = filepath.Join(dir, "insignia")
	if out, err := exec.Command("go", "build", "-o", program, "insignia").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
		os.Exit(2)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

const patience = 20 * time.Second

// terminal is the program on a pseudo-terminal, its screen emulated.
type terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	tty  *os.File
	mock vt.MockTerm
	mu   sync.Mutex
	raw  bytes.Buffer
	gone chan struct{} // the program has ended
	read chan struct{} // and all it wrote has been read
}

// run starts the program in dir on a terminal of w by h cells that it belongs
// to: when the terminal closes, the program hears of it.
func run(t testing.TB, dir string, w, h int, args ...string) *terminal {
	t.Helper()
	return start(t, dir, w, h, &syscall.SysProcAttr{Setsid: true, Setctty: true}, args...)
}

func start(t testing.TB, dir string, w, h int, attr *syscall.SysProcAttr, args ...string) *terminal {
	t.Helper()
	mock := vt.NewMockTerm(vt.MockOptSize{X: vt.Col(w), Y: vt.Row(h)})
	if err := mock.Start(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, append([]string{"--store", filepath.Join(dir, "insignia.db")}, args...)...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=en_GB.UTF-8", "TZ=UTC",
		"INSIGNIA_SPEED=60"} // of the workshop's clock
	tty, err := pty.StartWithAttrs(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}, attr)
	if err != nil {
		t.Fatal(err)
	}
	p := &terminal{t: t, cmd: cmd, tty: tty, mock: mock, gone: make(chan struct{}), read: make(chan struct{})}
	go p.show()
	go p.answer()
	go func() { cmd.Wait(); close(p.gone) }()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-p.gone
		tty.Close()
		mock.Close()
	})
	return p
}

// show feeds what the program writes to the emulated screen.
func (p *terminal) show() {
	defer close(p.read)
	buf := make([]byte, 1<<16)
	for {
		n, err := p.tty.Read(buf)
		p.mu.Lock()
		p.raw.Write(buf[:n])
		p.mu.Unlock()
		p.mock.Write(buf[:n])
		if err != nil {
			return
		}
	}
}

// answer passes the terminal's answers to queries on to the program.
func (p *terminal) answer() {
	buf := make([]byte, 4096)
	for {
		n, err := p.mock.Read(buf)
		if err != nil {
			return
		}
		p.tty.Write(buf[:n])
	}
}

// keys types.
func (p *terminal) keys(s string) {
	p.t.Helper()
	if _, err := p.tty.WriteString(s); err != nil {
		p.t.Fatalf("keys %q: %v", s, err)
	}
}

// screen is what the terminal shows.
func (p *terminal) screen() string {
	size := p.mock.Backend().GetSize()
	var b strings.Builder
	for y := range size.Y {
		for x := vt.Col(0); x < size.X; {
			c := p.mock.GetCell(vt.Coord{X: x, Y: y})
			if c.C == "" {
				c.C = " "
			}
			b.WriteString(c.C)
			x += vt.Col(max(c.W, 1))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// until waits for a text on the screen.
func (p *terminal) until(text string) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(3 * time.Millisecond) {
		if strings.Contains(p.screen(), text) {
			return
		}
	}
	p.t.Fatalf("no %q on\n%s", text, p.screen())
}

// ended waits for the program's end and gives its exit code.
func (p *terminal) ended() int {
	p.t.Helper()
	select {
	case <-p.gone:
		select {
		case <-p.read:
		case <-time.After(patience):
			p.t.Fatal("the terminal stays open after the program ended")
		}
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		p.t.Fatalf("the program does not end; it shows\n%s", p.screen())
		return -1
	}
}

func (p *terminal) signal(s syscall.Signal) { p.cmd.Process.Signal(s) }

// answers runs "show" on the one badge of the store in dir.
func answers(t testing.TB, dir string) string {
	t.Helper()
	store := filepath.Join(dir, "insignia.db")
	out, err := exec.Command(program, "--store", store, "list", "--json").Output()
	if err != nil {
		t.Fatalf("list: %v", err)
	}
	_, rest, ok := strings.Cut(string(out), `"id": "`)
	if !ok {
		if _, rest, ok = strings.Cut(string(out), `"id":"`); !ok {
			return ""
		}
	}
	id, _, _ := strings.Cut(rest, `"`)
	out, err = exec.Command(program, "--store", store, "show", id, "--json").Output()
	if err != nil {
		t.Fatalf("show %s: %v", id, err)
	}
	return string(out)
}
