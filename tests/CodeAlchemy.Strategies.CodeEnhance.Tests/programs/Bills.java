/** Bills of a small shop, with a discount for many pieces. */
public class Bills {
    private static final int MANY = 10;
    private static final int PERCENT = 100;

    /** Price of some pieces in cents, whole ones. */
    static int price(int count, int each) {
        if (count < 1) {
            return 0;
        }
        int total = count * each;
        // Ten or more are cheaper.
        if (total > MANY * each) {
            int discount = total / MANY;
            total -= discount;
        } else {
            total += 1;
        }
        return total;
    }

    static boolean isMany(int count) {
        return count >= MANY;
    }

    static int bill(int[][] lines) {
        int whole = 0;
        int pieces = 0;
        for (int[] line : lines) {
            whole += price(line[0], line[1]);
            pieces += line[0];
            System.out.println(line[0] + " " + whole + " " + isMany(line[0]));
        }
        return whole * PERCENT / pieces;
    }

    public static void main(String[] args) {
        int first = bill(new int[][] {{1, 30}, {12, 7}});
        int second = bill(new int[][] {{0, 5}, {9, 7}});
        System.out.println(first + " " + second + " " + price(2, 3) + " " + isMany(4));
    }
}
