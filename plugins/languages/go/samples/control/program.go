package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		fallthrough
	case n == 1:
		return "small"
	default:
		n *= 2
	}
	if n > 20 {
		return "big"
	} else if n > 10 {
		return "middle"
	} else {
		return "low"
	}
}

func search(grid [][]int, wanted int) (row, column int) {
	row, column = -1, -1
outer:
	for r, line := range grid {
		for c, value := range line {
			if value < 0 {
				continue outer
			}
			if value == wanted {
				row, column = r, c
				break outer
			}
		}
	}
	return
}

func main() {
	total := 0
	for i := 0; i < 3; i++ {
		if i == 1 {
			continue
		}
		total += i
	}
	for total < 10 {
		total += 4
	}
	for {
		total--
		if total%5 == 0 {
			break
		}
	}
	for _, n := range []int{-1, 0, 4, 7, 30} {
		fmt.Println(n, classify(n))
	}
	fmt.Println(search([][]int{{1, -1, 7}, {2, 7}}, 7))
	tries := 0
again:
	tries++
	if tries < 3 {
		goto again
	}
	const limit = 2
	var kind interface{} = total
	switch v := kind.(type) {
	case string:
		fmt.Println("text", v)
	case int:
		fmt.Println("number", v+limit)
	}
}
