package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func draw(to io.Writer, width int) {
	for i := 1; i <= width; i++ {
		fmt.Fprintf(to, "%*d\n", i, i)
	}
}

func main() {
	buffered := bufio.NewWriter(os.Stdout)
	draw(buffered, 2)
	fmt.Print("first, ")
	buffered.Flush()
	fmt.Fprintln(os.Stderr, "to the other stream")
	draw(os.Stdout, 3)
	os.Stdout.Write([]byte{0xff, '\n'})
	os.Stdout.WriteString("no newline at the end")
}
