// Package main counts words.
package main

import (
	"fmt"
	"os"
	str "strings"
)

// Counter counts.
type Counter struct {
	seen map[string]int
}

// Add counts one word.
func (c *Counter) Add(word string) int {
	c.seen[word]++
	return c.seen[word]
}

func main() {
	c := Counter{seen: map[string]int{}}
	for _, w := range str.Fields(os.Args[1]) {
		fmt.Println(w, c.Add(w)) // one by one
	}
}
