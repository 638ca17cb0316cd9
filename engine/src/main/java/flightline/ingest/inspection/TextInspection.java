package flightline.ingest.inspection;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a document's text as an inspector reads it, whatever format it came in. Stateless. */
public final class TextInspection {
    /** A hundred lines of the same reproach tell no more than twenty. */
    private static final int MOST = 20;

    private TextInspection() {}

    /** Everything suspected of the documents of one file, in their order. */
    public static List<Suspicion> of(List<StructuredDocument> documents) {
        var found = new ArrayList<Suspicion>();
        for (StructuredDocument document : documents) {
            String name = documents.size() > 1 ? document.header().id() + ", " : "";
            inspect(document, name, found);
            if (found.size() >= MOST) break;
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void inspect(StructuredDocument document, String name, List<Suspicion> found) {
        look(document.header().title(), name + "title", found);
        // A file's name is told to whoever asks, as a document's.
        look(document.header().id().value().replaceAll("[_.-]+", " "), name + "name", found);
        List<PlacedBlock> blocks = document.blocks();
        for (int i = 0; i < blocks.size() && found.size() < MOST; i++)
            look(blocks.get(i).block().text(), name + place(blocks.get(i).block(), i), found);
    }

    private static String place(Block block, int index) {
        return block.place().page().isPresent() ? "page " + block.place().page().getAsInt() : "block " + (index + 1);
    }

    /** Everything suspected of one text that stands at this place. */
    public static List<Suspicion> ofText(String text, String place) {
        var found = new ArrayList<Suspicion>();
        look(text, place, found);
        return List.copyOf(found);
    }

    private static void look(String text, String place, List<Suspicion> found) {
        Optional<String> unseen = HiddenCharacters.in(text);
        unseen.ifPresent(detail -> found.add(new Suspicion(Kind.HIDDEN_TEXT, place, detail)));
        ModelDirected.in(text).ifPresent(detail -> found.add(new Suspicion(Kind.AIMED_AT_A_MODEL, place, detail)));
    }
}
