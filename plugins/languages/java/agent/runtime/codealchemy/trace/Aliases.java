package codealchemy.trace;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * Numbers objects by first sight. Found by address, because asking for an identity hash would change the hashes that
 * the program sees later; a collection moves a sentinel, which tells that all addresses must be read anew.
 */
final class Aliases {
    private static final class Entry extends WeakReference<Object> {
        final int number;
        Entry next;

        Entry(Object value, int number) {
            super(value);
            this.number = number;
        }
    }

    private final Object[] window = new Object[1];
    private Entry[] table = new Entry[256];
    private int count;
    private int last;
    private Object sentinel = new Object();
    private long sentinelAddress;

    /** The number of this object, from 1. */
    int of(Object value) {
        while (true) {
            settle();
            int slot = slot(address(value), table.length);
            Entry found = table[slot];
            while (found != null && found.get() != value) {
                found = found.next;
            }
            if (found == null) {
                found = new Entry(value, last + 1);
                slot = slot(address(value), table.length);
            } else {
                return found.number;
            }
            if (address(sentinel) == sentinelAddress) {
                last++;
                add(found, slot);
                return found.number;
            }
        }
    }

    private void add(Entry entry, int slot) {
        entry.next = table[slot];
        table[slot] = entry;
        if (++count > table.length) {
            rehash();
        }
    }

    private void settle() {
        if (address(sentinel) != sentinelAddress) {
            rehash();
        }
    }

    private void rehash() {
        do {
            sentinel = new Object();
            sentinelAddress = address(sentinel);
            Entry[] old = table;
            table = new Entry[count > old.length ? 2 * old.length : old.length];
            count = 0;
            for (Entry chain : old) {
                move(chain);
            }
        } while (address(sentinel) != sentinelAddress);
    }

    private void move(Entry chain) {
        while (chain != null) {
            Entry next = chain.next;
            Object value = chain.get();
            if (value != null) {
                int slot = slot(address(value), table.length);
                chain.next = table[slot];
                table[slot] = chain;
                count++;
            }
            chain = next;
        }
    }

    private long address(Object value) {
        window[0] = value;
        long address = Unsafe.ARRAY_OBJECT_INDEX_SCALE == 4
            ? Memory.UNSAFE.getInt(window, (long) Unsafe.ARRAY_OBJECT_BASE_OFFSET)
            : Memory.UNSAFE.getLong(window, (long) Unsafe.ARRAY_OBJECT_BASE_OFFSET);
        window[0] = null;
        return address;
    }

    private static int slot(long address, int size) {
        long mixed = address * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & size - 1;
    }
}
