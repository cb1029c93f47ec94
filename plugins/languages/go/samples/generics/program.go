package main

import "fmt"

type Number interface {
	~int | ~float64
}

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(item T) { s.items = append(s.items, item) }

func (s *Stack[T]) Pop() (T, bool) {
	var none T
	if len(s.items) == 0 {
		return none, false
	}
	last := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return last, true
}

func Map[T, U any](items []T, change func(T) U) []U {
	var result []U
	for _, item := range items {
		result = append(result, change(item))
	}
	return result
}

func Sum[T Number](items ...T) (sum T) {
	for _, item := range items {
		sum += item
	}
	return
}

func pairs[K comparable, V any](m map[K]V) []Pair[K, V] {
	list := make([]Pair[K, V], 0, len(m))
	for k, v := range m {
		list = append(list, Pair[K, V]{k, v})
	}
	return list
}

func main() {
	words := &Stack[string]{}
	words.Push("a")
	top, ok := words.Pop()
	fmt.Println(top, ok)
	fmt.Println(words.Pop())
	fmt.Println(Map([]int{1, 2}, func(n int) string { return fmt.Sprint(n * n) }))
	fmt.Println(Sum(1, 2, 3), Sum(0.5, 0.25))
	fmt.Println(pairs(map[string]int{"only": 1}))
}
