package flightline.ingest.bundle;

import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files in a tar, in their order. */
final class TarMembers {
    private final Unpacking members;

    TarMembers(Unpacking members) {
        this.members = members;
    }

    void take(byte[] bytes) throws IOException, LimitReached {
        take(new ByteArrayInputStream(bytes));
    }

    void take(InputStream in) throws IOException, LimitReached {
        try (var tar = new TarArchiveInputStream(in, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName();
                if (entry.isDirectory() || PassedOver.is(name)) continue;
                if (entry.isSymbolicLink() || entry.isLink())
                    members.refuse(name, "a link to another file, which is not followed");
                else if (!entry.isFile() || !tar.canReadEntryData(entry))
                    members.refuse(name, "a device or another thing without a content");
                else members.take(name, 0, tar);
            }
        }
    }
}
