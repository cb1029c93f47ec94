package trace

import (
	"sync/atomic"
	"unsafe"
)

// A Frame is one call of a function of the program. Frames of a thread are used again, so that a call allocates nothing.
type Frame struct {
	t            *thread
	name, names  string // the function; its variables, separated by spaces, in the order of slots
	slots        []slot
	shown        uint64 // names shown and not gone, one bit for each of the first 64 slots
	number, line int
	entered      int     // line of the statement whose condition comes next, else 0
	panics       int     // panics in flight when it was entered
	reach        uintptr // how far from its start the stack reaches with this call
	kept         []byte
	results      []any // pointers to named results
	quiet        bool  // this event is not recorded
	starting     bool
}

// What was shown last under a name, and what is known of the type it had.
type slot struct {
	kind, hash, raw uintptr // its type, or 0 when it is gone; its text; what the hasher made of it
	met             uintptr // the type that these belong to
	hasher          hasher
	name            string
}

// Stands for calls that are not recorded.
var none = &Frame{quiet: true}

var frames int64

// Enter begins a call; Leave ends it.
func Enter(name, names string, slots, line int) *Frame {
	if !On {
		return none
	}
	t := current()
	t.notice()
	if t.depth == len(t.frames) {
		t.frames = append(t.frames, &Frame{t: t})
	}
	f := t.frames[t.depth]
	t.depth++
	if cap(f.slots) < slots {
		f.slots = make([]slot, slots)
	}
	f.slots = f.slots[:slots]
	for i := range f.slots {
		f.slots[i].kind = 0
	}
	f.number = int(atomic.AddInt64(&frames, 1))
	f.name, f.names, f.shown, f.line, f.entered = name, names, 0, line, 0
	f.panics, f.kept, f.results, f.quiet = t.panics(), f.kept[:0], nil, true
	var here byte
	f.reach, _ = fromStackStart(uintptr(unsafe.Pointer(&here)))
	return f
}

// Start shows the call.
func (f *Frame) Start() *Frame {
	if f == none {
		return f
	}
	t := f.t
	f.quiet, f.starting = false, true
	t.begin('c')
	t.record = appendNumber(t.record, f.number)
	t.record = appendNumber(t.record, t.depth-1)
	t.record = appendNumber(t.record, f.line)
	t.record = appendField(t.record, f.name)
	return f
}

// Line tells that a line is about to run. Names that are not in scope any more are gone.
func (f *Frame) Line(line int, scope uint64) *Frame {
	if f == none {
		return f
	}
	t := f.t
	if t.told != 0 {
		t.notice()
	}
	f.quiet = false
	f.line, f.entered = line, line
	t.begin('l')
	t.record = appendNumber(t.record, f.number)
	t.record = appendNumber(t.record, line)
	f.gone(scope)
	return f
}

// Cond is Line for a condition or a round. The first one of a loop belongs to the event of the statement it begins.
func (f *Frame) Cond(line int, scope uint64) *Frame {
	if f.entered == line {
		f.entered, f.quiet = 0, true
		return f
	}
	f.Line(line, scope)
	f.entered = 0
	return f
}

// Done ends what Start, Line or Cond began.
func (f *Frame) Done() bool {
	if !f.quiet {
		f.quiet, f.starting = true, false
		f.t.end()
	}
	return true
}

// End shows variables as they are when a body has run to its end; they stand with the return.
func (f *Frame) End(line int, scope uint64) *Frame {
	if f == none {
		return f
	}
	f.quiet = false
	f.line = line
	f.t.begin('r')
	f.gone(scope)
	return f
}

// Keep ends what End began.
func (f *Frame) Keep() {
	if !f.quiet {
		f.quiet = true
		f.kept = append(f.kept[:0], f.t.record[room+1:]...)
	}
}

// Leave ends the call. It is deferred first, so that it runs last.
func (f *Frame) Leave() {
	if f == none {
		return
	}
	t := f.t
	t.notice()
	for t.depth > 1 && t.frames[t.depth-1] != f {
		t.pop(true)
	}
	unwinding := t.panics() > f.panics
	if !unwinding && len(f.results) > 0 && On {
		f.give(f.results)
	}
	isMain := t == first && t.depth == 1 && f.name == "main"
	t.pop(unwinding)
	if isMain && !unwinding {
		finishAll()
	} else if t.depth == 0 && t != first {
		t.finish()
	}
}

func (t *thread) pop(unwinding bool) {
	t.depth--
	f := t.frames[t.depth]
	if !On {
		return
	}
	t.begin('r')
	t.record = appendNumber(t.record, f.number)
	t.record = appendNumber(t.record, f.line)
	if unwinding {
		t.record = appendField(t.record, "u")
	} else {
		t.record = append(t.record, f.kept...)
	}
	t.end()
}

func (f *Frame) gone(scope uint64) {
	lost := f.shown &^ scope
	f.shown &= scope
	for i := 0; lost != 0; i++ {
		if lost&1 != 0 {
			f.slots[i].kind = 0
			f.t.record = append(f.t.record, separator, '-')
			f.t.record = append(f.t.record, f.nameOf(i)...)
		}
		lost >>= 1
	}
}

func (f *Frame) nameOf(slot int) string {
	names := f.names
	for {
		i := index(names, ' ')
		if slot == 0 {
			return names[:i]
		}
		names = names[i+1:]
		slot--
	}
}
