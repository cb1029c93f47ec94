package codealchemy.trace;

/** What is known about an instrumented method before it runs. */
final class MethodSite {
    byte[] name;
    byte[] file;
    int line;
    char result;
    String resultType;
    byte[][] variables;
    String[] types;
    /** {@code I J F D Z B C S} for primitives, {@code L} for references. */
    char[] kinds;
    /** Another variable of the same name, or -1. */
    int[] twins;
    int[] lines;
    long[][] scopes;
    /** 64-bit words that a set of this method's variables takes. */
    int words;
}
