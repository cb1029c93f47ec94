"""A vending machine as a state machine driven by a table."""

IDLE, PAYING, DISPENSING, BROKEN = "idle", "paying", "dispensing", "broken"


class Machine:
    def __init__(self, price, stock):
        self.price = price
        self.stock = stock
        self.paid = 0
        self.state = IDLE
        self.log = []

    def coin(self, value):
        self.paid += value
        return DISPENSING if self.paid >= self.price else PAYING

    def take(self):
        change = self.paid - self.price
        self.paid = 0
        self.stock -= 1
        self.log.append(f"one out, change {change}")
        return IDLE if self.stock > 0 else BROKEN

    def cancel(self):
        self.log.append(f"refund {self.paid}")
        self.paid = 0
        return IDLE

    def refill(self, count):
        self.stock += count
        return IDLE

    TABLE = {
        (IDLE, "coin"): coin,
        (PAYING, "coin"): coin,
        (PAYING, "cancel"): cancel,
        (DISPENSING, "take"): take,
        (BROKEN, "refill"): refill,
    }

    def handle(self, event, *details):
        action = self.TABLE.get((self.state, event))
        if action is None:
            self.log.append(f"{event} ignored while {self.state}")
            return self.state
        self.state = action(self, *details)
        return self.state


machine = Machine(price=150, stock=1)
events = [("coin", 100), ("take",), ("coin", 100), ("take",), ("coin", 50), ("refill", 2), ("coin", 20), ("cancel",)]
for event, *details in events:
    before = machine.state
    after = machine.handle(event, *details)
    print(f"{event:<7}{before:>11} -> {after}")
print("; ".join(machine.log))
print("stock", machine.stock, "paid", machine.paid)
