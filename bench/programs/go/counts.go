package main

import (
	"fmt"
	"os"
	"strconv"
)

func mix(state int, value int) int {
	state = (state*31 + value) % 1000003
	return state
}

func label(number int) string {
	text := "item"
	digit := number % 10
	text = text + strconv.Itoa(digit)
	return text
}

func work(rounds int) int {
	slots := make([]int, 8)
	counts := map[string]int{}
	state := 7
	best := 0
	for i := 0; i < rounds; i++ {
		state = mix(state, i)
		slot := state % 8
		slots[slot] = slots[slot] + 1
		name := label(state)
		counts[name] = counts[name] + 1
		if state > best {
			best = state
		}
	}
	return best + slots[0] + counts["item3"]
}

func main() {
	rounds, _ := strconv.Atoi(os.Args[1])
	fmt.Println(work(rounds))
}
