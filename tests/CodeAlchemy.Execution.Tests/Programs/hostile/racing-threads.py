# 52: threads that race agree with themselves only by luck; whatever comes of it is no crash.
# expect: agreed or nondeterministic
import threading
import time

total = 0


def add():
    global total
    for _ in range(50):
        total += 1
        time.sleep(0.0005)


workers = [threading.Thread(target=add) for _ in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(total)
