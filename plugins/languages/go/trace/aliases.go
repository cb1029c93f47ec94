package trace

import (
	"reflect"
	"unsafe"
)

// An object by its place and type; one on the stack also by the call it belongs to.
type object struct {
	address, kind uintptr
	call          int
}

// Objects by the number they got when they were first shown. They are kept alive, so that no other one comes to stand at their
// address, up to so many bytes; then no object gets a number any more.
var (
	numbers  = map[object]int{}
	kept     []unsafe.Pointer
	keptSize uintptr
)

const mostKept = 64 << 20

// identity tells which object a variable refers to, and the object's size; 0 when it refers to none.
func (t *thread) identity(v reflect.Value) (o object, size uintptr) {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Pointer:
		size = v.Type().Elem().Size()
	case reflect.Map:
		size = 48 + uintptr(v.Len())*(v.Type().Key().Size()+v.Type().Elem().Size()+1)
	case reflect.Chan:
		size = 96
	case reflect.Slice:
		size = uintptr(v.Cap()) * v.Type().Elem().Size()
	}
	if size == 0 || v.Pointer() == 0 {
		return object{}, 0
	}
	o = object{address: v.Pointer(), kind: pairOf(v.Type()).data}
	if v.Kind() == reflect.Chan {
		o.kind = 0 // the same one has three types, by its direction
	}
	if distance, inside := fromStackStart(o.address); inside {
		o.address, o.call, size = distance, t.holder(distance), 0
	}
	return o, size
}

func (o object) hash() uintptr { return (o.address + uintptr(o.call)<<40) * 0x9E3779B97F4A7C15 }

func (o object) alias(v reflect.Value, size uintptr) int {
	if o.address == 0 {
		return 0
	}
	lock.Lock()
	defer lock.Unlock()
	number := numbers[o]
	if number == 0 && keptSize+size <= mostKept {
		if o.call == 0 {
			for v.Kind() == reflect.Interface {
				v = v.Elem()
			}
			keptSize += size
			kept = append(kept, v.UnsafePointer())
		}
		number = len(numbers) + 1
		numbers[o] = number
	}
	return number
}
