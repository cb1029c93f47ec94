"""A ledger that refuses to go out of balance. The last booking is wrong on purpose, and nothing catches the refusal."""


class Unbalanced(Exception):
    def __init__(self, text, difference):
        super().__init__(f"{text}: off by {difference}")
        self.difference = difference


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.journal = []

    def post(self, text, *lines):
        difference = sum(amount for _, amount in lines)
        if difference != 0:
            raise Unbalanced(text, difference)
        for account, amount in lines:
            self.accounts[account] = self.accounts.get(account, 0) + amount
        self.journal.append(text)

    def balance(self, account):
        return self.accounts.get(account, 0)

    def trial(self):
        width = max(len(name) for name in self.accounts)
        rows = []
        for name in sorted(self.accounts):
            amount = self.accounts[name]
            side = "debit" if amount >= 0 else "credit"
            rows.append(f"{name.ljust(width)} {abs(amount):>6} {side}")
        return rows


def month(ledger, number, rent):
    ledger.post(f"sales {number}", ("cash", 900 + 50 * number), ("income", -900 - 50 * number))
    ledger.post(f"rent {number}", ("rent", rent), ("cash", -rent))


ledger = Ledger()
ledger.post("opening", ("cash", 2000), ("capital", -2000))
for number in range(1, 4):
    month(ledger, number, 400)
for row in ledger.trial():
    print(row)
print(len(ledger.journal), "bookings, cash", ledger.balance("cash"))
ledger.post("typing error", ("cash", 120), ("income", -102))
print("never printed")
