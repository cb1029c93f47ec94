"""Roman numerals.

>>> to_roman(4)
'IV'
"""
import doctest


def to_roman(n):
    """
    >>> to_roman(9)
    'IX'
    """
    return "I" * n


if __name__ == "__main__":
    doctest.testmod()
