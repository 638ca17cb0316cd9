package flightline.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;

/**
 * Encrypts with AES-256-GCM in segments of 4 KiB, each file under a key of its own that is derived from the folder's keys
 * (Tink's AES256_GCM_HKDF_4KB). A file that was changed, cut, or put in the place of another cannot be read.
 */
final class LockedVault extends Vault {
    private final Path root;
    private final StreamingAead keys;

    /** @param root the data folder; files are bound to their names below it */
    LockedVault(Path root, StreamingAead keys) {
        this.root = root.toAbsolutePath().normalize();
        this.keys = keys;
    }

    @Override
    public boolean isClear() {
        return false;
    }

    @Override
    public InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new Checked(keys.newDecryptingStream(raw, bound(file)), file);
        } catch (GeneralSecurityException e) {
            raw.close();
            throw unreadable(file, e);
        }
    }

    @Override
    OutputStream sealing(Path target, OutputStream to) throws IOException {
        return locked(bound(target), to, target);
    }

    @Override
    public SeekableByteChannel reading(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        SeekableByteChannel raw = Files.newByteChannel(file);
        try {
            SeekableByteChannel plain = keys.newSeekableDecryptingChannel(raw, bound(folder));
            // Which key it is, and so how long the text is, is known only after something was read.
            if (plain.read(ByteBuffer.allocate(1)) < 0 && plain.size() != 0)
                throw new IOException("nothing can be read");
            return plain.position(0);
        } catch (GeneralSecurityException | IOException e) {
            raw.close();
            throw unreadable(file, e);
        }
    }

    @Override
    public OutputStream writing(Path folder, OutputStream to) throws IOException {
        // An index renames its files, so they are bound to their folder; each names its own segment inside.
        return locked(bound(folder), to, folder);
    }

    private OutputStream locked(byte[] bound, OutputStream to, Path place) throws IOException {
        try {
            return keys.newEncryptingStream(to, bound);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encrypt " + place + ": " + e.getMessage(), e);
        }
    }

    private byte[] bound(Path place) {
        return root.relativize(place.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static IOException unreadable(Path file, Exception e) {
        return new IOException(
                file
                        + " cannot be read with the keys of this data folder: it was changed, moved or encrypted elsewhere",
                e);
    }

    /** Says which file it was. */
    private static final class Checked extends InputStream {
        private final InputStream in;
        private final Path file;

        Checked(InputStream in, Path file) {
            this.in = in;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
