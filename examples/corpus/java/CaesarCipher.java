/** Encrypts with a shift and breaks the shift again by counting letters. */
public class CaesarCipher {
    private static final String COMMON = "etaoin";

    static String shift(String text, int by) {
        StringBuilder shifted = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                shifted.append((char) ('a' + Math.floorMod(c - 'a' + by, 26)));
            } else {
                shifted.append(c);
            }
        }
        return shifted.toString();
    }

    static int score(String text) {
        int score = 0;
        for (char c : text.toCharArray()) {
            int rank = COMMON.indexOf(c);
            if (rank >= 0) {
                score += COMMON.length() - rank;
            }
        }
        return score;
    }

    static int guess(String secret) {
        int best = 0;
        int bestScore = -1;
        for (int by = 0; by < 26; by++) {
            int score = score(shift(secret, -by));
            if (score > bestScore) {
                bestScore = score;
                best = by;
            }
        }
        return best;
    }

    public static void main(String[] args) {
        if (args.length != 2) {
            System.out.println("give a shift and a text");
            return;
        }
        int by = Integer.parseInt(args[0]);
        String secret = shift(args[1].toLowerCase(), by);
        int found = guess(secret);
        System.out.println(secret);
        System.out.println("guessed " + found + ": " + shift(secret, -found));
    }
}
