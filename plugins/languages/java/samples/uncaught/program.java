class Main {
    static int parse(String text) {
        return Integer.parseInt(text);
    }

    static int total(String... texts) {
        int total = 0;
        for (String text : texts) {
            total += parse(text);
        }
        return total;
    }

    public static void main(String[] args) {
        System.out.println(total("1", "2"));
        System.out.println(total("3", "four"));
    }
}
