package trace

import (
	"sync/atomic"
	"unsafe"
)

// A thread is a goroutine in which functions of the program run. Its number is given when it first does so.
type thread struct {
	g      unsafe.Pointer
	number int
	frames []*Frame // the first depth of them are open, the others wait for their next use
	depth  int
	record []byte // the record being built
	shown  text   // the value being shown
	told   int    // panics in flight that were recorded
	raised bool   // the next panic was recorded where it was raised
}

var (
	first   *thread
	last    unsafe.Pointer // the thread that was looked up last
	threads = map[unsafe.Pointer]*thread{}
	count   = 1
)

// goroutine is the run-time's descriptor of this goroutine; in assembly.
func goroutine() unsafe.Pointer

func current() *thread {
	g := goroutine()
	if t := (*thread)(atomic.LoadPointer(&last)); t != nil && t.g == g {
		return t
	}
	lock.Lock()
	t := threads[g]
	if t == nil {
		count++
		t = &thread{g: g, number: count}
		threads[g] = t
	}
	lock.Unlock()
	if t.depth == 0 && t != first {
		t.tell("start")
	}
	atomic.StorePointer(&last, unsafe.Pointer(t))
	return t
}

func (t *thread) tell(what string) {
	t.begin('t')
	t.record = appendField(appendNumber(t.record, t.number), what)
	publish(t.record)
}

// finish forgets a goroutine: its descriptor may serve another one.
func (t *thread) finish() {
	lock.Lock()
	delete(threads, t.g)
	lock.Unlock()
	atomic.StorePointer(&last, nil)
	if On {
		t.tell("end")
	}
}

// finishAll closes what is open when the program ends; whatever still runs is not recorded.
func finishAll() {
	if !On {
		return
	}
	for number := count; number >= 1; number-- {
		for _, t := range threads {
			if t.number != number {
				continue
			}
			for t.depth > 0 {
				t.pop(true)
			}
			if t != first {
				t.tell("end")
			}
		}
	}
	On = false
}

// fromStackStart tells whether an address lies in this goroutine's stack and how far from its start, which stays the same when
// the stack is moved because it grows.
func fromStackStart(address uintptr) (distance uintptr, inside bool) {
	bounds := (*[2]uintptr)(goroutine())
	return bounds[1] - address, address >= bounds[0] && address < bounds[1]
}

// holder is the number of the call whose part of the stack an object stands in.
func (t *thread) holder(distance uintptr) int {
	i := t.depth - 1
	for i > 0 && t.frames[i-1].reach >= distance {
		i--
	}
	return t.frames[i].number
}
