package trace

import (
	"math"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"time"
)

// Maps with more entries than this are not sorted at every event, so only their length is shown.
const mostSorted = 1000

// of shows a value as Go source and gives its length when something was left out, else -1. The text lasts until the next call.
func (x *text) of(v reflect.Value) (shown []byte, cut int) {
	*x = text{bytes: x.bytes[:0], left: limits.characters}
	x.value(v, limits.depth, false)
	return x.bytes, x.lengthOf(v)
}

func (x *text) lengthOf(v reflect.Value) int {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		if x.cut {
			return v.Len()
		}
	case reflect.Slice, reflect.Array, reflect.Map:
		if x.cut || v.Len() > limits.items {
			if v.Len() > math.MaxInt32 {
				return math.MaxInt32 // elements without a size; the wire has no longer ones
			}
			return v.Len()
		}
	}
	return -1
}

// value shows one value. In a literal the types of elements are known and left out.
func (x *text) value(v reflect.Value, depth int, known bool) {
	if x.cut {
		return
	}
	switch t := v.Type(); v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			x.word("true")
		} else {
			x.word("false")
		}
	case reflect.Int64:
		if t == durationType && v.Int()%int64(time.Millisecond) != 0 {
			x.word("<time.Duration>") // measured: never the same twice
			return
		}
		x.integer(v.Int())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32:
		x.integer(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		x.natural(v.Uint())
	case reflect.Uintptr:
		x.word("<uintptr>") // may be an address
	case reflect.Float32:
		x.real(v.Float(), 32)
	case reflect.Float64:
		x.real(v.Float(), 64)
	case reflect.Complex64, reflect.Complex128:
		x.complex(v.Complex(), t.Bits()/2)
	case reflect.String:
		x.quoted(v.String())
	case reflect.Slice, reflect.Array:
		x.list(v, depth, known)
	case reflect.Map:
		x.table(v, depth, known)
	case reflect.Struct:
		x.record(v, depth, known)
	case reflect.Pointer:
		x.pointer(v, depth)
	case reflect.Interface:
		x.dynamic(v, depth)
	case reflect.Func:
		x.function(v)
	case reflect.Chan:
		x.channel(v)
	default:
		x.word("<" + typeName(t) + ">")
	}
}

var durationType = reflect.TypeOf(time.Duration(0))

func (x *text) complex(c complex128, bits int) {
	x.word("(")
	x.real(real(c), bits)
	if imag(c) >= 0 {
		x.word("+")
	}
	x.real(imag(c), bits)
	x.word("i)")
}

// dynamic shows what an interface holds. Constants keep their type only where a literal would have another one.
func (x *text) dynamic(v reflect.Value, depth int) {
	if v.IsNil() {
		x.word("nil")
		return
	}
	v = v.Elem()
	t := v.Type()
	switch {
	case x.failure(v):
	case v.Kind() < reflect.Int || v.Kind() > reflect.Complex128 && v.Kind() != reflect.String,
		t.PkgPath() == "" && (v.Kind() == reflect.Int || v.Kind() == reflect.String):
		x.value(v, depth, false)
	default:
		x.word(typeName(t) + "(")
		x.value(v, depth, false)
		x.word(")")
	}
}

// failure shows an error of the library with its text, where no code of the program takes part in that.
func (x *text) failure(v reflect.Value) bool {
	if v.Kind() != reflect.Struct || !isOpaque(v.Type()) || !v.CanInterface() {
		return false
	}
	err, ok := v.Interface().(error)
	if ok = ok && isPlain(err); ok {
		x.word("<" + typeName(v.Type()) + " ")
		x.quoted(err.Error())
		x.word(">")
	}
	return ok
}

func (x *text) list(v reflect.Value, depth int, known bool) {
	t := v.Type()
	if v.Kind() == reflect.Slice && v.IsNil() {
		x.word("nil")
		return
	}
	if v.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 && v.Len() <= 4*limits.characters && isText(v.Bytes()) {
		if t.Name() == "" {
			x.word("[]byte(")
		} else {
			x.word(typeName(t) + "(")
		}
		x.quoted(string(v.Bytes()))
		x.word(")")
		return
	}
	if !known {
		x.word(typeName(t))
	}
	x.word("{")
	if depth == 0 && v.Len() > 0 {
		x.word(omitted)
	} else {
		for i := 0; i < v.Len() && !x.cut; i++ {
			if x.separate(i) {
				break
			}
			x.value(v.Index(i), depth-1, true)
		}
	}
	x.word("}")
}

// separate puts a comma; true when enough items were shown.
func (x *text) separate(i int) bool {
	if i > 0 {
		x.word(", ")
	}
	if i == limits.items {
		x.word(omitted)
		return true
	}
	return false
}

func (x *text) table(v reflect.Value, depth int, known bool) {
	if v.IsNil() {
		x.word("nil")
		return
	}
	if !known {
		x.word(typeName(v.Type()))
	}
	if v.Len() > 0 && (depth == 0 || v.Len() > mostSorted) {
		x.word("{" + omitted + "}")
		return
	}
	entries := make([]string, 0, v.Len())
	for each := v.MapRange(); each.Next(); {
		entry := text{left: limits.characters}
		entry.value(each.Key(), depth-1, true)
		entry.word(": ")
		entry.value(each.Value(), depth-1, true)
		entries = append(entries, string(entry.bytes))
	}
	sort.Strings(entries)
	x.word("{")
	for i, entry := range entries {
		if x.cut || x.separate(i) {
			break
		}
		x.word(entry)
	}
	x.word("}")
}

func (x *text) record(v reflect.Value, depth int, known bool) {
	t := v.Type()
	if isOpaque(t) {
		x.opaque(v)
		return
	}
	if !known {
		x.word(typeName(t))
	}
	names := fieldNames(t)
	x.word("{")
	if depth == 0 && v.NumField() > 0 {
		x.word(omitted)
	} else {
		for i := 0; i < v.NumField() && !x.cut; i++ {
			if x.separate(i) {
				break
			}
			x.word(names[i])
			x.word(": ")
			x.value(v.Field(i), depth-1, false)
		}
	}
	x.word("}")
}

// opaque shows objects of the library: what was built in the common ones that build texts, the name of all others.
func (x *text) opaque(v reflect.Value) {
	x.word("<" + typeName(v.Type()))
	switch v.Type().String() {
	case "strings.Builder":
		x.word(" ")
		x.quoted(string(v.FieldByName("buf").Bytes()))
	case "bytes.Buffer":
		x.word(" ")
		x.quoted(string(v.FieldByName("buf").Bytes()[v.FieldByName("off").Int():]))
	}
	x.word(">")
}

func (x *text) pointer(v reflect.Value, depth int) {
	if v.IsNil() {
		x.word("nil")
		return
	}
	to := v.Elem()
	if to.Kind() != reflect.Struct || !isOpaque(to.Type()) {
		x.word("&")
		x.value(to, depth, false)
		return
	}
	switch to.Type().String() {
	case "errors.errorString":
		x.made("errors.New(", to.FieldByName("s").String())
	case "fmt.wrapError", "fmt.wrapErrors":
		x.made("fmt.Errorf(", to.FieldByName("msg").String())
	default:
		x.word("&")
		x.opaque(to)
	}
}

func (x *text) made(by, from string) {
	x.word(by)
	x.quoted(from)
	x.word(")")
}

func (x *text) function(v reflect.Value) {
	if v.IsNil() {
		x.word("nil")
		return
	}
	name := "func"
	if f := runtime.FuncForPC(v.Pointer()); f != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(f.Name(), "main."), "-fm")
	}
	x.word(name)
}

func (x *text) channel(v reflect.Value) {
	if v.IsNil() {
		x.word("nil")
		return
	}
	x.word("<" + typeName(v.Type()) + " ")
	x.integer(int64(v.Len()))
	x.word("/")
	x.integer(int64(v.Cap()))
	x.word(">")
}
