package main

import (
	"fmt"
	"sort"
)

func counter(step int) func() int {
	n := 0
	return func() int {
		n += step
		return n
	}
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func apply(f func(int, int) int, values ...int) int {
	result := values[0]
	for _, v := range values[1:] {
		result = f(result, v)
	}
	return result
}

var double = func(x int) int { return 2 * x }

func main() {
	next := counter(5)
	next()
	fmt.Println(next(), double(4))
	fmt.Println(fib(4))
	fmt.Println(apply(func(a, b int) int { return a * b }, 2, 3, 4))
	words := []string{"pear", "fig", "banana"}
	sort.Slice(words, func(i, j int) bool { return len(words[i]) < len(words[j]) })
	fmt.Println(words)
	for i := 0; i < 2; i++ {
		defer func(n int) {
			fmt.Println("deferred", n)
		}(i)
	}
}
