package flightline.app.mcp;

import flightline.app.identity.Caller;
import flightline.policy.Principal;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** The protocol over a pair of streams: a message a line each way, and nothing else on the way out. Several are answered at once. */
public final class Pipe {
    private static final int AT_ONCE = 8;

    private final Desk desk;
    private final Caller asker;
    private final InputStream in;
    private final PrintStream out;

    /** @param asker for whom everything is asked that comes this way */
    public Pipe(Desk desk, Principal asker, InputStream in, PrintStream out) {
        this.desk = desk;
        this.asker = Caller.atThisMachine(asker);
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** Until nothing more comes; what has come by then is answered. */
    public void run() throws IOException, InterruptedException {
        // Where a client asks faster than is answered, it finds the pipe full.
        var places = new Semaphore(AT_ONCE);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Line line = line(); !(line instanceof Line.End); line = line()) {
                switch (line) {
                    case Line.TooLong() -> say(Desk.tooLong(Desk.MOST));
                    case Line.Text(var text) -> {
                        if (text.isBlank()) continue;
                        places.acquire();
                        var ignored = callers.submit(() -> {
                            try {
                                answer(text);
                            } finally {
                                places.release();
                            }
                        });
                    }
                    case Line.End() -> {}
                }
            }
        }
    }

    private void answer(String message) {
        switch (desk.answer(asker, message)) {
            case Desk.Reply.Said(var said) -> say(said);
            case Desk.Reply.NotUnderstood(var said) -> say(said);
            case Desk.Reply.Silence() -> {}
        }
    }

    private synchronized void say(String message) {
        out.print(message + "\n");
        out.flush();
    }

    private sealed interface Line {
        record Text(String text) implements Line {}

        record TooLong() implements Line {}

        record End() implements Line {}
    }

    private Line line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int one;
        while ((one = in.read()) >= 0 && one != '\n') {
            if (bytes.size() < Desk.MOST) bytes.write(one);
            else tooLong = true;
        }
        if (one < 0 && bytes.size() == 0) return new Line.End();
        return tooLong ? new Line.TooLong() : new Line.Text(text(bytes.toByteArray()));
    }

    /** What is no UTF-8 is no JSON either, and is told so by whoever reads it. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "not UTF-8";
        }
    }
}
