package codealchemy.trace;

/** What is known about a class of the program before it runs. */
final class ClassSite {
    /** As a program writes its name. */
    String name;
    /** How objects are shown: {@code O}bject, {@code D}ata with names, {@code C}ase without, {@code L}ambda. */
    char style;
    String[] fields;
    String[] fieldNames;
}
