package trace

import (
	"reflect"
	"strings"
	"unsafe"
)

// An interface as the run-time keeps it.
type pair struct{ kind, data uintptr }

func pairOf(p any) pair { return *(*pair)(unsafe.Pointer(&p)) }

// quietly gives the same pointer without the compiler knowing, so that a variable that is only looked at stays on the stack.
func quietly(p any) (same any) {
	words := *(*pair)(unsafe.Pointer(&p))
	*(*pair)(unsafe.Pointer(&same)) = words
	return
}

// V shows a variable when it is not what was shown last. p points to it and is not kept.
func (f *Frame) V(number int, p any) *Frame {
	if f.quiet {
		return f
	}
	s := &f.slots[number]
	var word uintptr
	switch p := p.(type) {
	case *int:
		word = uintptr(*p)
	case *bool:
		word = 0
		if *p {
			word = 1
		}
	case *byte:
		word = uintptr(*p)
	case *rune:
		word = uintptr(*p)
	case *int64:
		word = uintptr(*p)
	case *uint64:
		word = uintptr(*p)
	case *float64:
		word = uintptr(*(*uint64)(unsafe.Pointer(p)))
	case *string:
		word = hashText(*p)
	default:
		f.look(number, s, quietly(p))
		return f
	}
	kind := pairOf(p).kind
	if s.kind == kind && s.hash == word {
		return f
	}
	v := reflect.ValueOf(quietly(p)).Elem()
	s.meet(kind, v.Type())
	s.kind, s.hash = kind, word
	shown, cut := f.t.shown.of(v)
	f.set(number, s.name, shown, 0, cut)
	return f
}

// N is V for a named result, which is read again when the function has been left.
func (f *Frame) N(number int, p any) *Frame {
	if f.starting {
		f.results = append(f.results, p)
	}
	return f.V(number, p)
}

func (f *Frame) look(number int, s *slot, p any) {
	v := reflect.ValueOf(p).Elem()
	kind := pairOf(p).kind
	s.meet(kind, v.Type())
	object, size := f.t.identity(v)
	raw := s.hasher(*(*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(&p), unsafe.Sizeof(kind))), object.hash(), limits.depth)
	if s.kind == kind && s.raw == raw {
		return
	}
	shown, cut := f.t.shown.of(v)
	hash := hashText(string(shown)) ^ object.hash()
	same := s.kind == kind && s.hash == hash
	s.kind, s.hash, s.raw = kind, hash, raw
	if same {
		return
	}
	f.set(number, s.name, shown, object.alias(v, size), cut)
}

// meet prepares a slot for values of a type.
func (s *slot) meet(kind uintptr, t reflect.Type) {
	if s.met != kind {
		s.met, s.hasher, s.name = kind, hasherOf(t), typeName(t)
	}
}

func (f *Frame) set(number int, kind string, shown []byte, alias, cut int) {
	record := f.t.record
	if len(record)+2*len(shown) > most {
		return
	}
	if number < 64 {
		f.shown |= 1 << number
	}
	f.t.record = appendItem(record, '=', f.nameOf(number), kind, shown, alias, cut)
}

// appendItem writes a variable ('=') or a result ('>'); with an alias or a length they have a longer form.
func appendItem(b []byte, mark byte, name, kind string, shown []byte, alias, cut int) []byte {
	long := alias != 0 || cut >= 0
	switch {
	case long && mark == '=':
		mark = '~'
	case long:
		mark = '^'
	}
	b = append(append(b, separator, mark), name...)
	b = appendField(appendField(b, kind), shown)
	if !long {
		return b
	}
	if b = append(b, separator); alias != 0 {
		b = appendNumber(b[:len(b)-1], alias)
	}
	if b = append(b, separator); cut >= 0 {
		b = appendNumber(b[:len(b)-1], cut)
	}
	return b
}

// Give records what a return statement gives; pointers to the values.
func (f *Frame) Give(line int, values ...any) {
	if f != none && On {
		f.line = line
		f.give(values)
	}
}

func (f *Frame) give(values []any) {
	if len(values) == 1 {
		v := reflect.ValueOf(quietly(values[0])).Elem()
		shown, cut := f.t.shown.of(v)
		object, size := f.t.identity(v)
		f.kept = appendItem(f.kept[:0], '>', "", typeName(v.Type()), shown, object.alias(v, size), cut)
		return
	}
	types, texts := make([]string, len(values)), make([]string, len(values))
	for i, p := range values {
		v := reflect.ValueOf(quietly(p)).Elem()
		shown, _ := f.t.shown.of(v)
		types[i], texts[i] = typeName(v.Type()), string(shown)
	}
	f.kept = appendItem(f.kept[:0], '>', "", "("+strings.Join(types, ", ")+")", []byte(strings.Join(texts, ", ")), 0, -1)
}

func hashText(s string) uintptr {
	h := uintptr(len(s)) ^ 0xCBF29CE484222325
	if most := 4 * (limits.characters + 1); len(s) > most {
		s = s[:most]
	}
	for len(s) >= 8 {
		word := uintptr(s[0]) | uintptr(s[1])<<8 | uintptr(s[2])<<16 | uintptr(s[3])<<24 |
			uintptr(s[4])<<32 | uintptr(s[5])<<40 | uintptr(s[6])<<48 | uintptr(s[7])<<56
		h = (h ^ word) * 0x9E3779B97F4A7C15
		h ^= h >> 29
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		h = (h ^ uintptr(s[i])) * 0x100000001B3
	}
	return h ^ h>>32
}
