class Main {
    static long factorial(int n) {
        if (n <= 1) {
            return 1;
        }
        return n * factorial(n - 1);
    }

    static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    static void hanoi(int disks, char from, char to, char over) {
        if (disks > 0) {
            hanoi(disks - 1, from, over, to);
            System.out.println(from + "->" + to);
            hanoi(disks - 1, over, to, from);
        }
    }

    public static void main(String[] args) {
        System.out.println(factorial(5));
        System.out.println(even(3));
        hanoi(2, 'a', 'b', 'c');
    }
}
