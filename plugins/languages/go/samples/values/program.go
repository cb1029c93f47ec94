package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

type Color int

type Node struct {
	Name string
	next *Node
	Tags map[string]bool
}

func main() {
	whole, negative := 42, -7
	var small int8 = -128
	var large uint64 = math.MaxUint64
	ratio, exact := 2.5, 3.0
	var single float32 = 0.1
	infinite, z := math.Inf(1), complex(1, -2)
	letter, raw := 'ß', byte('a')
	text := "tab\t\"quoted\" 日本 \x00"
	var color Color = 3
	long := strings.Repeat("ab", 500)
	numbers := make([]int, 50)
	numbers[0] = 1
	array := [3]string{"x", "", "z"}
	alias := numbers
	alias[1] = 2
	var nothing []int
	bytes := []byte("raw text")
	table := map[string][]int{"b": {2}, "a": {1, 1}, "c": nil}
	var absent map[int]int
	mixed := []interface{}{1, "two", 3.0, nil, Color(4), int64(5), []int{6}}
	first := &Node{Name: "first", Tags: map[string]bool{"new": true}}
	first.next = &Node{Name: "second"}
	cycle := first.next
	cycle.next = first
	nested := [][][][][]int{{{{{1}}}}}
	err := errors.New("broken")
	wrapped := fmt.Errorf("outer: %w", err)
	anonymous := struct{ A, b int }{1, 2}
	builder := strings.Builder{}
	builder.WriteString("built")
	wait := 1500 * time.Millisecond
	function := strings.ToUpper
	printer := fmt.Println
	pointer := &whole
	*pointer++
	fmt.Println(whole, negative, small, large, ratio, exact, single, infinite, z, letter, raw, text, color, len(long))
	fmt.Println(array, alias[1], nothing == nil, string(bytes), table, absent == nil, len(mixed), cycle.next.Name)
	fmt.Println(nested, wrapped, anonymous, builder.String(), wait, function("x"), printer != nil)
}
