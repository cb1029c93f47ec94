import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class Account {
    private int balance;

    synchronized void deposit(int amount) {
        balance += amount;
    }

    synchronized int balance() {
        return balance;
    }
}

class Main {
    static int work(int id) {
        int square = id * id;
        return square;
    }

    public static void main(String[] args) throws Exception {
        Account account = new Account();
        for (int i = 1; i <= 2; i++) {
            int amount = i * 100;
            Thread thread = new Thread(() -> account.deposit(amount), "depositor-" + i);
            thread.start();
            thread.join();
        }
        System.out.println(account.balance());
        ExecutorService pool = Executors.newSingleThreadExecutor();
        List<Integer> results = new ArrayList<>();
        for (int id = 3; id < 5; id++) {
            int task = id;
            Future<Integer> future = pool.submit(() -> work(task));
            results.add(future.get());
        }
        pool.shutdown();
        pool.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS);
        Thread failing = new Thread(() -> {
            throw new IllegalStateException("in a thread");
        });
        failing.setUncaughtExceptionHandler((t, e) -> System.out.println("handled " + e.getMessage()));
        failing.start();
        failing.join();
        System.out.println(results);
    }
}
