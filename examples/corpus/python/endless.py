"""Looks for an odd perfect number below a bound it keeps raising, and so never ends."""


def divisor_sum(number):
    total = 1
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            total += divisor
            if divisor * divisor != number:
                total += number // divisor
        divisor += 1
    return total


bound = 99
candidate = 3
while candidate < bound:
    if divisor_sum(candidate) == candidate:
        print("found", candidate)
        break
    candidate += 2
    if candidate >= bound:
        bound *= 2
