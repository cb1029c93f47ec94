package trace

import (
	"syscall"
	"unsafe"
)

//go:linkname systemWrite syscall.write
func systemWrite(fd int, p []byte) (n int, err error)

//go:linkname systemRead syscall.read
func systemRead(fd int, p []byte) (n int, err error)

//go:linkname systemExit syscall.Exit
func systemExit(code int)

// takeStreams puts the functions below in the place of those that all of the library ends up in, so that output and input are
// recorded when they happen and os.Exit leaves no frame open. Where that can't be done the host places the output.
func takeStreams() {
	replace(systemWrite, write)
	replace(systemRead, readFrom)
	replace(systemExit, exit)
}

func write(fd int, p []byte) (n int, err error) {
	n, err = call(syscall.SYS_WRITE, fd, p)
	if n > 0 && (fd == 1 || fd == 2) && On {
		wrote(fd, p[:n])
	}
	return n, err
}

func readFrom(fd int, p []byte) (n int, err error) {
	n, err = call(syscall.SYS_READ, fd, p)
	if n > 0 && fd == 0 && On {
		read(fd, p[:n])
	}
	return n, err
}

func exit(code int) {
	finishAll()
	syscall.RawSyscall(syscall.SYS_EXIT_GROUP, uintptr(code), 0, 0)
}

var empty byte

func call(number uintptr, fd int, p []byte) (int, error) {
	at := &empty
	if len(p) > 0 {
		at = &p[0]
	}
	n, _, failure := syscall.Syscall(number, uintptr(fd), uintptr(unsafe.Pointer(at)), uintptr(len(p)))
	if failure != 0 {
		return int(n), failure
	}
	return int(n), nil
}
