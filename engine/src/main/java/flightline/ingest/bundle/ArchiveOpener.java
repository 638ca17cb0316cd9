package flightline.ingest.bundle;

import flightline.ingest.Container;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import java.io.IOException;
import java.util.Set;

/** Opens archives. What an archive says of its files is believed only as far as the bytes bear it out. */
public final class ArchiveOpener implements Container {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.ARCHIVE);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        return new ParseOutcome.NotADocument("an archive, not a document");
    }

    @Override
    public String unpack(SourceFile file, Unpacking members) {
        byte[] bytes = file.bytes();
        boolean gzip = bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        boolean tar = bytes.length > 0 && bytes[0] != 'P' && !gzip;
        try {
            if (gzip) new GzipMembers(file, members).take();
            else if (tar) new TarMembers(members).take(bytes);
            else new ZipMembers(file, members).take();
            return "";
        } catch (LimitReached limit) {
            return String.valueOf(limit.getMessage());
        } catch (IOException broken) {
            return "damaged: " + broken.getMessage();
        }
    }
}
