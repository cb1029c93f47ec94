package codealchemy.resident;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A compiler that stays: takes jobs on its standard input and answers each on its standard output. A job is the words of its commands
 * and the files of the working directory; the answer is a status (0 compiled, 1 refused, 2 can't be done here), what the compiler
 * said, and the files of the output folder. Numbers are 32 bits, big-endian; texts and contents come after their length.
 */
public final class Server {
    private static final int CANNOT = 2;
    private static final long STACK = 64L << 20;

    private final Compilers compilers = new Compilers();
    // Compilers keep the streams that they find when they start, so those are the same for all jobs.
    private static final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private static final PrintStream said = new PrintStream(buffer, true, StandardCharsets.UTF_8);

    private final Workplace work = new Workplace(Path.of("").toAbsolutePath(), Path.of("/out"));

    private Server() {
    }

    public static void main(String[] arguments) throws Exception {
        DataInputStream jobs = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        PrintStream complaints = System.err;
        System.setIn(InputStream.nullInputStream());
        System.setOut(said);
        System.setErr(said);
        hideItself();
        Server server = new Server();
        while (true) {
            try {
                server.answer(server.read(jobs), answers);
            } catch (EOFException end) {
                return;
            } catch (IOException failure) {
                failure.printStackTrace(complaints);
                System.exit(1);
            }
        }
    }

    /** What stands on the class path for this class's sake is not for the programs that are compiled. */
    private static void hideItself() {
        String own = Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        System.setProperty("java.class.path", Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.equals(own)).collect(Collectors.joining(File.pathSeparator)));
    }

    /** Reads a job: puts its files into the working directory and gives its commands. */
    private List<List<String>> read(DataInputStream jobs) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (int left = jobs.readInt(); left > 0; left--) {
            List<String> command = new ArrayList<>();
            for (int words = jobs.readInt(); words > 0; words--) {
                command.add(new String(jobs.readNBytes(jobs.readInt()), StandardCharsets.UTF_8));
            }
            commands.add(command);
        }
        work.clear();
        for (int left = jobs.readInt(); left > 0; left--) {
            String name = new String(jobs.readNBytes(jobs.readInt()), StandardCharsets.UTF_8);
            work.put(name, jobs.readNBytes(jobs.readInt()));
        }
        return commands;
    }

    private void answer(List<List<String>> commands, DataOutputStream answers) throws Exception {
        buffer.reset();
        int status = compile(commands);
        said.flush();
        answers.writeInt(status);
        answers.writeInt(buffer.size());
        buffer.writeTo(answers);
        work.writeOutput(answers, status == 0);
        answers.flush();
    }

    // In a thread of its own, with a stack that deep programs don't exhaust; what a compiler prints anywhere counts as said.
    private int compile(List<List<String>> commands) throws InterruptedException {
        int[] status = {CANNOT};
        Thread job = new Thread(null, () -> status[0] = compilers.run(commands, said), "job", STACK);
        job.start();
        job.join();
        return status[0];
    }
}
