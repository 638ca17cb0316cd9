package flightline.ingest.bundle;

import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a gzip holds: one file, or a tar. */
final class GzipMembers {
    private static final int TAR_MARK = 257;
    private static final int TAR_BLOCK = 512;

    private final SourceFile file;
    private final Unpacking members;

    GzipMembers(SourceFile file, Unpacking members) {
        this.file = file;
        this.members = members;
    }

    void take() throws IOException, LimitReached {
        var packed = new ByteArrayInputStream(file.bytes());
        var builder = GzipCompressorInputStream.builder().setInputStream(packed).setDecompressConcatenated(true);
        try (var content = new BufferedInputStream(members.inProportion(builder.get(), file.bytes().length))) {
            content.mark(TAR_BLOCK);
            byte[] head = content.readNBytes(TAR_BLOCK);
            content.reset();
            boolean tar = head.length == TAR_BLOCK
                    && new String(head, TAR_MARK, 5, StandardCharsets.ISO_8859_1).equals("ustar");
            if (tar) new TarMembers(members).take(content);
            else members.take(name(), file.bytes().length, content);
        }
    }

    private String name() {
        return file.name().replaceFirst("(?i)\\.gz(?:ip)?$", "");
    }
}
