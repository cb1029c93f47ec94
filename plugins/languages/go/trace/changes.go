package trace

import (
	"reflect"
	"sync"
	"unsafe"
)

// A hasher mixes into h what would be shown of a value, so that a value that did not change is found without its text.
type hasher func(p unsafe.Pointer, h uintptr, depth int) uintptr

var hashers sync.Map

func hasherOf(t reflect.Type) hasher {
	if found, ok := hashers.Load(t); ok {
		return found.(hasher)
	}
	made := makeHasher(t)
	hashers.Store(t, made)
	return made
}

func mix(h, word uintptr) uintptr {
	h = (h ^ word) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func unchanging(_ unsafe.Pointer, h uintptr, _ int) uintptr { return h }

func makeHasher(t reflect.Type) hasher {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr { return mix(h, uintptr(*(*uint8)(p))) }
	case reflect.Int16, reflect.Uint16:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr { return mix(h, uintptr(*(*uint16)(p))) }
	case reflect.Int32, reflect.Uint32, reflect.Float32:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr { return mix(h, uintptr(*(*uint32)(p))) }
	case reflect.Int, reflect.Uint, reflect.Int64, reflect.Uint64, reflect.Float64, reflect.Func:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr { return mix(h, uintptr(*(*uint64)(p))) }
	case reflect.Complex128:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr {
			words := (*[2]uint64)(p)
			return mix(mix(h, uintptr(words[0])), uintptr(words[1]))
		}
	case reflect.String:
		return func(p unsafe.Pointer, h uintptr, _ int) uintptr { return mix(h, hashText(*(*string)(p))) }
	case reflect.Array:
		return arrayHasher(t)
	case reflect.Slice:
		return sliceHasher(t)
	case reflect.Struct:
		return structHasher(t)
	case reflect.Pointer:
		return pointerHasher(t)
	case reflect.Interface:
		return interfaceHasher(t)
	case reflect.Map:
		return mapHasher(t)
	case reflect.Uintptr, reflect.UnsafePointer:
		return unchanging
	}
	return shownHasher(t)
}

// shownHasher is for what has a text of its own kind.
func shownHasher(t reflect.Type) hasher {
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		x := text{left: limits.characters}
		x.value(reflect.NewAt(t, p).Elem(), depth, false)
		return mix(h, hashText(string(x.bytes)))
	}
}

func arrayHasher(t reflect.Type) hasher {
	length, size, element := t.Len(), t.Elem().Size(), hasherOf(t.Elem())
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		return hashList(p, length, size, element, h, depth)
	}
}

func sliceHasher(t reflect.Type) hasher {
	size := t.Elem().Size()
	var element hasher // found late: a type may hold slices of itself
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		if element == nil {
			element = hasherOf(t.Elem())
		}
		header := (*[]byte)(p)
		if *header == nil {
			return mix(h, 1)
		}
		return hashList(*(*unsafe.Pointer)(p), len(*header), size, element, h, depth)
	}
}

func hashList(p unsafe.Pointer, length int, size uintptr, element hasher, h uintptr, depth int) uintptr {
	h = mix(h, uintptr(length)+2)
	if depth == 0 {
		return h
	}
	most := limits.items
	if size == 1 {
		most = 4 * limits.characters // bytes may be shown as text
	}
	for i := 0; i < length && i < most; i++ {
		h = element(unsafe.Add(p, uintptr(i)*size), h, depth-1)
	}
	return h
}

func structHasher(t reflect.Type) hasher {
	if isOpaque(t) {
		if t.String() == "strings.Builder" || t.String() == "bytes.Buffer" {
			return shownHasher(t)
		}
		return unchanging
	}
	fields := make([]hasher, t.NumField())
	offsets := make([]uintptr, t.NumField())
	for i := range fields {
		fields[i], offsets[i] = hasherOf(t.Field(i).Type), t.Field(i).Offset
	}
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		if depth == 0 {
			return h
		}
		for i, field := range fields {
			h = field(unsafe.Add(p, offsets[i]), h, depth-1)
		}
		return h
	}
}

func pointerHasher(t reflect.Type) hasher {
	to := t.Elem()
	if to.Kind() == reflect.Struct && isOpaque(to) {
		return shownHasher(t)
	}
	var element hasher
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		if element == nil {
			element = hasherOf(to)
		}
		if p = *(*unsafe.Pointer)(p); p == nil {
			return mix(h, 3)
		}
		return element(p, mix(h, 4), depth)
	}
}

func interfaceHasher(t reflect.Type) hasher {
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		v := reflect.NewAt(t, p).Elem()
		if v.IsNil() {
			return mix(h, 5)
		}
		held := v.Elem().Type()
		if held.Kind() == reflect.Struct && isOpaque(held) {
			return shownHasher(t)(p, h, depth)
		}
		h = mix(h, pairOf(held).data)
		data := unsafe.Add(p, unsafe.Sizeof(h))
		if !isDirect(held) {
			data = *(*unsafe.Pointer)(data)
		}
		return hasherOf(held)(data, h, depth)
	}
}

// isDirect tells types whose values stand in an interface themselves; others are pointed to.
func isDirect(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return true
	case reflect.Struct:
		return t.NumField() == 1 && isDirect(t.Field(0).Type)
	case reflect.Array:
		return t.Len() == 1 && isDirect(t.Elem())
	}
	return false
}

func mapHasher(t reflect.Type) hasher {
	return func(p unsafe.Pointer, h uintptr, depth int) uintptr {
		v := reflect.NewAt(t, p).Elem()
		h = mix(h, uintptr(v.Len()))
		if v.IsNil() || depth == 0 || v.Len() > mostSorted {
			return h
		}
		keys, values := hasherOf(t.Key()), hasherOf(t.Elem())
		key, value := reflect.New(t.Key()), reflect.New(t.Elem())
		sum := uintptr(0) // the order of entries means nothing
		for each := v.MapRange(); each.Next(); {
			key.Elem().SetIterKey(each)
			value.Elem().SetIterValue(each)
			sum += values(value.UnsafePointer(), keys(key.UnsafePointer(), 7, depth-1), depth-1)
		}
		return mix(h, sum)
	}
}
