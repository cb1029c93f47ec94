package main

import (
	"fmt"
	"strings"
)

type Shape interface {
	Area() float64
	fmt.Stringer
}

type Named struct{ name string }

func (n Named) Name() string { return strings.ToUpper(n.name) }

type Square struct {
	Named
	side float64
}

func (s Square) Area() float64 { return s.side * s.side }

func (s Square) String() string {
	panic("showing a value must not call this")
}

type Stack struct {
	items []Shape
}

func (s *Stack) Push(item Shape) *Stack {
	s.items = append(s.items, item)
	return s
}

func (s *Stack) Pop() (top Shape, ok bool) {
	if len(s.items) == 0 {
		return nil, false
	}
	top, s.items = s.items[len(s.items)-1], s.items[:len(s.items)-1]
	return top, true
}

func main() {
	stack := &Stack{}
	same := stack.Push(Square{Named{"small"}, 1}).Push(Square{Named{"big"}, 3})
	for {
		shape, ok := same.Pop()
		if !ok {
			break
		}
		square := shape.(Square)
		fmt.Println(square.Name(), shape.Area())
	}
	area := Square.Area
	fmt.Println(area(Square{side: 2}), len(stack.items))
}
