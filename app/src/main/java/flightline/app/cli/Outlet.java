package flightline.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers when it could not be written, for a print stream passes over it: half an answer on a full
 * disk is not to be taken for a whole one. For one thread.
 */
final class Outlet extends OutputStream {
    /** Who reads only the first lines goes away; that is their wish and no fault. */
    private static final String GONE = "Broken pipe";

    private final OutputStream out;
    private @Nullable IOException trouble;

    Outlet(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (trouble == null) trouble = e;
            throw e;
        }
    }

    /** The code to end with, which is no longer 0 where something that was printed is lost; that is said on {@code err}. */
    int code(int code, PrintStream err) {
        if (trouble == null || GONE.equals(trouble.getMessage())) return code;
        err.println("flightline: not all of the answer could be written: " + trouble.getMessage());
        return code == Exit.DONE ? Exit.BAD_INPUT : code;
    }
}
