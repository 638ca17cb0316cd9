package flightline.search;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.BufferedIndexInput;

/** One encrypted file of an index. Its clones share what was decrypted; the file is closed with the first. */
final class VaultInput extends BufferedIndexInput {
    private final Opened opened;
    private final boolean clone;

    VaultInput(Path file, SeekableByteChannel text, BlockCache blocks) throws IOException {
        super(file.toString(), BufferedIndexInput.BUFFER_SIZE);
        this.opened = new Opened(file, text, text.size(), blocks);
        this.clone = false;
    }

    private VaultInput(VaultInput other) {
        super(other.toString(), BufferedIndexInput.BUFFER_SIZE);
        this.opened = other.opened;
        this.clone = true;
    }

    /** What all clones read from. */
    private static final class Opened {
        private final Path file;
        private final SeekableByteChannel text;
        private final long length;
        private final BlockCache blocks;
        private final long number;

        Opened(Path file, SeekableByteChannel text, long length, BlockCache blocks) {
            this.file = file;
            this.text = text;
            this.length = length;
            this.blocks = blocks;
            this.number = blocks.opening();
        }

        byte[] block(long block) throws IOException {
            byte[] held = blocks.get(number, block);
            if (held != null) return held;
            var buffer = ByteBuffer.allocate((int) Math.min(BlockCache.BLOCK, length - block * BlockCache.BLOCK));
            synchronized (text) {
                if (!text.isOpen()) throw new AlreadyClosedException(file + " is closed");
                text.position(block * BlockCache.BLOCK);
                while (buffer.hasRemaining()) if (text.read(buffer) < 0) throw new EOFException(file + " ends early");
            }
            blocks.put(number, block, buffer.array());
            return buffer.array();
        }

        void close() throws IOException {
            synchronized (text) {
                text.close();
            }
            blocks.forget(number);
        }
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
        long at = getFilePointer();
        if (at + into.remaining() > opened.length)
            throw new EOFException("read past the end of " + opened.file + " at " + at);
        while (into.hasRemaining()) {
            byte[] block = opened.block(at / BlockCache.BLOCK);
            int from = (int) (at % BlockCache.BLOCK);
            int count = Math.min(into.remaining(), block.length - from);
            into.put(block, from, count);
            at += count;
        }
    }

    @Override
    protected void seekInternal(long position) throws IOException {
        if (position > opened.length) throw new EOFException("seek past the end of " + opened.file + " to " + position);
    }

    @Override
    public long length() {
        return opened.length;
    }

    @Override
    public VaultInput clone() {
        var clone = new VaultInput(this);
        try {
            clone.seek(getFilePointer());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return clone;
    }

    @Override
    public void close() throws IOException {
        if (!clone) opened.close();
    }
}
