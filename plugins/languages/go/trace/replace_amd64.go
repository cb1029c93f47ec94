package trace

import (
	"encoding/binary"
	"reflect"
	"syscall"
	"unsafe"
)

// replace lets a function begin with a jump to another one of the same type.
func replace(function, by any) {
	const page = 4096
	at := reflect.ValueOf(function).Pointer()
	start := at &^ (page - 1)
	text := unsafe.Slice((*byte)(unsafe.Pointer(start)), 2*page)
	jump := [12]byte{0: 0x48, 1: 0xBA, 10: 0xFF, 11: 0x22} // mov rdx, address of the function's value; jmp [rdx]
	binary.LittleEndian.PutUint64(jump[2:], uint64(pairOf(by).data))
	if syscall.Mprotect(text, syscall.PROT_READ|syscall.PROT_WRITE|syscall.PROT_EXEC) != nil {
		return
	}
	copy(text[at-start:], jump[:])
	syscall.Mprotect(text, syscall.PROT_READ|syscall.PROT_EXEC)
}
