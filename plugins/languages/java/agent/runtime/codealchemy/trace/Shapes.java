package codealchemy.trace;

import codealchemy.trace.Shape.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The shapes of classes seen so far, kept by name: a class's own hash code must not be asked for. */
final class Shapes {
    private final Set<String> programClasses;
    private Shape[] table = new Shape[256];
    private Shape last = new Shape(Object.class, Kind.OBJECT, "Object");

    Shapes(Set<String> programClasses) {
        this.programClasses = programClasses;
        add(last);
    }

    Shape of(Class<?> type) {
        if (last.type == type) {
            return last;
        }
        Shape shape = table[slot(type)];
        while (shape != null && shape.type != type) {
            shape = shape.next;
        }
        if (shape == null) {
            shape = createSafely(type);
            add(shape);
        }
        last = shape;
        return shape;
    }

    private void add(Shape shape) {
        int slot = slot(shape.type);
        shape.next = table[slot];
        table[slot] = shape;
    }

    private int slot(Class<?> type) {
        return type.getName().hashCode() * 31 >>> 5 & table.length - 1;
    }

    /** A class whose parts can't be had, because a class file is missing or a security manager objects, is shown by its name. */
    private Shape createSafely(Class<?> type) {
        try {
            return create(type);
        } catch (RuntimeException | LinkageError e) {
            return new Shape(type, Kind.OPAQUE, TypeNames.of(type));
        }
    }

    private Shape create(Class<?> type) {
        String name = TypeNames.of(type);
        if (type.isArray()) {
            return array(type, name);
        }
        if (type.getClassLoader() == null) {
            return PlatformShapes.create(type, name);
        }
        if (Enum.class.isAssignableFrom(type)) {
            return new Shape(type, Kind.ENUM, type.isEnum() ? name : TypeNames.of(type.getSuperclass()));
        }
        if (type.getName().contains("$$Lambda")) {
            return new Shape(type, Kind.LAMBDA, name);
        }
        return program(type, name);
    }

    private static Shape array(Class<?> type, String name) {
        Class<?> element = type.getComponentType();
        Shape shape = new Shape(type, element.isPrimitive() ? Kind.PRIMITIVE_ARRAY : Kind.OBJECT_ARRAY, name);
        shape.primitive = TypeNames.kind(element);
        return shape;
    }

    private Shape program(Class<?> type, String name) {
        boolean throwable = Throwable.class.isAssignableFrom(type);
        if (!programClasses.contains(type.getName())) {
            return throwable ? new Shape(type, Kind.THROWABLE, name) : PlatformShapes.foreign(type, name);
        }
        Shape shape = new Shape(type, throwable ? Kind.THROWABLE : type.isRecord() ? Kind.RECORD : Kind.OBJECT, name);
        List<Field> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        collect(type, fields, names);
        shape.fields(fields.toArray(new Field[0]), names.toArray(new String[0]));
        return shape;
    }

    private void collect(Class<?> type, List<Field> fields, List<String> names) {
        if (type == null || !programClasses.contains(type.getName())) {
            return;
        }
        collect(type.getSuperclass(), fields, names);
        for (Field field : type.getDeclaredFields()) {
            boolean captured = field.getName().startsWith("val$");
            if (!Modifier.isStatic(field.getModifiers()) && (captured || !field.isSynthetic())) {
                fields.add(field);
                names.add(captured ? field.getName().substring(4) : field.getName());
            }
        }
    }
}
