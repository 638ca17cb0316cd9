package flightline.app.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A folder as {@code .tar.gz}: the same files give the same bytes, whenever and by whomever it is packed. */
final class Tarball {
    /** As the build stamps its jars. */
    private static final long STAMP_SECONDS = 1_767_225_600L;

    private static final int PROGRAM = 0755;
    private static final int READABLE = 0644;

    private Tarball() {}

    /** Packs the folder under its own name; returns how many files. */
    static int pack(Path folder, Path archive) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path base = folder.toAbsolutePath().getParent();
        try (var out = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16)), "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path file : files) {
                String name = String.valueOf(base == null ? file : base.relativize(file.toAbsolutePath()));
                var entry = new TarArchiveEntry(name.replace('\\', '/'));
                entry.setSize(Files.size(file));
                entry.setModTime(STAMP_SECONDS * 1000);
                entry.setMode(Files.isExecutable(file) ? PROGRAM : READABLE);
                entry.setIds(0, 0);
                entry.setNames("root", "root");
                out.putArchiveEntry(entry);
                Files.copy(file, out);
                out.closeArchiveEntry();
            }
        }
        return files.size();
    }
}
