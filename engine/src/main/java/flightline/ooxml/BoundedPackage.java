package flightline.ooxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** A package of XML parts, opened so that none of them unpacks to more than is bearable. */
public final class BoundedPackage {
    /** Packed drawings and styles of real documents stay below 1 to 100. */
    private static final double LEAST_RATIO = 0.005;

    /** Drawings of lines that repeat are packed far better than that; a small part does no harm whatever it is packed to. */
    private static final long SMALL_PART = 2L << 20;

    private static final long LARGEST_PART = 192L << 20;
    private static final long MOST_TEXT = 64L << 20;
    private static final long MOST_PARTS = 20_000;

    private BoundedPackage() {}

    /** Opens a package that is held in memory. */
    public static OPCPackage open(byte[] bytes) throws IOException, OpenXML4JException {
        bound();
        return OPCPackage.open(new ByteArrayInputStream(bytes));
    }

    /** Opens a file to be read part by part; it is never written. */
    public static OPCPackage open(Path file) throws OpenXML4JException {
        bound();
        return OPCPackage.open(file.toFile(), PackageAccess.READ);
    }

    /** Always alike, so that it does not matter who does it first. */
    private static void bound() {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setGraceEntrySize(SMALL_PART);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(MOST_TEXT);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }
}
