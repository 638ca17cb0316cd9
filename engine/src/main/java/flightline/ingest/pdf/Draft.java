package flightline.ingest.pdf;

import flightline.corpus.SafetyKind;
import java.util.List;

/** A block before it is written into the source text. */
sealed interface Draft {
    record Title(int level, String number, String text, Extent at) implements Draft {}

    record Text(String text, Extent at) implements Draft {}

    /** An item that counts or a bullet, a step or not. */
    record Entry(Label label, String text, Extent at) implements Draft {}

    /** A line of a contents page or an index, with its page number. */
    record Listed(int depth, String text, Extent at) implements Draft {}

    /** @param label as printed, for example {@code WARNING:} */
    record Danger(SafetyKind kind, String label, String text, Extent at) implements Draft {}

    record Caption(String reference, String text, Extent at) implements Draft {}

    /** @param parts of one table, page after page; the later ones without the header they repeat */
    record Tabular(String caption, List<TableOnPage> parts) implements Draft {}
}
