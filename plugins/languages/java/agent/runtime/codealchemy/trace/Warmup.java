package codealchemy.trace;

/**
 * Loads what the recorder will need, so that later nothing loads in the middle of the program: neither where its stack is
 * about to overflow nor where it would move the sequence of identity hashes. Classes of the platform that the program may
 * use itself are left alone as far as possible.
 */
final class Warmup {
    private Warmup() {
    }

    static void run(RecordBuffer buffer, Settings settings, SiteTable table) {
        ValueWriter values = new ValueWriter(buffer, settings, table.notation, table.classes);
        VariableWriter variables = new VariableWriter(buffer, values);
        MethodSite site = new MethodSite();
        site.resultType = "Object";
        site.result = 'I';
        buffer.begin('l');
        variables.result(site, 1L);
        StringBuilder builder = new StringBuilder("b");
        Object[] samples = {"text", 1, 'c', true, new int[3], builder, String.class, new Object(), new StackOverflowError("m")};
        for (Object sample : new Object[] {samples, samples[0], samples[1]}) {
            variables.result(site, sample);
            variables.digest(sample);
        }
        values.message(new StackOverflowError("m"));
        ByteOrder.INSTANCE.compare(new byte[1], new byte[1]);
        Overflow.create();
        buffer.close();
    }
}
