import threading

results = []


def work(name, n):
    total = 0
    for i in range(n):
        total += i
    results.append((name, total))


for name, n in (("first", 2), ("second", 3)):
    thread = threading.Thread(target=work, args=(name, n))
    thread.start()
    thread.join()
print(results)
