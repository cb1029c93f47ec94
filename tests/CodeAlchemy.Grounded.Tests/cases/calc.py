#!/usr/bin/env python3
"""A small calculator.

Usage: calc.py 3 + 4
Usage: calc.py LEFT OPERATOR RIGHT
Usage: calc.py [options] file
    $ echo "1 2" | python3 calc.py
    $ python calc.py 10 / "4"
    $ python calc.py numbers.txt
    $ python calc.py 1 > out
    $ rm -rf 3
    $ printf "5\n6\n" | ./calc.py
    $ python calc.py "$HOME" 3
    $ python calc.py "a \\" b" 3
    $ python other.py 3
"""
import sys

print(sys.argv, sys.stdin.read(), "Usage: calc.py 9 9")
