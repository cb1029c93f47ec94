package codealchemy.instrument;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jdk.internal.org.objectweb.asm.Type;

/** The variables and places of one method. */
final class MethodSites {
    private record Place(int line, BitSet scope) {
    }

    private final String name;
    private final String file;
    private final int line;
    private final Type result;
    private final Variables variables;
    private final List<Place> places = new ArrayList<>();

    MethodSites(String name, String file, int line, Type result, Variables variables) {
        this.name = name;
        this.file = file;
        this.line = line;
        this.result = result;
        this.variables = variables;
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
        Texts.write(out, Variables.typeName(result));
        variables.write(out);
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
