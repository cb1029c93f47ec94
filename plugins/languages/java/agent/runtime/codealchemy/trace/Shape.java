package codealchemy.trace;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** How the instances of one class are shown. */
final class Shape {
    enum Kind {
        STRING, BOX, ENUM, CONSTANT, CLASS, LAMBDA, PLAIN_TEXT, OPAQUE,
        PRIMITIVE_ARRAY, OBJECT_ARRAY, LIST, SEQUENCE, VECTOR, UNORDERED, WRAPPER, SORTED_MAP, UNORDERED_MAP, ENTRY,
        BUILDER, OPTIONAL, HOLDER, COUNTER, PRODUCT, REFERENCE, INTERPOLATED, GATHERED, GATHERED_MAP, THROWABLE, RECORD, DATA, CASE, OBJECT
    }

    final Class<?> type;
    final Kind kind;
    final String name;
    Shape next;

    /** {@code Z B C S I J F D} for boxes and for elements of primitive arrays. */
    char primitive;
    /** Where a wrapper or holder keeps what it holds. */
    long content = -1;
    /** What stands before, between and behind the parts of a product, or around the elements that are gathered. */
    String[] glue = {};
    Gatherer gatherer;
    boolean isUnordered;
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
        this.hasIdentity = canChange && kind != Kind.RECORD && kind != Kind.OPTIONAL && kind != Kind.ENTRY && kind != Kind.THROWABLE
            && kind != Kind.PRODUCT && kind != Kind.INTERPOLATED && kind != Kind.REFERENCE && kind != Kind.DATA && kind != Kind.CASE;
    }

    /** What has a fixed number of parts. */
    static Shape product(Class<?> type, String name, String[] glue, String... fields) {
        Shape shape = new Shape(type, Kind.PRODUCT, name);
        shape.glue = glue;
        return shape.findFields(fields) ? shape : new Shape(type, Kind.OPAQUE, name);
    }

    /** A box that stands for a variable. */
    static Shape reference(Class<?> type, String name, String field) {
        Shape shape = new Shape(type, Kind.REFERENCE, name);
        return shape.findFields(field) ? shape : new Shape(type, Kind.OPAQUE, name);
    }

    /** What always looks the same. */
    static Shape constant(Class<?> type, String name, String text) {
        Shape shape = new Shape(type, Kind.CONSTANT, name);
        shape.glue = new String[] {text};
        return shape;
    }

    /** A collection of a library; its text begins and ends with the glue. */
    static Shape gathered(Class<?> type, Kind kind, String name, String open, boolean isUnordered, Gatherer gatherer) {
        Shape shape = new Shape(type, kind, name);
        shape.glue = new String[] {open, ")"};
        shape.isUnordered = isUnordered;
        shape.gatherer = gatherer;
        return shape;
    }

    private boolean findFields(String... names) {
        Field[] found = new Field[names.length];
        for (int i = 0; i < names.length; i++) {
            found[i] = field(type, names[i]);
            if (found[i] == null) {
                return false;
            }
        }
        fields(found, names);
        return true;
    }

    /** The field of this name, declared here or in a superclass. */
    static Field field(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                    return field;
                }
            }
        }
        return null;
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
