package codealchemy.instrument;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** The variables and places of one method. */
final class MethodSites {
    private record Place(int line, BitSet scope) {
    }

    private final String name;
    private final String file;
    private final int line;
    private final Type result;
    private final String resultType;
    private final BitSet bound = new BitSet();
    private final Variables variables;
    private final List<Place> places = new ArrayList<>();

    MethodSites(Dialect dialect, ClassNode owner, MethodNode method, int line, Variables variables) {
        name = dialect.functionName(owner, method);
        file = dialect.file(owner);
        this.line = line;
        result = Type.getReturnType(method.desc);
        resultType = dialect.typeName(result);
        this.variables = variables;
    }

    /** Tells that the recorder finds this variable by its name. */
    void bind(int variable) {
        bound.set(variable);
    }

    /** A place in the code: its line and the variables that exist there. */
    int place(int line, BitSet scope) {
        Place place = new Place(line, scope);
        int known = places.indexOf(place);
        if (known >= 0) {
            return known;
        }
        places.add(place);
        return places.size() - 1;
    }

    void write(DataOutputStream out, String mainFile) throws IOException {
        Texts.write(out, name);
        Texts.write(out, file == null || file.equals(mainFile) ? "" : file);
        out.writeInt(line);
        out.writeChar(Variables.kind(result));
        Texts.write(out, resultType);
        variables.write(out);
        for (int i = 0; i < variables.count(); i++) {
            out.writeBoolean(bound.get(i));
        }
        out.writeShort(places.size());
        int words = variables.count() + 63 >>> 6;
        for (Place place : places) {
            out.writeInt(place.line);
            long[] scope = place.scope.toLongArray();
            for (int word = 0; word < words; word++) {
                out.writeLong(word < scope.length ? scope[word] : 0);
            }
        }
    }
}
