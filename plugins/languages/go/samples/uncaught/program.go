package main

import "fmt"

func index(values []int, i int) int {
	defer fmt.Println("leaving index")
	return values[i]
}

func main() {
	fmt.Println(index([]int{1, 2}, 1))
	fmt.Println(index([]int{1, 2}, 2))
}
