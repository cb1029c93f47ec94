"""Shortest ways through a small railway network, by breadth and by distance."""
import heapq
from collections import deque

TRACKS = [
    ("Arden", "Brook", 7),
    ("Arden", "Cliff", 3),
    ("Cliff", "Brook", 2),
    ("Brook", "Dale", 4),
    ("Cliff", "Elm", 9),
    ("Dale", "Elm", 1),
    ("Elm", "Ford", 5),
]


def build(tracks):
    graph = {}
    for start, end, length in tracks:
        graph.setdefault(start, {})[end] = length
        graph.setdefault(end, {})[start] = length
    return graph


def fewest_stops(graph, start, goal):
    came_from = {start: None}
    queue = deque([start])
    while queue:
        town = queue.popleft()
        if town == goal:
            return unwind(came_from, goal)
        for neighbour in sorted(graph[town]):
            if neighbour not in came_from:
                came_from[neighbour] = town
                queue.append(neighbour)
    return []


def shortest(graph, start, goal):
    best = {start: 0}
    came_from = {start: None}
    heap = [(0, start)]
    while heap:
        distance, town = heapq.heappop(heap)
        if distance > best[town]:
            continue
        if town == goal:
            break
        for neighbour, length in sorted(graph[town].items()):
            candidate = distance + length
            if candidate < best.get(neighbour, 10**9):
                best[neighbour] = candidate
                came_from[neighbour] = town
                heapq.heappush(heap, (candidate, neighbour))
    return best.get(goal), unwind(came_from, goal)


def unwind(came_from, town):
    path = []
    while town is not None:
        path.append(town)
        town = came_from.get(town)
    path.reverse()
    return path


network = build(TRACKS)
print("few stops:", " - ".join(fewest_stops(network, "Arden", "Ford")))
length, path = shortest(network, "Arden", "Ford")
print("short way:", " - ".join(path), f"({length} km)")
