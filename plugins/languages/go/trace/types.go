package trace

import (
	"reflect"
	"strings"
	"sync"
)

var typeNames sync.Map

// typeName is the name of a type as the program writes it: without the name of its own package.
func typeName(t reflect.Type) string {
	if name, ok := typeNames.Load(t); ok {
		return name.(string)
	}
	name := withoutMain(t.String())
	typeNames.Store(t, name)
	return name
}

func withoutMain(name string) string {
	const own = "main."
	var b strings.Builder
	for {
		i := strings.Index(name, own)
		if i < 0 {
			b.WriteString(name)
			return b.String()
		}
		b.WriteString(name[:i])
		if i > 0 && isPartOfName(name[i-1]) {
			b.WriteString(own)
		}
		name = name[i+len(own):]
	}
}

func isPartOfName(c byte) bool {
	return c == '_' || c == '.' || c == '/' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

var fieldsOf sync.Map

func fieldNames(t reflect.Type) []string {
	if names, ok := fieldsOf.Load(t); ok {
		return names.([]string)
	}
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = t.Field(i).Name
	}
	fieldsOf.Store(t, names)
	return names
}

// isOpaque tells structures of the library that are more than open data.
func isOpaque(t reflect.Type) bool {
	if t.PkgPath() == "" || t.PkgPath() == "main" {
		return false
	}
	for i := 0; i < t.NumField(); i++ {
		if !t.Field(i).IsExported() {
			return true
		}
	}
	return t.NumField() == 0
}
