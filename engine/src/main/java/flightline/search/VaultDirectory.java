package flightline.search;

import flightline.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/** An index folder whose files are encrypted: written through the vault once, read through it at any place. */
final class VaultDirectory extends FilterDirectory {
    private static final int BUFFER = 1 << 14;

    private final Path folder;
    private final Vault vault;
    private final BlockCache blocks = new BlockCache();
    /** Lengths of the text; files of an index never change. */
    private final Map<String, Long> lengths = new ConcurrentHashMap<>();

    VaultDirectory(Path folder, Vault vault) throws IOException {
        super(FSDirectory.open(folder));
        this.folder = folder;
        this.vault = vault;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return encrypting(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return encrypting(in.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput encrypting(IndexOutput raw) throws IOException {
        lengths.remove(raw.getName());
        return new OutputStreamIndexOutput(
                "encrypted " + raw.getName(), raw.getName(), vault.writing(folder, new Raw(raw)), BUFFER);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        return new VaultInput(folder.resolve(name), vault.reading(folder, name), blocks);
    }

    @Override
    public long fileLength(String name) throws IOException {
        Long known = lengths.get(name);
        if (known != null) return known;
        try (var channel = vault.reading(folder, name)) {
            long length = channel.size();
            lengths.put(name, length);
            return length;
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        lengths.remove(name);
        super.deleteFile(name);
    }

    @Override
    public void rename(String source, String dest) throws IOException {
        lengths.remove(source);
        lengths.remove(dest);
        super.rename(source, dest);
    }

    /** Lucene's output as a stream. */
    private static final class Raw extends OutputStream {
        private final IndexOutput out;

        Raw(IndexOutput out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.writeByte((byte) one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.writeBytes(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
