// Threads that share an account under its lock.
class Account {
    private int balance = 0

    synchronized void deposit(int amount) {
        balance += amount
    }

    int total() { balance }
}

def account = new Account()
for (number in 1..2) {
    int by = number
    def worker = Thread.start {
        for (int i = 1; i <= 2; i++) {
            account.deposit(by * i)
        }
    }
    worker.join()
}
println account.total()
