"""Evaluates arithmetic expressions by recursive descent.

    $ python3 calculator.py "2 * (3 + 4)"
    $ python3 calculator.py "10 - 4 - 3"
    $ python3 calculator.py "8 / (5 - 5)"
"""
import sys

SYMBOLS = "+-*/()"


def tokenize(text):
    tokens = []
    number = ""
    for character in text + " ":
        if character.isdigit() or character == ".":
            number += character
            continue
        if number:
            tokens.append(float(number) if "." in number else int(number))
            number = ""
        if character in SYMBOLS:
            tokens.append(character)
        elif not character.isspace():
            raise SyntaxError(f"unexpected {character!r}")
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0

    def peek(self):
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return None

    def take(self):
        token = self.peek()
        self.position += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take() == "+":
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take() == "*":
                value *= self.factor()
            else:
                value /= self.factor()
        return value

    def factor(self):
        token = self.take()
        if token == "-":
            return -self.factor()
        if token == "(":
            value = self.expression()
            if self.take() != ")":
                raise SyntaxError("a bracket is not closed")
            return value
        if isinstance(token, (int, float)):
            return token
        raise SyntaxError(f"a number is missing before {token!r}")


def main(arguments):
    text = " ".join(arguments) or "1 + 2 * 3"
    try:
        parser = Parser(tokenize(text))
        value = parser.expression()
        if parser.peek() is not None:
            raise SyntaxError(f"what is {parser.peek()!r} doing here")
    except (SyntaxError, ZeroDivisionError) as problem:
        print(f"cannot evaluate {text!r}: {problem}")
        return 1
    print(f"{text} = {value}")
    return 0


sys.exit(main(sys.argv[1:]))
