"""A module that tests itself.

>>> area(2, 3)
6
"""

import doctest


def area(width, height):
    """Area of a rectangle.

    >>> area(1, 1)
    1
    """
    product = width * height
    return product


print(doctest.testmod().attempted)
