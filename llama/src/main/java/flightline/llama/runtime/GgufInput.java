package flightline.llama.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the values of a GGUF file one after the other and never beyond its end. */
final class GgufInput {
    private static final int WINDOW = 1 << 16;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long at;

    GgufInput(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** The file is not what it should be; the message says how. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    long size() {
        return size;
    }

    /** Bytes from the beginning of the file. */
    long at() {
        return at;
    }

    int number8() throws IOException, Broken {
        return need(1).get() & 0xff;
    }

    int number16() throws IOException, Broken {
        return need(2).getShort() & 0xffff;
    }

    int number32() throws IOException, Broken {
        return need(4).getInt();
    }

    long number64() throws IOException, Broken {
        return need(8).getLong();
    }

    /** A count, refused above a bound: a length from a file is believed only where it can be true. */
    long count(long most, String what) throws IOException, Broken {
        long count = number64();
        if (count < 0 || count > most)
            throw new Broken("%s is %s, above %,d".formatted(what, Long.toUnsignedString(count), most));
        return count;
    }

    String text(int longest, String what) throws IOException, Broken {
        int length = (int) count(longest, "the length of " + what);
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int part = Math.min(WINDOW, length - done);
            need(part).get(bytes, done, part);
            done += part;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Broken(what + " is no UTF-8");
        }
    }

    void skip(long bytes, String what) throws IOException, Broken {
        if (bytes > size - at) throw new Broken(what + " reaches beyond the end of the file");
        long inside = Math.min(bytes, window.remaining());
        window.position(window.position() + (int) inside);
        at += bytes;
        if (bytes > inside) {
            window.limit(0);
            file.position(at);
        }
    }

    private ByteBuffer need(int bytes) throws IOException, Broken {
        if (bytes > size - at) throw new Broken("the file ends at byte " + size + ", in the middle of its description");
        if (window.remaining() < bytes) {
            window.compact();
            while (window.hasRemaining() && file.read(window) > 0) {}
            window.flip();
            if (window.remaining() < bytes) throw new Broken("the file became shorter while it was read");
        }
        at += bytes;
        return window;
    }
}
