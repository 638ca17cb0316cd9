package flightline.library.page;

import flightline.library.figure.Drawing;
import flightline.library.source.Block;
import flightline.library.source.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Sets one edition into a PDF. The same input gives the same bytes: dates and the document's id come from the edition, never from the clock. */
public final class Typesetter {
    private final Function<String, Drawing> drawings;

    /** {@code drawings} finds a drawing by its name. */
    public Typesetter(Function<String, Drawing> drawings) {
        this.drawings = drawings;
    }

    /** Writes the PDF of {@code front} followed by {@code body} to {@code out}; the lists in the front are made from the body. Returns its pages. */
    public int set(Settings settings, List<Block> front, List<Block> body, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Faces faces = Faces.named(settings.optional("faces").orElse("helvetica"));
            Margins margins = new Margins(settings);
            List<Leaf> bodyLeaves = compose(document, faces, body, List.of(), margins);
            List<Leaf> leaves = new ArrayList<>(compose(document, faces, front, bodyLeaves, margins));
            leaves.addAll(bodyLeaves);
            margins.print(leaves);
            for (Leaf leaf : leaves) {
                leaf.sheet().finish();
                document.addPage(leaf.sheet().page());
            }
            outline(document, leaves);
            describe(document, settings);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return leaves.size();
        }
    }

    private List<Leaf> compose(PDDocument document, Faces faces, List<Block> blocks, List<Leaf> body, Margins margins) {
        Listings listings = new Listings(faces, margins, body);
        return new Composer(() -> new Sheet(document, faces), faces, drawings, listings::set).compose(blocks);
    }

    /** Bookmarks for chapters, beneath them page blocks, beneath those tasks. */
    private static void outline(PDDocument document, List<Leaf> leaves) {
        PDDocumentOutline root = new PDDocumentOutline();
        List<PDOutlineNode> open = new ArrayList<>(List.of(root, root, root, root));
        for (Leaf leaf : leaves) {
            for (Row.Anchor anchor : leaf.anchors()) {
                PDOutlineItem item = new PDOutlineItem();
                item.setTitle(Faces.printable(anchor.number() + " " + anchor.title()));
                PDPageFitDestination place = new PDPageFitDestination();
                place.setPage(leaf.sheet().page());
                item.setDestination(place);
                open.get(anchor.level() - 1).addLast(item);
                for (int deeper = anchor.level(); deeper < open.size(); deeper++) {
                    open.set(deeper, item);
                }
            }
        }
        if (root.hasChildren()) {
            document.getDocumentCatalog().setDocumentOutline(root);
        }
    }

    private static void describe(PDDocument document, Settings settings) {
        LocalDate date = LocalDate.parse(settings.one("date"));
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.clear();
        made.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(settings.one("title"));
        information.setAuthor(settings.one("author"));
        settings.optional("subject").ifPresent(information::setSubject);
        information.setProducer("Flightline sample library press");
        information.setCreationDate(made);
        information.setModificationDate(made);
        CRC32 id = new CRC32();
        id.update((settings.one("title") + settings.one("target")).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id.getValue());
    }
}
