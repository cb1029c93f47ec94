// Counts how often each line runs, by the language's own coverage tool, to check the tracer against.
// usage: count SOURCE PROGRAM ARGUMENTS...
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

const counts = "/tmp/counts"

// A block is a run of statements that is counted as one.
type block struct {
	startLine, startColumn, endLine, endColumn int
	count                                      uint32
}

func main() {
	// The program takes the descriptor's number for its own files otherwise.
	report := os.NewFile(uintptr(descriptor()), "report")
	command := exec.Command(os.Args[2], os.Args[3:]...)
	command.Stdin = os.Stdin
	command.Stderr = os.Stderr
	command.Env = append(programEnvironment(), "CODEALCHEMY_COUNTS="+counts)
	status := exitStatus(command.Run())
	data, err := os.ReadFile(counts)
	if err != nil {
		os.Exit(status)
	}
	files := token.NewFileSet()
	source, err := parser.ParseFile(files, os.Args[1], nil, 0)
	if err != nil {
		os.Exit(status)
	}
	lines := map[int]uint32{}
	all := blocks(data)
	for _, place := range statements(files, source) {
		if b := around(all, place.begins); b != nil && lines[place.line] <= b.count {
			lines[place.line] = b.count
		}
	}
	for line, count := range lines {
		fmt.Fprintf(report, "%d %d\n", line, count)
	}
	os.Exit(status)
}

func descriptor() int {
	fd, err := syscall.Open(os.Getenv("CODEALCHEMY_COUNTER_FILE"), syscall.O_WRONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		fmt.Fprintln(os.Stderr, "count: the counter file can't be opened:", err)
		os.Exit(1)
	}
	return fd
}

func programEnvironment() []string {
	var kept []string
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(entry, "CODEALCHEMY_") {
			kept = append(kept, entry)
		}
	}
	return kept
}

func exitStatus(err error) int {
	var failure *exec.ExitError
	if errors.As(err, &failure) {
		if status := failure.Sys().(syscall.WaitStatus); status.Signaled() {
			return 128 + int(status.Signal())
		}
		return failure.ExitCode()
	}
	return 0
}

// blocks reads the structure that the coverage tool puts into a program: for n blocks n counts of 4 bytes, n positions of 12
// and n lengths of 2.
func blocks(data []byte) []block {
	n := len(data) / 18
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(data[4*i:]) }
	result := make([]block, n)
	for i := range result {
		columns := word(n + 3*i + 2)
		result[i] = block{
			int(word(n + 3*i)), int(columns & 0xFFFF),
			int(word(n + 3*i + 1)), int(columns >> 16),
			word(i),
		}
	}
	return result
}

// around finds the smallest block that holds a place.
func around(all []block, at token.Position) (found *block) {
	for i := range all {
		b := &all[i]
		begins := b.startLine < at.Line || b.startLine == at.Line && b.startColumn <= at.Column
		ends := b.endLine > at.Line || b.endLine == at.Line && b.endColumn > at.Column
		if begins && ends && (found == nil || found.startLine < b.startLine || found.startLine == b.startLine && found.startColumn <= b.startColumn) {
			found = b
		}
	}
	return found
}

// A place is the line of a statement and where the statement, without its label, begins.
type place struct {
	line   int
	begins token.Position
}

// statements lists where statements begin. Parts of headers belong to their statement; constants and types do nothing.
func statements(files *token.FileSet, source *ast.File) (places []place) {
	parts := map[ast.Stmt]bool{}
	ast.Inspect(source, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt:
			parts[node.Init] = true
		case *ast.ForStmt:
			parts[node.Init], parts[node.Post] = true, true
		case *ast.SwitchStmt:
			parts[node.Init] = true
		case *ast.TypeSwitchStmt:
			parts[node.Init], parts[node.Assign] = true, true
		case *ast.CommClause:
			parts[node.Comm] = true
		case *ast.LabeledStmt:
			if isNamed(node.Stmt) {
				places = append(places, place{files.Position(node.Pos()).Line, files.Position(node.Stmt.Pos())})
			}
		}
		if statement, ok := node.(ast.Stmt); ok && !parts[statement] && runs(statement) {
			at := files.Position(statement.Pos())
			places = append(places, place{at.Line, at})
		}
		return true
	})
	return places
}

// isNamed tells statements that a label names, so that it is their first line; others are only marked by one.
func isNamed(statement ast.Stmt) bool {
	switch statement.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		return true
	}
	return false
}

func runs(statement ast.Stmt) bool {
	switch statement := statement.(type) {
	case *ast.BlockStmt, *ast.EmptyStmt, *ast.LabeledStmt, *ast.CaseClause, *ast.CommClause:
		return false
	case *ast.DeclStmt:
		return statement.Decl.(*ast.GenDecl).Tok == token.VAR
	}
	return true
}
