"""Roman numerals, both ways.

>>> to_roman(1994)
'MCMXCIV'
>>> from_roman('XLII')
42
"""
import doctest

VALUES = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def to_roman(number):
    """
    >>> to_roman(14)
    'XIV'
    """
    if not 0 < number < 4000:
        raise ValueError(f"{number} has no numeral")
    text = ""
    for value, letters in VALUES:
        while number >= value:
            text += letters
            number -= value
    return text


def from_roman(text):
    digits = {letters: value for value, letters in VALUES if len(letters) == 1}
    total = 0
    previous = 0
    for letter in reversed(text):
        value = digits[letter]
        if value < previous:
            total -= value
        else:
            total += value
            previous = value
    return total


def is_canonical(text):
    try:
        return to_roman(from_roman(text)) == text
    except (KeyError, ValueError):
        return False


if __name__ == "__main__":
    failed, tried = doctest.testmod()
    print(f"{tried - failed} of {tried} examples hold")
    for sample in ("MMXXVI", "IIII", "XIX", "IC", "QX"):
        print(sample, is_canonical(sample))
