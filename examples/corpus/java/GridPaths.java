import java.util.Scanner;

/** Counts the ways through a grid with walls and finds the cheapest one. The grid comes on standard input. */
public class GridPaths {
    private static final int NEVER = Integer.MAX_VALUE;

    private final char[][] grid;

    GridPaths(char[][] grid) {
        this.grid = grid;
    }

    private boolean isWall(int row, int column) {
        return grid[row][column] == '#';
    }

    private int cost(int row, int column) {
        char c = grid[row][column];
        return Character.isDigit(c) ? c - '0' : 1;
    }

    long ways() {
        int columns = grid[0].length;
        long[] ways = new long[columns];
        ways[0] = 1;
        for (int row = 0; row < grid.length; row++) {
            for (int column = 0; column < columns; column++) {
                if (isWall(row, column)) {
                    ways[column] = 0;
                } else if (column > 0) {
                    ways[column] += ways[column - 1];
                }
            }
        }
        return ways[columns - 1];
    }

    int cheapest() {
        int columns = grid[0].length;
        int[] best = new int[columns];
        for (int row = 0; row < grid.length; row++) {
            for (int column = 0; column < columns; column++) {
                int above = row > 0 ? best[column] : NEVER;
                int left = column > 0 ? best[column - 1] : NEVER;
                int before = row == 0 && column == 0 ? 0 : Math.min(above, left);
                best[column] = isWall(row, column) || before == NEVER ? NEVER : before + cost(row, column);
            }
        }
        return best[columns - 1];
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int rows = in.nextInt();
        if (rows < 1 || rows > 20) {
            System.out.println("between 1 and 20 rows, please");
            System.exit(2);
        }
        char[][] grid = new char[rows][];
        for (int row = 0; row < rows; row++) {
            grid[row] = in.next().toCharArray();
            if (grid[row].length != grid[0].length) {
                throw new IllegalStateException("row " + row + " has " + grid[row].length + " columns");
            }
        }
        GridPaths paths = new GridPaths(grid);
        long ways = paths.ways();
        System.out.println(ways + (ways == 1 ? " way" : " ways"));
        if (ways > 0) {
            System.out.println("cheapest " + paths.cheapest());
        }
    }
}
