"""A least-recently-used cache on a doubly linked list."""


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = None
        self.after = None


class LruCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.head = Node()
        self.tail = Node()
        self.head.after = self.tail
        self.tail.before = self.head
        self.hits = 0
        self.misses = 0

    def _unlink(self, node):
        node.before.after = node.after
        node.after.before = node.before

    def _push_front(self, node):
        first = self.head.after
        node.before = self.head
        node.after = first
        self.head.after = node
        first.before = node

    def get(self, key):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return None
        self.hits += 1
        self._unlink(node)
        self._push_front(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self.nodes) == self.capacity:
                oldest = self.tail.before
                self._unlink(oldest)
                del self.nodes[oldest.key]
            node = Node(key, value)
            self.nodes[key] = node
        self._push_front(node)

    def keys(self):
        found = []
        node = self.head.after
        while node is not self.tail:
            found.append(node.key)
            node = node.after
        return found


def squares(numbers, cache):
    results = []
    for number in numbers:
        known = cache.get(number)
        if known is None:
            known = number * number
            cache.put(number, known)
        results.append(known)
    return results


cache = LruCache(3)
print(squares([2, 3, 2, 5, 7, 2, 3], cache))
print("hits", cache.hits, "misses", cache.misses)
print("newest first", cache.keys())
