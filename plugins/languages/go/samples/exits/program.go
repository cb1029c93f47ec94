package main

import (
	"fmt"
	"log"
	"os"
)

func leave(code int) {
	defer fmt.Println("never printed")
	if code == 0 {
		log.Fatal("no code")
	}
	os.Exit(code)
}

func main() {
	log.SetFlags(0)
	code := 3
	if len(os.Args) > 1 {
		code = 0
	}
	fmt.Println("leaving with", code)
	leave(code)
}
