import time

for second in range(2):
    time.sleep(1)
print("slow", 3)
