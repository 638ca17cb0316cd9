package flightline.corpus;

import java.util.Locale;

/**
 * What stands once in a common information repository and is referred to by its number from other documents.
 *
 * @param ident its number among those of its kind, for example {@code warning-001}
 * @param words what a document that refers to it says through it: the warning, the name of the tool; for applicability its
 *     canonical form
 * @param repository the document it stands in
 * @param revision that document's, as displayed
 * @param marking that document's; whoever repeats the words takes it over
 */
public record SharedEntry(
        Kind kind, String ident, String words, DocumentId repository, String revision, Marking marking) {
    /** What it is. */
    public enum Kind {
        WARNING,
        CAUTION,
        APPLICABILITY,
        TOOL,
        SUPPLY,
        PART,
        ZONE,
        ACCESS_POINT,
        CIRCUIT_BREAKER,
        FUNCTIONAL_ITEM,
        CONTROL_INDICATOR,
        PHYSICAL_AREA,
        ENTERPRISE;

        /** In words, for example {@code circuit breaker}. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
