package flightline.ingest.pdf;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.inspection.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF does besides being read: scripts, actions that start by themselves, files inside the file, forms that a
 * program draws. A link that a reader must click is none of it.
 */
final class ActiveParts {
    private static final int DEEP = 8;
    private static final int MOST = 20;
    private static final Set<String> ACTING =
            Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "GoToE");
    /** Harmless when clicked, not when nobody clicks. */
    private static final Set<String> ACTING_UNASKED = Set.of("URI", "GoToR", "Movie", "Sound");

    private final Set<Suspicion> found = new LinkedHashSet<>();

    private ActiveParts() {}

    static List<Suspicion> of(PDDocument document) {
        var parts = new ActiveParts();
        parts.catalogue(document.getDocumentCatalog().getCOSObject());
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            if (parts.found.size() < MOST) parts.page(page.getCOSObject(), "page " + number);
        }
        return List.copyOf(parts.found);
    }

    private void catalogue(COSDictionary catalogue) {
        action(catalogue.getDictionaryObject("OpenAction"), "on opening", true, 0);
        actions(catalogue, "document");
        if (catalogue.getDictionaryObject("Names") instanceof COSDictionary names) {
            if (leaves(names.getDictionaryObject("JavaScript"), 0) > 0)
                active("document", "scripts that run on opening");
            int files = leaves(names.getDictionaryObject("EmbeddedFiles"), 0);
            if (files > 0)
                found.add(new Suspicion(
                        Kind.ATTACHMENT, "document", files + (files == 1 ? " file" : " files") + " inside the file"));
        }
        if (catalogue.getDictionaryObject("AcroForm") instanceof COSDictionary form) {
            COSBase xfa = form.getDictionaryObject("XFA");
            if (xfa != null) active("form", "an XFA form, which a program draws instead of the pages");
            fields(form.getDictionaryObject("Fields"), 0);
        }
    }

    private void page(COSDictionary page, String place) {
        actions(page, place);
        if (!(page.getDictionaryObject("Annots") instanceof COSArray annotations)) return;
        for (int i = 0; i < annotations.size() && found.size() < MOST; i++) {
            if (!(annotations.getObject(i) instanceof COSDictionary annotation)) continue;
            String kind = String.valueOf(annotation.getNameAsString("Subtype"));
            if (kind.equals("FileAttachment"))
                found.add(new Suspicion(
                        Kind.ATTACHMENT,
                        place,
                        "a file pinned to the page: "
                                + Excerpt.of(String.valueOf(annotation.getString("Contents", "")))));
            if (kind.equals("RichMedia")) active(place, "rich media, played by a program");
            action(annotation.getDictionaryObject("A"), place, false, 0);
            actions(annotation, place);
        }
    }

    private void fields(@Nullable COSBase fields, int depth) {
        if (depth > DEEP || !(fields instanceof COSArray array)) return;
        for (int i = 0; i < array.size() && found.size() < MOST; i++)
            if (array.getObject(i) instanceof COSDictionary field) {
                actions(field, "form");
                fields(field.getDictionaryObject("Kids"), depth + 1);
            }
    }

    /** Actions that start when something happens. */
    private void actions(COSDictionary of, String place) {
        if (!(of.getDictionaryObject("AA") instanceof COSDictionary events)) return;
        for (COSName event : events.keySet()) action(events.getDictionaryObject(event), place, true, 0);
    }

    private void action(@Nullable COSBase action, String place, boolean unasked, int depth) {
        if (depth > DEEP || !(action instanceof COSDictionary what)) return;
        String kind = String.valueOf(what.getNameAsString("S"));
        if (ACTING.contains(kind) || (unasked && ACTING_UNASKED.contains(kind)))
            active(place, "an action " + kind + (unasked ? " that starts by itself" : ""));
        COSBase next = what.getDictionaryObject("Next");
        if (next instanceof COSArray several)
            for (int i = 0; i < several.size() && i < DEEP; i++)
                action(several.getObject(i), place, unasked, depth + 1);
        else action(next, place, unasked, depth + 1);
    }

    private void active(String place, String detail) {
        found.add(new Suspicion(Kind.ACTIVE_CONTENT, place, detail));
    }

    /** How many entries a name tree has. */
    private static int leaves(@Nullable COSBase tree, int depth) {
        if (depth > DEEP || !(tree instanceof COSDictionary node)) return 0;
        int count = 0;
        if (node.getDictionaryObject("Names") instanceof COSArray names) count += names.size() / 2;
        if (node.getDictionaryObject("Kids") instanceof COSArray kids) {
            var children = new ArrayList<COSBase>();
            for (int i = 0; i < kids.size() && i < 1_000; i++)
                children.add(kids.get(i) instanceof COSObject indirect ? indirect.getObject() : kids.get(i));
            for (COSBase kid : children) count += leaves(kid, depth + 1);
        }
        return count;
    }
}
