package flightline.llama.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the values of a GGUF file one after the other and never beyond its end. */
final class GgufInput {
    private static final int WINDOW = 1 << 16;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final CharBuffer signs = CharBuffer.allocate(WINDOW);
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
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
        if (count < 0 || count > most) throw above(most, what, count);
        return count;
    }

    private static Broken above(long most, String what, long count) {
        return new Broken("%s is %s, above %,d".formatted(what, Long.toUnsignedString(count), most));
    }

    String text(int longest, String what) throws IOException, Broken {
        return signs(longest, what).toString();
    }

    /** Looks at a text as closely as when it is wanted. */
    void skipText(int longest, String what) throws IOException, Broken {
        signs(longest, what);
    }

    /** What is returned holds until the next text is read: a file has hundreds of thousands, and most are not kept. */
    private CharBuffer signs(int longest, String what) throws IOException, Broken {
        long length = number64();
        if (length < 0 || length > longest) throw above(longest, "the length of " + what, length);
        return length <= WINDOW ? shortSigns((int) length, what) : longSigns((int) length, what);
    }

    private CharBuffer shortSigns(int length, String what) throws IOException, Broken {
        ByteBuffer bytes = need(length);
        int limit = bytes.limit();
        bytes.limit(bytes.position() + length);
        // A sign takes at least a byte, so there is room.
        boolean wrong = utf8.reset().decode(bytes, signs.clear(), true).isError();
        bytes.limit(limit);
        if (wrong) throw new Broken(what + " is no UTF-8");
        return signs.flip();
    }

    private CharBuffer longSigns(int length, String what) throws IOException, Broken {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int part = Math.min(WINDOW, length - done);
            need(part).get(bytes, done, part);
            done += part;
        }
        try {
            return utf8.reset().decode(ByteBuffer.wrap(bytes));
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
