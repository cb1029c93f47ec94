class Refused(Exception):
    pass


def price(item, book):
    if item not in book:
        raise Refused(item)
    return book[item]


def pairs(n):
    for i in range(n):
        yield i, i * i


book = {"tea": 3}
alias = book
alias["cake"] = 4
total = 0
for item in ["tea", "pie"]:
    try:
        total += price(item, book)
    except Refused as refused:
        print("no", item)
name = input()
squares = [b for a, b in pairs(2)]
text = "<|call_sep|>" + name
print(text)  # <|frame_sep|>
del alias
{}[name]
