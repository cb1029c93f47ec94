/**
 * Greets.
 *
 * Run: java Greeter "two words" 3
 * Input: 12
 * Output: this program reads nothing
 */
public class Greeter {
    public static void main(String[] arguments) {
        System.out.println(String.join(",", arguments));
    }
}
