package flightline.app.http;

import flightline.app.view.BadRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as it comes, part after part. What is not written as that standard has it is
 * refused; nothing is guessed.
 */
final class Multipart {
    private static final int HEADS = 8192;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary=(?:\"([^\"\\p{Cntrl}]{1,70})\"|([^\\s;\"\\p{Cntrl}]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final InputStream in;
    private final byte[] mark;
    private boolean ended;

    private Multipart(InputStream in, byte[] mark) {
        this.in = in;
        this.mark = mark;
    }

    /** Where the content of a part goes. */
    interface Taking {
        /**
         * @param field the part's name
         * @param file the file's name as it was sent, empty for a plain field
         */
        OutputStream part(String field, Optional<String> file) throws IOException;
    }

    /** @param type the content type, with its boundary */
    static void read(String type, InputStream body, Taking taking) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) throw new BadRequest("multipart/form-data needs a boundary of 1 to 70 characters");
        String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        var reading = new Multipart(
                new BufferedInputStream(body, 1 << 16), ("\r\n--" + mark).getBytes(StandardCharsets.US_ASCII));
        reading.all(taking);
    }

    private void all(Taking taking) throws IOException {
        // The first mark has no line end of its own before it where nothing stands above.
        for (int i = 2; i < mark.length; i++)
            if (in.read() != (mark[i] & 0xff)) throw new BadRequest("multipart/form-data must begin with its boundary");
        while (afterMark()) {
            String heads = heads();
            String disposition = heads.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("a part of multipart/form-data has no Content-Disposition"));
            String field = found(NAME, disposition).orElse("");
            try (OutputStream out = taking.part(field, found(FILE, disposition))) {
                copy(out);
            }
        }
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? Optional.of(
                        String.valueOf(found.group(1)).replace("%22", "\"").replaceAll("\\\\(.)", "$1"))
                : Optional.empty();
    }

    /** Whether another part follows. */
    private boolean afterMark() throws IOException {
        if (ended) return false;
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') return false;
        if (first != '\r' || second != '\n') throw early();
        return true;
    }

    private String heads() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            int one = in.read();
            if (one < 0) throw early();
            bytes.write(one);
            String so = one == '\n' ? bytes.toString(StandardCharsets.UTF_8) : "";
            if (so.endsWith("\r\n\r\n") || so.equals("\r\n")) return so;
            if (bytes.size() > HEADS)
                throw new BadRequest("the head of a part may have " + HEADS + " bytes, this one has more");
        }
    }

    /** Up to the next mark. A mark begins with a carriage return and holds no other, so a miss may begin anew at once. */
    private void copy(OutputStream out) throws IOException {
        int met = 0;
        while (true) {
            int one = in.read();
            if (one < 0) throw early();
            if (one == (mark[met] & 0xff)) {
                met++;
                if (met == mark.length) return;
                continue;
            }
            if (met > 0) out.write(mark, 0, met);
            met = one == mark[0] ? 1 : 0;
            if (met == 0) out.write(one);
        }
    }

    private static BadRequest early() {
        return new BadRequest("multipart/form-data ended before its last boundary");
    }
}
