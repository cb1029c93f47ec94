// Package main raises small matrices to powers and counts the walks in a graph with them.
package main

import (
	"errors"
	"fmt"
)

// modulus keeps the entries small.
const modulus = 10007

type matrix [][]int

var errShape = errors.New("shapes differ")

// identity returns the matrix that changes nothing.
func identity(size int) matrix {
	m := make(matrix, size)
	for i := range m {
		m[i] = make([]int, size)
		m[i][i] = 1
	}
	return m
}

// multiply returns the product of two matrices, or an error where they don't fit.
func multiply(a, b matrix) (matrix, error) {
	if len(a[0]) != len(b) {
		return nil, errShape
	}
	product := make(matrix, len(a))
	for i := range a {
		product[i] = make([]int, len(b[0]))
		for j := range b[0] {
			sum := 0
			for k := range b {
				sum += a[i][k] * b[k][j]
			}
			product[i][j] = sum % modulus
		}
	}
	return product, nil
}

// power squares its way up to the exponent.
func power(base matrix, exponent int) (matrix, error) {
	result := identity(len(base))
	var err error
	for exponent > 0 {
		if exponent%2 == 1 {
			if result, err = multiply(result, base); err != nil {
				return nil, err
			}
		}
		if base, err = multiply(base, base); err != nil {
			return nil, err
		}
		exponent /= 2
	}
	return result, nil
}

func main() {
	fibonacci := matrix{{1, 1}, {1, 0}}
	for _, n := range []int{1, 5, 12} {
		if m, err := power(fibonacci, n); err == nil {
			fmt.Printf("fibonacci %d is %d\n", n, m[0][1])
		}
	}
	wide := matrix{{1, 2, 3}, {4, 5, 6}}
	if _, err := power(wide, 2); err != nil {
		fmt.Println("wide:", err)
	}
}
