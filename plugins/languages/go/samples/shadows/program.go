package main

import "fmt"

type __ struct{ len int }

var x = 1

func shadow(len int) int {
	x := x + len
	if x := x * 2; x > 10 {
		x, y := x+1, x
		return x + y
	} else if len := x; len > 3 {
		x++
		return len
	}
	for x := 0; x < 2; x++ {
		x := x
		_ = x
	}
	return x
}

func main() {
	nil := 5
	true := false
	fmt := func(values ...int) { fmt.Println(values) }
	fmt(nil, shadow(1), shadow(2), shadow(7))
	var error = []int{1}
	for _, error := range error {
		fmt(error)
	}
	if !true {
		x = __{len: 3}.len
	}
	fmt(x)
}
