package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func worker(id int, jobs <-chan int, results chan<- int, group *sync.WaitGroup) {
	defer group.Done()
	for job := range jobs {
		results <- job * job
	}
	_ = id
}

func main() {
	jobs, results := make(chan int), make(chan int, 8)
	var group sync.WaitGroup
	for id := 0; id < 2; id++ {
		group.Add(1)
		go worker(id, jobs, results, &group)
	}
	for i := 1; i <= 4; i++ {
		jobs <- i
	}
	close(jobs)
	group.Wait()
	close(results)
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)

	var mutex sync.Mutex
	total := 0
	for i := 0; i < 3; i++ {
		group.Add(1)
		go func(n int) {
			defer group.Done()
			mutex.Lock()
			defer mutex.Unlock()
			total += n
		}(i)
	}
	group.Wait()
	done := make(chan string)
	go func() {
		defer close(done)
		runtime.Goexit()
	}()
	select {
	case text, open := <-done:
		fmt.Println(text, open, total)
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	go func() { select {} }()
	runtime.Gosched()
}
