import java.util.ArrayDeque;
import java.util.Scanner;

public class Queue {
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private int served;

    void arrive(String name) {
        if (name.endsWith("!")) {
            waiting.addFirst(name);
        } else {
            waiting.addLast(name);
        }
    }

    String serve() {
        if (waiting.isEmpty()) {
            throw new IllegalStateException("nobody waits");
        }
        served++;
        return waiting.removeFirst();
    }

    public static void main(String[] args) {
        Queue queue = new Queue();
        Scanner in = new Scanner(System.in);
        while (in.hasNext()) {
            String word = in.next();
            try {
                if (word.equals("next")) {
                    System.out.println(queue.serve());
                } else {
                    queue.arrive(word);
                }
            } catch (IllegalStateException e) {
                System.out.println("error: " + e.getMessage());
            }
        }
        System.out.println(queue.served + " served, " + queue.waiting.size() + " left");
        System.exit(queue.waiting.isEmpty() ? 0 : 2);
    }
}
