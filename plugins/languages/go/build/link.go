// The second file of an instrumented program: what its insertions call.
package main

import __ca "codealchemy/trace"

var __ca_on = &__ca.On

func __ca_enter(name, names string, slots, line int) *__ca.Frame {
	return __ca.Enter(name, names, slots, line)
}

// The values of a return statement, converted to the types of the results: the third argument only names those.

func __ca_give1[A any](f *__ca.Frame, line int, _ func() A) func(A) A {
	return func(a A) A { f.Give(line, &a); return a }
}

func __ca_give2[A, B any](f *__ca.Frame, line int, _ func() (A, B)) func(A, B) (A, B) {
	return func(a A, b B) (A, B) { f.Give(line, &a, &b); return a, b }
}

func __ca_give3[A, B, C any](f *__ca.Frame, line int, _ func() (A, B, C)) func(A, B, C) (A, B, C) {
	return func(a A, b B, c C) (A, B, C) { f.Give(line, &a, &b, &c); return a, b, c }
}

func __ca_give4[A, B, C, D any](f *__ca.Frame, line int, _ func() (A, B, C, D)) func(A, B, C, D) (A, B, C, D) {
	return func(a A, b B, c C, d D) (A, B, C, D) { f.Give(line, &a, &b, &c, &d); return a, b, c, d }
}
