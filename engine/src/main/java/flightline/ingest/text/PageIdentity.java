package flightline.ingest.text;

import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a header on a text document: what it says of itself, and a name that tells it from the other pages of its tree. */
final class PageIdentity {
    /** Folders that say how a tree is laid out, not what a page is about. */
    private static final Set<String> LAYOUT = Set.of(
            "docs",
            "doc",
            "source",
            "src",
            "en",
            "content",
            "pages",
            "html",
            "www",
            "public",
            "wiki",
            "markdown",
            "text");

    private static final Pattern SHORT_REVISION = Pattern.compile("\\A[_-][rR]0*(\\d+)(?=\\.)");

    private PageIdentity() {}

    static StructuredDocument document(
            SourceFile file, String format, List<String> titles, String text, List<PlacedBlock> blocks) {
        return new StructuredDocument(
                DocumentIdentity.read(file.name(), titles, text).header(format, 0), text, blocks);
    }

    /**
     * The same for a page of a tree, where {@code hold.md} and {@code README.md} stand in several folders: a page known
     * only by its file's name is named after its folder too, {@code flight_modes/hold.md}.
     */
    static StructuredDocument page(
            SourceFile file, String format, List<String> titles, String text, List<PlacedBlock> blocks) {
        return page(file, format, titles, text, text, blocks);
    }

    /** @param said what identity is read from: the text, with what its format says in a form of its own before it */
    static StructuredDocument page(
            SourceFile file, String format, List<String> titles, String said, String text, List<PlacedBlock> blocks) {
        DocumentHeader header = DocumentIdentity.read(file.name(), titles, said).header(format, 0);
        String id = header.id().value();
        String extension = file.name().substring(Math.max(0, file.name().lastIndexOf('.')));
        String stem = id.substring(0, Math.max(0, id.length() - extension.length()));
        boolean byName =
                !stem.isEmpty() && id.endsWith(extension) && file.name().startsWith(stem);
        if (!byName) return new StructuredDocument(header, text, blocks);
        // Of a page's name, "_r2" is more likely a product than a revision of the page, unless the page says it too.
        Matcher behind = SHORT_REVISION.matcher(file.name().substring(stem.length()));
        Revision revision = header.revision();
        if (behind.find()) {
            revision = DocumentIdentity.read(stem + extension, titles, said).revision();
            if (!revision.label().matches("(?:Rev|Issue) 0*" + behind.group(1))) id = stem + behind.group() + extension;
        }
        String folder = folder(file.path());
        return new StructuredDocument(
                header.named(new DocumentId(folder.isEmpty() ? id : folder + "/" + id), revision), text, blocks);
    }

    private static String folder(Path path) {
        for (Path up = path.toAbsolutePath().normalize().getParent(); up != null; up = up.getParent()) {
            Path name = up.getFileName();
            if (name == null) return "";
            if (!LAYOUT.contains(name.toString().toLowerCase(Locale.ROOT))) return name.toString();
        }
        return "";
    }
}
