// Route finder: the cheapest way between two towns, by Dijkstra's algorithm.
package main

import (
	"fmt"
	"os"
)

const unreachable = 1 << 20

type road struct {
	to   string
	cost int
}

type network struct {
	names []string
	roads map[string][]road
}

// connect adds a road that can be used both ways; new towns keep their order.
func (n *network) connect(a, b string, cost int) {
	for _, r := range []struct{ from, to string }{{a, b}, {b, a}} {
		if _, known := n.roads[r.from]; !known {
			n.names = append(n.names, r.from)
		}
		n.roads[r.from] = append(n.roads[r.from], road{r.to, cost})
	}
}

// nearest returns the open town with the least cost, the first of equal ones.
func nearest(names []string, costs map[string]int, done map[string]bool) (best string, found bool) {
	for _, town := range names {
		cost, known := costs[town]
		if known && !done[town] && (!found || cost < costs[best]) {
			best, found = town, true
		}
	}
	return best, found
}

// route returns the towns of the cheapest way and its cost.
func (n *network) route(from, to string) ([]string, int) {
	costs := map[string]int{from: 0}
	before := map[string]string{}
	done := map[string]bool{}
	for {
		town, found := nearest(n.names, costs, done)
		if !found {
			return nil, unreachable
		} else if town == to {
			break
		}
		done[town] = true
		for _, r := range n.roads[town] {
			cost := costs[town] + r.cost
			if known, ok := costs[r.to]; !ok || cost < known {
				costs[r.to] = cost
				before[r.to] = town
			}
		}
	}
	path := []string{to}
	for path[0] != from {
		path = append([]string{before[path[0]]}, path...)
	}
	return path, costs[to]
}

func main() {
	towns := &network{roads: map[string][]road{}}
	towns.connect("Arl", "Bex", 4)
	towns.connect("Arl", "Cam", 1)
	towns.connect("Cam", "Bex", 2)
	towns.connect("Bex", "Dun", 5)
	towns.connect("Eye", "Fen", 3)
	path, cost := towns.route(os.Args[1], os.Args[2])
	if cost == unreachable {
		fmt.Printf("no way from %s to %s\n", os.Args[1], os.Args[2])
		os.Exit(1)
	}
	fmt.Println(cost, "by", path)
}
