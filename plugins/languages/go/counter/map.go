// The second file of a counted program.
package main

import (
	"syscall"
	"unsafe"
)

// codeAlchemyMap moves the counters into the file that the counter reads.
func codeAlchemyMap[T any](counters *T) *T {
	const variable = "CODEALCHEMY_COUNTS"
	path, _ := syscall.Getenv(variable)
	syscall.Unsetenv(variable)
	size := int(unsafe.Sizeof(*counters))
	fd, err := syscall.Open(path, syscall.O_RDWR|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600)
	if err != nil || size == 0 {
		return counters
	}
	defer syscall.Close(fd)
	if syscall.Ftruncate(fd, int64(size)) != nil {
		return counters
	}
	mapped, err := syscall.Mmap(fd, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		return counters
	}
	moved := (*T)(unsafe.Pointer(&mapped[0]))
	*moved = *counters
	return moved
}
