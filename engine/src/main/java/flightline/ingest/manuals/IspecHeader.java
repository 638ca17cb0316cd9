package flightline.ingest.manuals;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import flightline.ingest.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a manual is, and what the headers of its pieces say.
 *
 * @param kind the sort of manual as everyone calls it, for example {@code AMM}
 *
 * @param model what tells this manual from others of its sort: its aircraft or engine, its own number, or its file's name
 * @param marking what it says in words, outside of its pieces, of who may see it
 */
record IspecHeader(String kind, String model, XmlElement root, Marking marking) {
    private static final Map<String, String> KINDS = Map.of(
            "frmfim", "FIM", "fm", "FIM", "aipc", "IPC", "eipc", "IPC", "wm", "WDM", "esm", "EM", "jobcard", "TC");

    static IspecHeader of(XmlElement root, String fileName) {
        String kind = KINDS.getOrDefault(root.name(), root.name().toUpperCase(Locale.ROOT));
        if (kind.equals("MANUAL"))
            kind = root.attribute("type").isEmpty()
                    ? kind
                    : root.attribute("type").toUpperCase(Locale.ROOT);
        String model = kind.equals("SB")
                ? first(root, "sbnbr", "docnbr")
                : TaskReferences.code(root).isEmpty() ? first(root, "model", "docnbr") : TaskReferences.code(root);
        return new IspecHeader(
                kind,
                model.isEmpty() ? fileName.replaceFirst("\\.\\w{1,5}$", "") : model,
                root,
                FrontMarking.of(root, e -> IspecManual.PIECES.contains(e.name())));
    }

    /** Identity of the manual, with which those of its pieces begin; for example {@code AMM LT46}. */
    String id() {
        return kind + " " + model;
    }

    String format() {
        return "iSpec 2200 " + kind;
    }

    DocumentHeader piece(
            String id,
            String title,
            Optional<LocalDate> issued,
            boolean deleted,
            Applicability applicability,
            String code) {
        return new DocumentHeader(
                new DocumentId(id),
                title.isEmpty() ? id : title,
                new Revision("", issued),
                kind.equals("SB") ? DocumentKind.SERVICE_BULLETIN : DocumentKind.MANUAL,
                deleted ? DocumentStatus.DELETED : DocumentStatus.FINAL,
                marking,
                applicability,
                code.isEmpty() ? List.of() : List.of(code),
                List.of(),
                format(),
                0);
    }

    /** The header of what holds the manual together; it is a publication module in all but name. */
    DocumentHeader whole(String title, Optional<LocalDate> issued, boolean hasPieces) {
        DocumentHeader piece = piece(id(), title, issued, false, Applicability.ALL, TaskReferences.code(root));
        DocumentKind of = hasPieces ? DocumentKind.PUBLICATION_MODULE : piece.kind();
        return new DocumentHeader(
                piece.id(),
                piece.title(),
                piece.revision(),
                of,
                piece.status(),
                piece.marking(),
                piece.applicability(),
                piece.ata(),
                piece.supersedes(),
                piece.format(),
                0);
    }

    /** A temporary revision, which stands beside what it changes. */
    DocumentHeader temporary(XmlElement front, String title, Applicability applicability) {
        String number = front.attribute("trnbr");
        String replaced = front.attribute("trrepl");
        DocumentHeader piece =
                piece(id() + " TR " + number, title, date(front.attribute("issdate")), false, applicability, "");
        return new DocumentHeader(
                piece.id(),
                piece.title(),
                piece.revision(),
                piece.kind(),
                piece.status(),
                piece.marking(),
                piece.applicability(),
                piece.ata(),
                replaced.isEmpty() ? List.of() : List.of(id() + " TR " + replaced),
                piece.format(),
                0);
    }

    /** A date as {@code 20250815}; empty where it is none. */
    static Optional<LocalDate> date(String written) {
        try {
            return written.matches("\\d{8}")
                    ? Optional.of(LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static String first(XmlElement root, String... names) {
        for (String name : names) if (!root.attribute(name).isEmpty()) return XmlElement.squeeze(root.attribute(name));
        return "";
    }
}
