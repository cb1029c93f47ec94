package shapes;

import java.util.List;
import static java.lang.Math.max;

/** All. */
public class Shapes {
    private int n;

    /** Makes one. */
    public Shapes(int n) { this.n = n; }

    @Override
    public String toString() {
        return "n" + n; // text
    }

    interface Area { double area(); }
    enum Colour { RED }
    record Pair(int a, int b) { int sum() { return a + b; } }
}
