class Door implements AutoCloseable {
    final String name;
    final boolean stuck;

    Door(String name, boolean stuck) {
        this.name = name;
        this.stuck = stuck;
        System.out.println("open " + name);
    }

    @Override
    public void close() {
        System.out.println("close " + name);
        if (stuck) {
            throw new IllegalStateException(name + " is stuck");
        }
    }
}

class Main {
    static final Object LOCK = new Object();

    static int early(int n) {
        synchronized (LOCK) {
            if (n > 0) {
                return n;
            }
        }
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("finally")
    static int swallow() {
        try {
            throw new RuntimeException("lost");
        } finally {
            return 5;
        }
    }

    static String day(int n) {
        String result = "";
        switch (n) {
            case 1:
                result += "one";
            case 2:
                result += "two";
                break;
            default:
                result = "many";
        }
        return result;
    }

    public static void main(String[] args) {
        try (Door front = new Door("front", false); Door back = new Door("back", true)) {
            System.out.println(front.name + back.name);
            throw new RuntimeException("fire");
        } catch (RuntimeException e) {
            System.out.println(e.getMessage() + " after " + e.getSuppressed()[0].getMessage());
        }
        System.out.println(early(2));
        try {
            early(0);
        } catch (UnsupportedOperationException e) {
            System.out.println("unsupported");
        }
        System.out.println(swallow());
        System.out.println(day(1) + day(2) + day(3));
    }
}
