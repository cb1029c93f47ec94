package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Failure struct {
	Code int
}

func (f *Failure) Error() string { return "failure " + strconv.Itoa(f.Code) }

var errLow = errors.New("too low")

func check(n int) error {
	if n < 0 {
		return fmt.Errorf("check %d: %w", n, errLow)
	}
	if n > 9 {
		return &Failure{n}
	}
	return nil
}

func deep(n int) int {
	if n == 0 {
		panic(&Failure{7})
	}
	return deep(n-1) + 1
}

func guarded(what func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	what()
	return nil
}

func again() {
	defer func() {
		r := recover()
		panic(fmt.Sprint("again: ", r))
	}()
	panic("first")
}

func plain() int {
	defer func() { recover() }()
	panic("lost")
}

func main() {
	for _, n := range []int{5, -1, 12} {
		err := check(n)
		var failure *Failure
		fmt.Println(errors.Is(err, errLow), errors.As(err, &failure))
	}
	fmt.Println(guarded(func() { deep(2) }))
	fmt.Println(guarded(func() {
		var m map[string]int
		m["x"] = 1
	}))
	zero := 0
	fmt.Println(guarded(func() { fmt.Println(1 / zero) }))
	fmt.Println(guarded(func() {
		var p *Failure
		p.Code = 1
	}))
	fmt.Println(guarded(again))
	fmt.Println(plain())
	_, err := strconv.Atoi("x1")
	fmt.Println(err)
}
