class Main {
    static int dive(int depth) {
        return dive(depth + 1) + 1;
    }

    public static void main(String[] args) {
        try {
            dive(0);
        } catch (StackOverflowError e) {
            System.out.println("too deep: " + e.getMessage());
        }
        System.out.println("back");
    }
}
