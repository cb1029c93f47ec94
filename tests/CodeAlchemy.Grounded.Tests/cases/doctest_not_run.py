def double(n):
    """
    >>> double(4)
    8
    """
    return n * 2


# example: double(1) -> 2
print(double(2))
