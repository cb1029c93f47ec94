class Main {
    static void leave(int code) {
        try {
            System.exit(code);
        } finally {
            System.out.println("never printed");
        }
    }

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        System.out.print("no newline");
        leave(3);
        System.out.println("unreachable");
    }
}
