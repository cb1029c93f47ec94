// Package trace is the recorder of the Go tracer: it writes the trace wire into a mapped file, so that what was recorded
// survives os.Exit and a crash. Instrumented programs reach it through build/link.go.
package trace

import (
	"syscall"
	"unsafe"
)

// On tells whether events are recorded.
var On bool

var limits = struct{ events, bytes, depth, items, characters int }{100000, 32 << 20, 4, 32, 256}

func init() {
	descriptor, traced := syscall.Getenv("CODEALCHEMY_TRACE_FD")
	options, _ := syscall.Getenv("CODEALCHEMY_TRACE_LIMITS")
	forgetEnvironment()
	if !traced {
		return
	}
	readLimits(options)
	if !openTrace(number(descriptor)) {
		return
	}
	known.panics = panicsCanBeSeen()
	first = &thread{g: goroutine(), number: 1}
	threads[first.g] = first
	takeStreams()
	On = true
}

// forgetEnvironment removes what only the tracer needs before the program can see it.
func forgetEnvironment() {
	const prefix = "CODEALCHEMY_"
	for _, entry := range syscall.Environ() {
		if len(entry) < len(prefix) || entry[:len(prefix)] != prefix {
			continue
		}
		for i := range entry {
			if entry[i] == '=' {
				syscall.Unsetenv(entry[:i])
				break
			}
		}
	}
}

func readLimits(options string) {
	for len(options) > 0 {
		part := options
		if i := index(options, ','); i >= 0 {
			part, options = options[:i], options[i+1:]
		} else {
			options = ""
		}
		i := index(part, '=')
		if i < 0 {
			continue
		}
		value := number(part[i+1:])
		switch part[:i] {
		case "events":
			limits.events = value
		case "bytes":
			limits.bytes = value
		case "depth":
			limits.depth = value
		case "items":
			limits.items = value
		case "characters":
			limits.characters = value
		}
	}
}

func openTrace(fd int) bool {
	defer syscall.Close(fd)
	size := limits.bytes + 4096
	var largest syscall.Rlimit
	const fileSize = 1
	if syscall.Getrlimit(fileSize, &largest) == nil && largest.Cur < uint64(size) {
		size = int(largest.Cur)
		limits.bytes = size - 4096
	}
	if limits.bytes <= 0 || syscall.Ftruncate(fd, int64(size)) != nil {
		return false
	}
	mapped, err := syscall.Mmap(fd, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		return false
	}
	file = unsafe.Slice(&mapped[0], size)
	return true
}

func index(text string, c byte) int {
	for i := 0; i < len(text); i++ {
		if text[i] == c {
			return i
		}
	}
	return -1
}

func number(text string) int {
	n := 0
	for i := 0; i < len(text) && text[i] >= '0' && text[i] <= '9'; i++ {
		n = n*10 + int(text[i]-'0')
	}
	return n
}
