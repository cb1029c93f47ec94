import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

class Node {
    int value;
    Node next;

    Node(int value) {
        this.value = value;
    }
}

class Main {
    static void fill(List<Integer> target, int upTo) {
        for (int i = 0; i < upTo; i++) {
            target.add(i * i);
        }
    }

    public static void main(String[] args) {
        List<Integer> squares = new ArrayList<>();
        List<Integer> same = squares;
        fill(squares, 4);
        same.set(0, -1);
        Map<String, Integer> ages = new HashMap<>();
        ages.put("zoe", 31);
        ages.put("adam", 7);
        ages.merge("zoe", 1, Integer::sum);
        Map<String, List<Integer>> nested = new LinkedHashMap<>();
        nested.put("z", squares);
        nested.put("a", List.of());
        nested.get("a");
        Set<Character> letters = new HashSet<>(List.of('z', 'a', 'm'));
        letters.remove('m');
        Deque<String> deque = new ArrayDeque<>();
        deque.push("low");
        deque.push("top");
        deque.pop();
        PriorityQueue<Integer> queue = new PriorityQueue<>(Collections.reverseOrder());
        Collections.addAll(queue, 3, 8, 5);
        TreeMap<Integer, String> tree = new TreeMap<>(Map.of(2, "two", 1, "one"));
        tree.pollFirstEntry();
        int[][] grid = new int[2][3];
        grid[1][2] = 6;
        Object[] mixed = {1, "one", 1.5, 'c', null, new int[] {1}, Optional.of(2L)};
        mixed[4] = true;
        List<Object> self = new LinkedList<>();
        self.add(self);
        Node first = new Node(1);
        first.next = new Node(2);
        first.next.next = first;
        int[] hundred = new int[100];
        Arrays.fill(hundred, 7);
        List<Integer> view = Collections.unmodifiableList(squares);
        StringBuilder builder = new StringBuilder("ab");
        builder.reverse().append('!');
        System.out.println(squares + " " + ages.get("zoe") + " " + letters.size() + " " + deque + queue.peek() + tree);
        System.out.println(nested + Arrays.deepToString(grid) + mixed.length + self.size() + first.next.next.value + hundred.length + view + builder);
    }
}
