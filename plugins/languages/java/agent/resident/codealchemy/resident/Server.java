package codealchemy.resident;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiler that stays: takes jobs on its standard input and answers each on its standard output. A job is the words of a command
 * and the files of the working directory; the answer is a status (0 compiled, 1 refused, 2 can't be done here), what the compiler
 * said, and the files of the output folder. Numbers are 32 bits, big-endian; texts and contents come after their length.
 */
public final class Server {
    private static final int CANNOT = 2;
    private static final long STACK = 64L << 20;

    private final Compilers compilers = new Compilers();
    private final Workplace work = new Workplace(Path.of("").toAbsolutePath(), Path.of("/out"));

    private Server() {
    }

    public static void main(String[] arguments) throws Exception {
        DataInputStream jobs = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setIn(InputStream.nullInputStream());
        Server server = new Server();
        while (true) {
            try {
                server.answer(server.read(jobs), answers);
            } catch (EOFException end) {
                return;
            }
        }
    }

    /** Reads a job: puts its files into the working directory and gives its command. */
    private List<String> read(DataInputStream jobs) throws IOException {
        List<String> command = new ArrayList<>();
        for (int left = jobs.readInt(); left > 0; left--) {
            command.add(new String(jobs.readNBytes(jobs.readInt()), StandardCharsets.UTF_8));
        }
        work.clear();
        for (int left = jobs.readInt(); left > 0; left--) {
            String name = new String(jobs.readNBytes(jobs.readInt()), StandardCharsets.UTF_8);
            work.put(name, jobs.readNBytes(jobs.readInt()));
        }
        return command;
    }

    private void answer(List<String> command, DataOutputStream answers) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = compile(command, said);
        answers.writeInt(status);
        answers.writeInt(said.size());
        said.writeTo(answers);
        work.writeOutput(answers, status == 0);
        answers.flush();
    }

    // In a thread of its own, with a stack that deep programs don't exhaust; what a compiler prints anywhere counts as said.
    private int compile(List<String> command, ByteArrayOutputStream said) throws InterruptedException {
        PrintStream messages = new PrintStream(said, false, StandardCharsets.UTF_8);
        System.setOut(messages);
        System.setErr(messages);
        int[] status = {CANNOT};
        Thread job = new Thread(null, () -> status[0] = compilers.run(command, messages), "job", STACK);
        job.start();
        job.join();
        messages.flush();
        return status[0];
    }
}
