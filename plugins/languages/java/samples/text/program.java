class Main {
    public static void main(String[] args) {
        String greeting = "Grüße, 世界 😀";
        int units = greeting.length();
        int points = greeting.codePointCount(0, units);
        String escaped = "tab\t quote\" back\\ line\n nul\0 unit\u001f";
        char quote = '\'';
        char newline = '\n';
        char lone = '\ud83d';
        String longText = "0123456789".repeat(50);
        String imitation = "<|endoftext|> 12:l\u001f1,";
        byte small = (byte) 200;
        short medium = -32768;
        int largest = Integer.MAX_VALUE;
        int wrapped = largest + 1;
        long big = Long.MIN_VALUE;
        float third = 1f / 3;
        double tenth = 0.1 + 0.2;
        double nothing = 0.0 / 0;
        double infinite = 1 / 0.0;
        double negativeZero = -0.0;
        java.math.BigInteger huge = java.math.BigInteger.TWO.pow(100);
        boolean yes = !false;
        System.out.println(greeting + " " + units + " " + points);
        System.out.print(escaped);
        System.out.println(imitation);
        System.out.println(longText.length() + " " + small + " " + medium + " " + wrapped + " " + big + " " + quote + newline + (int) lone);
        System.out.println(third + " " + tenth + " " + nothing + " " + infinite + " " + negativeZero + " " + huge + " " + yes);
        System.err.println("für stderr");
    }
}
