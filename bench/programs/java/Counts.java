import java.util.HashMap;
import java.util.Map;

public class Counts {
    static int mix(int state, int value) {
        state = (int) ((state * 31L + value) % 1000003);
        return state;
    }

    static String label(int number) {
        String text = "item";
        int digit = number % 10;
        text = text + digit;
        return text;
    }

    static int work(int rounds) {
        int[] slots = new int[8];
        Map<String, Integer> counts = new HashMap<>();
        int state = 7;
        int best = 0;
        for (int i = 0; i < rounds; i++) {
            state = mix(state, i);
            int slot = state % 8;
            slots[slot] = slots[slot] + 1;
            String name = label(state);
            counts.put(name, counts.getOrDefault(name, 0) + 1);
            if (state > best) {
                best = state;
            }
        }
        return best + slots[0] + counts.getOrDefault("item3", 0);
    }

    public static void main(String[] args) {
        System.out.println(work(Integer.parseInt(args[0])));
    }
}
