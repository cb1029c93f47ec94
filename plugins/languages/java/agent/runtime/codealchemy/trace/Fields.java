package codealchemy.trace;

/** Reads fields of library objects by name, and remembers where they are. */
final class Fields {
    private static final class Entry {
        Class<?> type;
        String name;
        long offset;
        Entry next;
    }

    private static final Entry[] TABLE = new Entry[128];

    private Fields() {
    }

    /** The content of a reference field, declared by the object's class or a superclass; null when there is none of this name. */
    static Object get(Object owner, String name) {
        return Memory.get(owner, offset(owner.getClass(), name));
    }

    static int number(Object owner, String name) {
        long offset = offset(owner.getClass(), name);
        return offset < 0 ? 0 : Memory.UNSAFE.getInt(owner, offset);
    }

    static boolean has(Class<?> type, String name) {
        return offset(type, name) >= 0;
    }

    private static long offset(Class<?> type, String name) {
        int slot = (type.getName().hashCode() * 31 + name.hashCode()) >>> 3 & TABLE.length - 1;
        for (Entry entry = TABLE[slot]; entry != null; entry = entry.next) {
            if (entry.type == type && entry.name.equals(name)) {
                return entry.offset;
            }
        }
        Entry entry = new Entry();
        entry.type = type;
        entry.name = name;
        java.lang.reflect.Field field = Shape.field(type, name);
        entry.offset = field == null ? -1 : Memory.offset(field);
        entry.next = TABLE[slot];
        TABLE[slot] = entry;
        return entry.offset;
    }
}
