class Refused extends Exception {
    final int code;

    Refused(String message, int code) {
        super(message);
        this.code = code;
    }
}

class Main {
    static int divide(int a, int b) {
        return a / b;
    }

    static void check(int age) throws Refused {
        if (age < 18) {
            throw new Refused("too young", age);
        }
    }

    static void outer(int age) throws Refused {
        check(age);
        System.out.println("admitted");
    }

    static int cleanup() {
        try {
            return divide(1, 0);
        } catch (ArithmeticException e) {
            return -1;
        } finally {
            System.out.println("cleaned up");
        }
    }

    static void wrap() {
        try {
            Integer.parseInt("x1");
        } catch (NumberFormatException e) {
            throw new IllegalStateException("wrapped", e);
        }
    }

    public static void main(String[] args) {
        try {
            outer(12);
        } catch (Refused e) {
            System.out.println(e.getMessage() + " " + e.code);
        }
        System.out.println(cleanup());
        try {
            wrap();
        } catch (IllegalStateException e) {
            System.out.println(e.getCause().getMessage());
        }
        String name = null;
        try {
            System.out.println(name.length());
        } catch (NullPointerException e) {
            System.out.println("nothing there");
        }
        int[] three = {1, 2, 3};
        try {
            three[3] = 4;
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
