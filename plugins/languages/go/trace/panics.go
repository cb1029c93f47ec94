package trace

import (
	"reflect"
	"unsafe"
)

// The beginning of what the run-time keeps of a panic in flight, and where a goroutine's descriptor points to the innermost.
type inFlight struct {
	_    unsafe.Pointer
	arg  any
	link *inFlight
}

const panicsAt = 32

var known struct{ panics bool }

// panicsCanBeSeen tries out whether this version of the run-time has them where they are expected.
func panicsCanBeSeen() (seen bool) {
	defer func() {
		p := innermost(goroutine())
		seen = p != nil && p.link == nil && p.arg == any(&known)
		recover()
	}()
	if innermost(goroutine()) == nil {
		panic(&known)
	}
	return
}

func innermost(g unsafe.Pointer) *inFlight { return *(**inFlight)(unsafe.Add(g, panicsAt)) }

// panics counts the panics in flight.
func (t *thread) panics() int {
	if !known.panics {
		return 0
	}
	n := 0
	for p := innermost(t.g); p != nil; p = p.link {
		n++
	}
	return n
}

// notice records a panic that the program did not raise by itself, in the frame it came up in. What runs during a panic runs
// on top of that frame.
func (t *thread) notice() {
	n := t.panics()
	if n <= t.told {
		t.told = n
		return
	}
	t.told = n
	if t.raised {
		t.raised = false
		return
	}
	arg := innermost(t.g).arg
	if arg == nil || t.depth == 0 || !On {
		return // runtime.Goexit
	}
	f := t.frames[t.depth-1]
	t.exception('x', f.number, f.line, arg)
}

// Raise records a panic where the program raises it.
func (f *Frame) Raise(line int, value any) any {
	if f != none && On {
		f.t.notice()
		f.line = line
		f.t.exception('x', f.number, line, value)
		f.t.raised = true
	}
	return value
}

// Caught records what recover gave.
func (f *Frame) Caught(line int, value any) any {
	if f != none && On && value != nil {
		f.t.notice()
		f.t.raised = false
		f.line = line
		f.t.exception('k', f.number, line, value)
	}
	return value
}

func (t *thread) exception(kind byte, frame, line int, value any) {
	t.begin(kind)
	t.record = appendNumber(t.record, frame)
	t.record = appendNumber(t.record, line)
	if value == nil {
		t.record = appendField(appendField(t.record, "nil"), "")
	} else {
		v := reflect.ValueOf(value)
		t.record = appendField(t.record, typeName(v.Type()))
		t.record = appendField(t.record, t.message(value, v))
	}
	t.end()
}

// message is the text of a panic. Error is called only where it belongs to the library.
func (t *thread) message(value any, v reflect.Value) string {
	const longest = 4096
	text := ""
	switch owner := ownerOf(v.Type()); {
	case v.Kind() == reflect.String && v.Type().PkgPath() == "":
		text = v.String()
	case owner != "" && owner != "main":
		if err, ok := value.(error); ok && isPlain(value) {
			text = err.Error()
			break
		}
		fallthrough
	default:
		shown, _ := t.shown.of(v)
		text = string(shown)
	}
	if len(text) > longest {
		text = text[:longest]
	}
	return text
}

// isPlain tells errors whose text is made without asking another error, which may be the program's.
func isPlain(value any) bool {
	v := reflect.ValueOf(value)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return true
	}
	for i := 0; i < v.NumField(); i++ {
		if f := v.Field(i); f.Kind() == reflect.Interface && !f.IsNil() && ownerOf(f.Elem().Type()) == "main" {
			return v.Type().String() == "fmt.wrapError"
		}
	}
	return true
}

func ownerOf(t reflect.Type) string {
	if t.Kind() == reflect.Pointer && t.Name() == "" {
		t = t.Elem()
	}
	return t.PkgPath()
}
