import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Main {
    private int total = 10;

    Runnable adder(int amount) {
        return () -> total += amount;
    }

    static Supplier<Integer> counter() {
        int[] count = {0};
        return () -> ++count[0];
    }

    static int apply(IntBinaryOperator operator, int a, int b) {
        return operator.applyAsInt(a, b);
    }

    public static void main(String[] args) {
        Supplier<Integer> next = counter();
        next.get();
        System.out.println(next.get());
        Main main = new Main();
        main.adder(5).run();
        System.out.println(main.total);
        System.out.println(apply(Math::max, 3, 9) + apply((x, y) -> x * y, 3, 9));
        Function<Integer, Function<Integer, Integer>> curried = x -> y -> x - y;
        System.out.println(curried.apply(7).apply(2));
        List<String> words = new ArrayList<>(List.of("pear", "fig", "apple"));
        words.sort((l, r) -> l.length() - r.length());
        String joined = words.stream().filter(w -> w.length() > 3).map(String::toUpperCase).collect(Collectors.joining("+"));
        System.out.println(joined);
    }
}
