package codealchemy.trace;

import java.lang.reflect.Field;

/** How the instances of one class are shown. */
final class Shape {
    enum Kind {
        STRING, BOX, ENUM, CLASS, LAMBDA, PLAIN_TEXT, OPAQUE,
        PRIMITIVE_ARRAY, OBJECT_ARRAY, LIST, SEQUENCE, VECTOR, UNORDERED, WRAPPER, SORTED_MAP, UNORDERED_MAP, ENTRY,
        BUILDER, OPTIONAL, HOLDER, COUNTER, THROWABLE, RECORD, OBJECT
    }

    final Class<?> type;
    final Kind kind;
    final String name;
    Shape next;

    /** {@code Z B C S I J F D} for boxes and for elements of primitive arrays. */
    char primitive;
    /** Where a wrapper or holder keeps what it holds. */
    long content = -1;
    String[] fieldNames = {};
    long[] fieldOffsets = {};
    /** Kind of each field; {@code L} for references. */
    char[] fieldKinds = {};
    /** Whether an instance can look different later. */
    boolean canChange;
    /** Whether identity matters, so that sharing is worth telling. */
    boolean hasIdentity;

    Shape(Class<?> type, Kind kind, String name) {
        this.type = type;
        this.kind = kind;
        this.name = name;
        this.canChange = kind.ordinal() > Kind.OPAQUE.ordinal();
        this.hasIdentity = canChange && kind != Kind.RECORD && kind != Kind.OPTIONAL && kind != Kind.ENTRY && kind != Kind.THROWABLE;
    }

    void fields(Field[] fields, String[] names) {
        fieldNames = names;
        fieldOffsets = new long[fields.length];
        fieldKinds = new char[fields.length];
        for (int i = 0; i < fields.length; i++) {
            fieldOffsets[i] = Memory.offset(fields[i]);
            fieldKinds[i] = TypeNames.kind(fields[i].getType());
        }
    }
}
