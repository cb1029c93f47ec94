package codealchemy.trace;

/** Reads the collections of Scala 2.11 and 2.12 from their fields. */
final class ScalaCollections implements Gatherer {
    private final String layout;
    private final String part;

    /**
     * @param layout how the elements are kept
     * @param part the field to begin with, where the layout needs one
     */
    ScalaCollections(String layout, String part) {
        this.layout = layout;
        this.part = part;
    }

    @Override
    public Object[] elements(Object collection, int most) {
        boolean isMap = layout.equals("few entries") || layout.equals("trie map") || layout.equals("table") || layout.equals("linked entries")
            || layout.equals("tree map") || layout.equals("list map");
        Gathered into = new Gathered(isMap ? 2 * most : most);
        switch (layout) {
            case "list" -> list(collection, into);
            case "list in" -> list(Fields.get(collection, part), into);
            case "queue" -> queue(collection, into);
            case "array" -> into.addAll(Fields.get(collection, part), 0, Fields.number(collection, "size0"));
            case "whole array" -> wholeArray(Fields.get(collection, part), into);
            case "heap" -> heap(Fields.get(collection, part), into);
            case "vector" -> vector(collection, into);
            case "range" -> range(collection, into);
            case "few" -> few(collection, into);
            case "few entries" -> fewEntries(collection, into);
            case "trie", "trie map" -> trie(collection, into);
            case "list map" -> newest(collection, into, true);
            case "list set" -> newest(collection, into, false);
            case "tree", "tree map" -> tree(treeOf(collection), into, layout.equals("tree map"));
            case "table" -> table((Object[]) Fields.get(collection, "table"), into);
            case "flat table" -> flatTable((Object[]) Fields.get(collection, "table"), into);
            case "linked", "linked entries" -> linked(Fields.get(collection, "firstEntry"), into, layout.equals("linked entries"));
            case "cells" -> cells(Fields.get(collection, "first0"), Fields.number(collection, "len"), into);
            case "stream" -> stream(collection, into);
            default -> throw new IllegalStateException(layout);
        }
        return into.toArray();
    }

    @Override
    public int size(Object collection) {
        return switch (layout) {
            case "array" -> Fields.number(collection, "size0");
            case "vector" -> Fields.number(collection, "endIndex") - Fields.number(collection, "startIndex");
            case "range" -> Fields.number(collection, "numRangeElements");
            case "table", "flat table", "linked", "linked entries" -> Fields.number(collection, "tableSize");
            case "trie", "trie map" -> Fields.has(collection.getClass(), "size0") ? Fields.number(collection, "size0") : -1;
            case "cells" -> Fields.number(collection, "len");
            default -> -1;
        };
    }

    private static boolean isCell(Object list) {
        return list != null && list.getClass().getName().endsWith("$colon$colon");
    }

    private static void list(Object list, Gathered into) {
        for (Object at = list; isCell(at) && !into.isFull(); at = rest(at)) {
            into.add(Fields.get(at, "head"));
        }
    }

    private static Object rest(Object cell) {
        return Fields.get(cell, Fields.has(cell.getClass(), "tl") ? "tl" : "next");
    }

    private static void queue(Object queue, Gathered into) {
        list(Fields.get(queue, "out"), into);
        Gathered newer = new Gathered(1024);
        list(Fields.get(queue, "in"), newer);
        newer.reverse();
        for (Object item : newer.toArray()) {
            into.add(item);
        }
    }

    private static void wholeArray(Object array, Gathered into) {
        char kind = TypeNames.kind(array.getClass().getComponentType());
        into.addAll(array, 0, kind == 'L' ? ((Object[]) array).length : ArrayElements.length(kind, array));
    }

    private static void heap(Object access, Gathered into) {
        into.addAll(Fields.get(access, "array"), 1, Fields.number(access, "size0"));
    }

    private static void vector(Object vector, Gathered into) {
        int focus = Fields.number(vector, "focus");
        int end = Fields.number(vector, "endIndex");
        for (int i = Fields.number(vector, "startIndex"); i < end && !into.isFull(); i++) {
            into.add(at(vector, i, i ^ focus));
        }
    }

    /** An element, from the lowest block that it shares with the vector's focus. */
    private static Object at(Object vector, int index, int distance) {
        int level = distance < 1 << 5 ? 0 : distance < 1 << 10 ? 1 : distance < 1 << 15 ? 2 : distance < 1 << 20 ? 3 : distance < 1 << 25 ? 4 : 5;
        Object[] block = (Object[]) Fields.get(vector, "display" + level);
        for (int l = level; l > 0; l--) {
            block = (Object[]) block[index >> 5 * l & 31];
        }
        return block[index & 31];
    }

    private static void range(Object range, Gathered into) {
        int count = Fields.number(range, "numRangeElements");
        for (int i = 0; i < count && !into.isFull(); i++) {
            into.add(Fields.number(range, "start") + i * Fields.number(range, "step"));
        }
    }

    private static void few(Object set, Gathered into) {
        for (int i = 1; Fields.has(set.getClass(), "elem" + i); i++) {
            into.add(Fields.get(set, "elem" + i));
        }
    }

    private static void fewEntries(Object map, Gathered into) {
        for (int i = 1; Fields.has(map.getClass(), "key" + i); i++) {
            into.add(Fields.get(map, "key" + i), Fields.get(map, "value" + i));
        }
    }

    private static void trie(Object node, Gathered into) {
        Class<?> type = node.getClass();
        if (into.isFull()) {
            return;
        }
        if (Fields.has(type, "elems")) {
            for (Object child : (Object[]) Fields.get(node, "elems")) {
                trie(child, into);
            }
        } else if (Fields.has(type, "kvs")) {
            newest(Fields.get(node, "kvs"), into, true);
        } else if (Fields.has(type, "ks")) {
            newest(Fields.get(node, "ks"), into, false);
        } else if (Fields.has(type, "value")) {
            into.add(Fields.get(node, "key"), Fields.get(node, "value"));
        } else if (Fields.has(type, "key")) {
            into.add(Fields.get(node, "key"));
        }
    }

    /** Chains that begin with what was added last. */
    private static void newest(Object chain, Gathered into, boolean isMap) {
        Gathered reversed = new Gathered(2048);
        for (Object at = chain; at != null && Fields.has(at.getClass(), "$outer") && !reversed.isFull(); at = Fields.get(at, "$outer")) {
            reversed.add(at);
        }
        reversed.reverse();
        for (Object at : reversed.toArray()) {
            if (isMap) {
                into.add(Fields.get(at, "key"), Fields.get(at, "value"));
            } else {
                into.add(Fields.get(at, "head"));
            }
        }
    }

    private static Object treeOf(Object collection) {
        Object tree = Fields.get(collection, "tree");
        return tree != null || !Fields.has(collection.getClass(), "treeRef") ? tree : Fields.get(Fields.get(collection, "treeRef"), "elem");
    }

    private static void tree(Object node, Gathered into, boolean isMap) {
        if (node == null || into.isFull()) {
            return;
        }
        tree(Fields.get(node, "left"), into, isMap);
        if (isMap) {
            into.add(Fields.get(node, "key"), Fields.get(node, "value"));
        } else {
            into.add(Fields.get(node, "key"));
        }
        tree(Fields.get(node, "right"), into, isMap);
    }

    private static void table(Object[] table, Gathered into) {
        for (Object first : table) {
            for (Object at = first; at != null && !into.isFull(); at = Fields.get(at, "next")) {
                into.add(Fields.get(at, "key"), Fields.get(at, "value"));
            }
        }
    }

    private static void flatTable(Object[] table, Gathered into) {
        for (Object item : table) {
            if (item != null) {
                into.add(item.getClass().getName().endsWith("$NullSentinel$") ? null : item);
            }
        }
    }

    private static void linked(Object first, Gathered into, boolean isMap) {
        for (Object at = first; at != null && !into.isFull(); at = Fields.get(at, "later")) {
            if (isMap) {
                into.add(Fields.get(at, "key"), Fields.get(at, "value"));
            } else {
                into.add(Fields.get(at, "key"));
            }
        }
    }

    private static void cells(Object first, int count, Gathered into) {
        Object at = first;
        for (int i = 0; i < count && at != null && !into.isFull(); i++) {
            into.add(Fields.get(at, "elem"));
            at = Fields.get(at, "next");
        }
    }

    private static void stream(Object stream, Gathered into) {
        Object at = stream;
        while (at != null && Fields.has(at.getClass(), "hd") && !into.isFull()) {
            into.add(Fields.get(at, "hd"));
            if (Fields.get(at, "tlGen") != null) {
                into.add(Unforced.INSTANCE);
                return;
            }
            at = Fields.get(at, "tlVal");
        }
    }
}
