from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction


@dataclass
class Point:
    x: int
    y: int = 0


class Color(Enum):
    RED = 1


class Slotted:
    __slots__ = ("left", "right")

    def __init__(self, left):
        self.left = left


Pair = namedtuple("Pair", "key value")
point = Point(1)
color = Color.RED
slotted = Slotted([1])
pair = Pair("k", (1,))
queue = deque([1, 2], maxlen=3)
groups = defaultdict(list)
groups["a"].append(1)
ordered = OrderedDict(b=1, a=2)
letters = Counter("abca")
third = Fraction(1, 3)
price = Decimal("1.50")
day = date(2024, 2, 29)
