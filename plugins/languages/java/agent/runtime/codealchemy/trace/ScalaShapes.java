package codealchemy.trace;

import codealchemy.trace.Shape.Kind;

/** Shapes of Scala's library: its collections, tuples, options and boxes. */
final class ScalaShapes {
    private ScalaShapes() {
    }

    static Shape create(Class<?> type, String plain) {
        String full = type.getName();
        String name = full.endsWith("$") ? TypeNames.of(type, full.substring(0, full.length() - 1)) : plain;
        if (full.startsWith("scala.collection.immutable.")) {
            return immutable(type, full.substring("scala.collection.immutable.".length()), name);
        }
        if (full.startsWith("scala.collection.mutable.")) {
            return mutable(type, full.substring("scala.collection.mutable.".length()), name);
        }
        if (full.startsWith("scala.runtime.") && full.endsWith("Ref")) {
            return Shape.reference(type, name, "elem");
        }
        return full.startsWith("scala.Tuple") ? tuple(type) : other(type, full, name);
    }

    private static Shape other(Class<?> type, String full, String name) {
        return switch (full) {
            case "scala.Some" -> part(type, "Some", "x");
            case "scala.None$" -> Shape.constant(type, "None", "None");
            case "scala.util.Left" -> part(type, "Left", Fields.has(type, "a") ? "a" : "value");
            case "scala.util.Right" -> part(type, "Right", Fields.has(type, "b") ? "b" : "value");
            case "scala.util.Success" -> part(type, "Success", "value");
            case "scala.util.Failure" -> part(type, "Failure", "exception");
            case "scala.Symbol" -> part(type, "Symbol", "name");
            case "scala.Enumeration$Val" -> part(type, "Value", "scala$Enumeration$Val$$i");
            case "scala.math.BigInt" -> holder(type, name, "bigInteger");
            case "scala.math.BigDecimal" -> holder(type, name, "bigDecimal");
            case "scala.runtime.BoxedUnit" -> Shape.constant(type, "Unit", "()");
            case "scala.util.matching.Regex" -> holder(type, name, "pattern");
            default -> full.endsWith("$") ? Shape.constant(type, name, name) : new Shape(type, Kind.OPAQUE, name);
        };
    }

    private static Shape part(Class<?> type, String name, String field) {
        return Shape.product(type, name, new String[] {name + '(', ")"}, field);
    }

    private static Shape holder(Class<?> type, String name, String field) {
        return Shape.product(type, name, new String[] {"", ""}, field);
    }

    /** The parts stand in fields of their own where both are primitive. */
    private static Shape tuple(Class<?> type) {
        String special = type.getName().contains("$mc") ? type.getName().substring(type.getName().indexOf("$mc") + 3) : "";
        int count = 0;
        while (Fields.has(type, "_" + (count + 1))) {
            count++;
        }
        String[] fields = new String[count];
        String[] glue = new String[count + 1];
        for (int i = 0; i < count; i++) {
            fields[i] = special.isEmpty() ? "_" + (i + 1) : "_" + (i + 1) + "$mc" + special.charAt(i) + "$sp";
            glue[i] = i == 0 ? "(" : ", ";
        }
        glue[count] = ")";
        return Shape.product(type, "Tuple" + count, glue, fields);
    }

    private static Shape immutable(Class<?> type, String local, String name) {
        return switch (local) {
            case "$colon$colon" -> collection(type, "List", "List", "list", "head");
            case "Nil$" -> Shape.constant(type, "List", "List()");
            case "Vector" -> collection(type, name, "Vector", "vector", "display0");
            case "Range", "Range$Inclusive", "Range$Exclusive" -> collection(type, "Range", "Range", "range", "numRangeElements");
            case "Queue" -> collection(type, name, "Queue", "queue", "out");
            case "Stack" -> collection(type, name, "Stack", "list in", "elems");
            case "Stream$Cons" -> collection(type, "Stream", "Stream", "stream", "tlGen");
            case "Stream$Empty$" -> Shape.constant(type, "Stream", "Stream()");
            case "Map$EmptyMap$", "HashMap$EmptyHashMap$", "ListMap$EmptyListMap$" -> Shape.constant(type, "Map", "Map()");
            case "Set$EmptySet$", "HashSet$EmptyHashSet$", "ListSet$EmptyListSet$" -> Shape.constant(type, "Set", "Set()");
            case "Map$Map1", "Map$Map2", "Map$Map3", "Map$Map4" -> map(type, "Map", "few entries", "key1", false);
            case "HashMap$HashMap1", "HashMap$HashTrieMap", "HashMap$HashMapCollision1" -> map(type, "Map", "trie map", "hash", true);
            case "ListMap$Node" -> map(type, "ListMap", "list map", "$outer", false);
            case "TreeMap" -> map(type, name, "tree map", "tree", false);
            case "Set$Set1", "Set$Set2", "Set$Set3", "Set$Set4" -> collection(type, "Set", "Set", "few", "elem1");
            case "HashSet$HashSet1", "HashSet$HashTrieSet", "HashSet$HashSetCollision1" -> unordered(type, "Set", "trie", "hash");
            case "ListSet$Node" -> collection(type, "ListSet", "ListSet", "list set", "$outer");
            case "TreeSet" -> collection(type, name, "TreeSet", "tree", "tree");
            case "StringOps" -> holder(type, name, "repr");
            case "WrappedString" -> holder(type, name, "self");
            case "Map$WithDefault" -> holder(type, "Map", "underlying");
            default -> new Shape(type, Kind.OPAQUE, name);
        };
    }

    private static Shape mutable(Class<?> type, String local, String name) {
        if (local.startsWith("WrappedArray$of")) {
            return collection(type, "WrappedArray", "WrappedArray", "whole array", "array");
        }
        if (local.startsWith("ArrayOps$of")) {
            return holder(type, "ArrayOps", "repr");
        }
        return switch (local) {
            case "ArrayBuffer" -> collection(type, name, name, "array", "array");
            case "ListBuffer" -> collection(type, name, name, "list in", "scala$collection$mutable$ListBuffer$$start");
            case "HashMap" -> map(type, name, "table", "table", true);
            case "HashSet" -> unordered(type, name, "flat table", "table");
            case "LinkedHashMap" -> map(type, name, "linked entries", "firstEntry", false);
            case "LinkedHashSet" -> collection(type, name, "Set", "linked", "firstEntry");
            case "MutableList", "Queue" -> collection(type, name, name, "cells", "first0");
            case "Stack" -> collection(type, name, name, "list in", "elems");
            case "TreeSet" -> collection(type, name, name, "tree", "treeRef");
            case "PriorityQueue" -> collection(type, name, name, "heap", "scala$collection$mutable$PriorityQueue$$resarr");
            case "StringBuilder" -> holder(type, name, "underlying");
            case "Map$WithDefault" -> holder(type, "Map", "underlying");
            default -> new Shape(type, Kind.OPAQUE, name);
        };
    }

    private static Shape collection(Class<?> type, String name, String prefix, String layout, String part) {
        return shape(type, Kind.GATHERED, name, prefix, layout, part, false);
    }

    private static Shape unordered(Class<?> type, String name, String layout, String part) {
        return shape(type, Kind.GATHERED, name, "Set", layout, part, true);
    }

    private static Shape map(Class<?> type, String name, String layout, String part, boolean isUnordered) {
        return shape(type, Kind.GATHERED_MAP, name, "Map", layout, part, isUnordered);
    }

    /** Another version of the library may keep things elsewhere. */
    private static Shape shape(Class<?> type, Kind kind, String name, String prefix, String layout, String part, boolean isUnordered) {
        boolean isKnown = Fields.has(type, part) || layout.equals("trie") || layout.equals("trie map");
        Shape shape = isKnown ? Shape.gathered(type, kind, name, prefix + '(', isUnordered, new ScalaCollections(layout, part)) : new Shape(type, Kind.OPAQUE, name);
        shape.hasIdentity = isKnown && type.getName().startsWith("scala.collection.mutable.");
        return shape;
    }
}
