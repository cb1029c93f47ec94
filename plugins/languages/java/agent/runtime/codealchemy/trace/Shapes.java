package codealchemy.trace;

import codealchemy.trace.Shape.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shapes of classes seen so far, kept by name: a class's own hash code must not be asked for. */
final class Shapes {
    final Notation notation;
    private final Map<String, ClassSite> programClasses;
    private Shape[] table = new Shape[256];
    private Shape last = new Shape(Object.class, Kind.OBJECT, "Object");

    Shapes(Notation notation, Map<String, ClassSite> programClasses) {
        this.notation = notation;
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
            return PlatformShapes.create(type, name, notation);
        }
        if (Enum.class.isAssignableFrom(type)) {
            return new Shape(type, Kind.ENUM, type.isEnum() ? name : TypeNames.of(type.getSuperclass()));
        }
        if (type.getName().contains("$$Lambda")) {
            return new Shape(type, Kind.LAMBDA, name);
        }
        return program(type, name);
    }

    private Shape array(Class<?> type, String plain) {
        Class<?> element = type.getComponentType();
        String name = notation.array(TypeNames.kind(element), plain);
        Shape shape = new Shape(type, element.isPrimitive() ? Kind.PRIMITIVE_ARRAY : Kind.OBJECT_ARRAY, name);
        shape.primitive = TypeNames.kind(element);
        return shape;
    }

    private Shape program(Class<?> type, String name) {
        boolean throwable = Throwable.class.isAssignableFrom(type);
        ClassSite site = programClasses.get(type.getName());
        if (site == null) {
            return throwable ? new Shape(type, Kind.THROWABLE, name) : foreign(type, name);
        }
        Shape shape = new Shape(type, throwable ? Kind.THROWABLE : type.isRecord() ? Kind.RECORD : kind(site.style), site.name);
        if (shape.kind == Kind.LAMBDA || shape.kind == Kind.CONSTANT) {
            shape.glue = new String[] {site.name};
            return shape;
        }
        List<Field> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        collect(type, fields, names);
        shape.fields(fields.toArray(new Field[0]), names.toArray(new String[0]));
        return shape;
    }

    private void collect(Class<?> type, List<Field> fields, List<String> names) {
        ClassSite site = type == null ? null : programClasses.get(type.getName());
        if (site == null) {
            return;
        }
        collect(type.getSuperclass(), fields, names);
        for (Field field : type.getDeclaredFields()) {
            for (int i = 0; i < site.fields.length; i++) {
                if (field.getName().equals(site.fields[i]) && !Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                    names.add(site.fieldNames[i]);
                }
            }
        }
    }

    private static Kind kind(char style) {
        return switch (style) {
            case 'D' -> Kind.DATA;
            case 'C' -> Kind.CASE;
            case 'L' -> Kind.LAMBDA;
            case 'N' -> Kind.CONSTANT;
            default -> Kind.OBJECT;
        };
    }

    /** A class of a library that the program brought along. */
    private static Shape foreign(Class<?> type, String plain) {
        String full = type.getName();
        boolean isAnonymous = Character.isDigit(full.charAt(full.length() - 1)) && full.indexOf('$') > 0;
        Class<?>[] interfaces = type.getInterfaces();
        String name = isAnonymous && interfaces.length > 0 ? TypeNames.of(interfaces[0]) : plain;
        if (full.startsWith("kotlin.")) {
            return KotlinShapes.create(type, name);
        }
        if (full.startsWith("scala.")) {
            return ScalaShapes.create(type, name);
        }
        return full.startsWith("groovy.") || full.startsWith("org.codehaus.groovy.")
            ? GroovyShapes.create(type, name) : new Shape(type, Kind.OPAQUE, name);
    }
}
