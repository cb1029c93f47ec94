package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	fmt.Println(len(os.Args), strings.Join(os.Args[1:], ","))
	for _, entry := range os.Environ() {
		if strings.HasPrefix(entry, "CODEALCHEMY_TRACE") {
			fmt.Println(entry)
		}
	}
	var a, b int
	reader := bufio.NewReader(os.Stdin)
	n, err := fmt.Fscan(reader, &a, &b)
	fmt.Println(n, err, a*b)
	rest := bufio.NewScanner(reader)
	for rest.Scan() {
		line := rest.Text()
		if line != "" {
			fmt.Println(strings.ToUpper(line))
		}
	}
}
