package codealchemy.trace;

/** What is known about an instrumented method before it runs. */
final class MethodSite {
    byte[] name;
    byte[] file;
    int line;
    char result;
    String resultType;
    /** Names of variables that are kept in a map of the receiver; null for the others. */
    String[] bound;
    boolean isBinding;
    byte[][] variables;
    String[] types;
    /** {@code I J F D Z B C S} for primitives, {@code L} for references. */
    char[] kinds;
    /** Of each variable the others of the same name, as a set; null when there are none. */
    long[][] namesakes;
    int[] lines;
    long[][] scopes;
    /** 64-bit words that a set of this method's variables takes. */
    int words;
}
