package codealchemy.trace;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Lifts access checks for the recorder's own module only, so that the program sees the platform as it is. */
final class Access {
    /** The layout of AccessibleObject, whose fields reflection hides. */
    private static class AccessibleShape {
        boolean override;
        Object cache;
    }

    private Access() {
    }

    /** Must run before any class that uses the platform's internal packages is linked. */
    static void open() throws ReflectiveOperationException {
        // The native method alone: the Java one asks modules for identity hashes, which would change those the program sees.
        Method export = Module.class.getDeclaredMethod("addExports0", Module.class, String.class, Module.class);
        force(export);
        Module base = Object.class.getModule();
        Module own = Access.class.getModule();
        export.invoke(null, base, "jdk.internal.misc", own);
        export.invoke(null, base, "jdk.internal.access", own);
        export.invoke(null, base, "sun.nio.ch", own);
    }

    static void force(AccessibleObject member) throws ReflectiveOperationException {
        Field self = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        self.setAccessible(true);
        sun.misc.Unsafe unsafe = (sun.misc.Unsafe) self.get(null);
        unsafe.putBoolean(member, unsafe.objectFieldOffset(AccessibleShape.class.getDeclaredField("override")), true);
    }
}
