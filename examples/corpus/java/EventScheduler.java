import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A discrete event simulation of a counter with one clerk. */
public class EventScheduler {
    enum Kind { ARRIVE, FINISH }

    record Event(int time, int order, Kind kind, int customer) {
    }

    private final PriorityQueue<Event> agenda =
        new PriorityQueue<>(Comparator.comparingInt(Event::time).thenComparingInt(Event::order));
    private final List<Integer> line = new ArrayList<>();
    private final int[] service;
    private int sequence;
    private boolean busy;
    private int served;
    private int longest;

    EventScheduler(int[] arrivals, int[] service) {
        this.service = service;
        for (int i = 0; i < arrivals.length; i++) {
            plan(arrivals[i], Kind.ARRIVE, i);
        }
    }

    private void plan(int time, Kind kind, int customer) {
        agenda.add(new Event(time, sequence++, kind, customer));
    }

    private void startNext(int now) {
        if (busy || line.isEmpty()) {
            return;
        }
        int customer = line.remove(0);
        busy = true;
        plan(now + service[customer], Kind.FINISH, customer);
    }

    int run() {
        int now = 0;
        while (!agenda.isEmpty()) {
            Event event = agenda.poll();
            now = event.time();
            switch (event.kind()) {
                case ARRIVE -> {
                    line.add(event.customer());
                    longest = Math.max(longest, line.size());
                }
                case FINISH -> {
                    busy = false;
                    served++;
                    System.out.printf("%3d customer %d leaves%n", now, event.customer());
                }
            }
            startNext(now);
        }
        return now;
    }

    public static void main(String[] args) {
        int[] arrivals = {0, 2, 3, 3, 20};
        int[] service = {5, 4, 1, 6, 2};
        EventScheduler scheduler = new EventScheduler(arrivals, service);
        int end = scheduler.run();
        System.out.println("served " + scheduler.served + " until " + end + ", longest line " + scheduler.longest);
    }
}
