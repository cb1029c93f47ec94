"""Shapes."""
import math
import os.path as paths
from collections import OrderedDict


class Circle:
    def __init__(self, radius):
        self.radius = radius  # in metres

    # Not a docstring.
    def area(self):
        """The area."""
        return math.pi * self.radius ** 2


def outer(n):
    'Ünïcode.'
    def inner(m):
        return m + n
    return inner


class Empty: pass
