package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Passage;
import flightline.corpus.Place;
import flightline.corpus.Reading;
import flightline.corpus.RecordId;
import flightline.corpus.StructuredDocument;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/** Shows a cited passage in its document, with the words around it, and what a whole document states. */
public final class ShowFlow {
    private static final int AROUND = 600;

    private final Gate gate;
    private final PassageIndex index;
    private final RecordIndex records;
    private final Archive archive;
    private final AuditLog audit;
    private final LongSupplier nanos;

    public ShowFlow(
            Gate gate, PassageIndex index, RecordIndex records, Archive archive, AuditLog audit, LongSupplier nanos) {
        this.gate = gate;
        this.index = index;
        this.records = records;
        this.archive = archive;
        this.audit = audit;
        this.nanos = nanos;
    }

    /**
     * What stands there.
     *
     * @param before source text before the passage, as much as is shown
     * @param passages those that the range touches, with their warnings
     * @param original where the original bytes lie, or why they are not handed out
     * @param reading how the text came off its page
     * @param references what these words, or the passages they are in, refer to, and where that is
     * @param mandates what directives say of a bulletin; empty for any other document
     * @param signs labels and numbers that the source text lacks, here and around
     */
    public record Shown(
            HeldDocument document,
            int start,
            int end,
            String before,
            String text,
            String after,
            List<Passage> passages,
            Original original,
            Reading reading,
            List<Followed> references,
            List<Mandate> mandates,
            List<Signs.Sign> signs) {
        /** {@link #before} as it is read on the page: with the labels of warnings and the numbers of steps. */
        public String beforeAsRead() {
            return asRead(before, start - before.length());
        }

        /** {@link #text} as it is read on the page. */
        public String textAsRead() {
            return asRead(text, start);
        }

        /** {@link #after} as it is read on the page. */
        public String afterAsRead() {
            return asRead(after, end);
        }

        private String asRead(String words, int from) {
            var read = new StringBuilder(words);
            for (Signs.Sign sign : signs.reversed())
                if (from <= sign.at() && sign.at() < from + words.length())
                    read.insert(sign.at() - from, sign.words() + " ");
            return read.toString();
        }
    }

    /**
     * A whole document by what it states.
     *
     * @param mandates the bulletins that a directive names, or what directives say of a bulletin; else empty
     */
    public record Sheet(HeldDocument document, List<Mandate> mandates) {}

    /**
     * @param revision exactly, or as displayed; empty for the one in force that day, else the newest, that the asker may see
     * @return absent where nothing of that name is held or the asker may not see it: the two are not told apart
     */
    public Optional<Sheet> sheet(DocumentId id, String revision, LocalDate on, Principal asker) {
        long began = nanos.getAsLong();
        Optional<Sheet> sheet = visible(asker).revision(id, revision, on).map(document -> {
            boolean directive = document.header().kind() == DocumentKind.DIRECTIVE;
            return new Sheet(document, directive ? Mandate.by(document, seen(asker)) : mandates(document, on, asker));
        });
        audit.append(new AuditEvent(
                "show",
                asker.name(),
                (id + " " + revision).strip(),
                sheet.isPresent() ? "shown" : "not found",
                took(began),
                sheet.map(ShowFlow::exposure).orElse(Exposure.NONE)));
        return sheet;
    }

    private List<Mandate> mandates(HeldDocument document, LocalDate on, Principal asker) {
        return document.header().kind() == DocumentKind.SERVICE_BULLETIN
                ? Mandate.of(document, seen(asker), on)
                : List.of();
    }

    private Visible visible(Principal asker) {
        return new Visible(gate, index, asker);
    }

    private List<HeldDocument> seen(Principal asker) {
        return visible(asker).documents();
    }

    /**
     * @param revision exactly, or as displayed; empty for the one in force that day, else the newest, that the asker may see
     * @return absent where nothing of that name is held or the asker may not see it: the two are not told apart
     */
    public Optional<Shown> show(DocumentId id, String revision, int start, int end, LocalDate on, Principal asker) {
        return shown(id, revision, start, length -> end, on, asker);
    }

    /**
     * The words from a place on, as far as the document has them.
     *
     * @param most characters, at least 1
     */
    public Optional<Shown> from(DocumentId id, String revision, int start, int most, LocalDate on, Principal asker) {
        return shown(id, revision, start, length -> (int) Math.min(length, (long) start + most), on, asker);
    }

    /** @param until the end, given the length of the source text */
    private Optional<Shown> shown(
            DocumentId id, String revision, int start, IntUnaryOperator until, LocalDate on, Principal asker) {
        long began = nanos.getAsLong();
        Optional<Shown> shown = visible(asker)
                .revision(id, revision, on)
                .flatMap(document -> archive.document(document.source(), id).flatMap(d -> {
                    int length = d.sourceText().length();
                    int end = until.applyAsInt(length);
                    if (start < 0 || start > end || end > length) return Optional.empty();
                    return Optional.of(shown(
                            document,
                            d,
                            start,
                            end,
                            d.reading(Place.of(start, end)),
                            references(document, start, end, on, asker),
                            mandates(document, on, asker),
                            Original.of(document, index, archive, visible(asker)::maySee)));
                }));
        int end = shown.map(Shown::end).orElseGet(() -> until.applyAsInt(Integer.MAX_VALUE));
        audit.append(new AuditEvent(
                "show",
                asker.name(),
                id + " " + revision + " " + start + ".." + end,
                shown.isPresent() ? "shown" : "not found",
                took(began),
                shown.map(ShowFlow::exposure).orElse(Exposure.NONE)));
        return shown;
    }

    /** @return absent where no such record is held or the asker may not see it: the two are not told apart */
    public Optional<MaintenanceRecord> record(RecordId id, Principal asker) {
        Optional<MaintenanceRecord> record =
                records.get(id).filter(held -> gate.clearance(asker).covers(held.marking()));
        audit.append(new AuditEvent(
                "show", asker.name(), "record " + id.value(), record.isPresent() ? "shown" : "not found", Map.of()));
        return record;
    }

    private Map<String, String> took(long began) {
        return Map.of("millis", Long.toString((nanos.getAsLong() - began) / 1_000_000));
    }

    /** The file itself, for its facts come from all over it. */
    private static Exposure exposure(Sheet sheet) {
        String id = sheet.document.key();
        return Exposure.of(
                List.of(id),
                List.of(new Exposure.Shown(id, sheet.document.source().hex())));
    }

    /** With the words around. */
    private static Exposure exposure(Shown shown) {
        var header = shown.document.header();
        var around = Place.of(shown.start - shown.before.length(), shown.end + shown.after.length());
        String id = Exposure.passage(header.id(), header.revision().display(), around);
        return Exposure.of(List.of(id), List.of(Exposure.Shown.text(id, shown.before + shown.text + shown.after)));
    }

    /** What these words refer to; where they do not themselves, what the passages do that they are cut from. */
    private List<Followed> references(HeldDocument document, int start, int end, LocalDate on, Principal asker) {
        var all = new ReferenceFollower(index, archive, visible(asker)::maySee, on)
                .follow(document).stream().filter(f -> f.at().isPresent()).toList();
        var passages = touched(document, start, end);
        return all.stream()
                .filter(f -> within(f.at().get(), start, end)
                        || passages.stream()
                                .anyMatch(p -> within(
                                        f.at().get(),
                                        p.place().start(),
                                        p.place().end())))
                .toList();
    }

    private static boolean within(Place place, int start, int end) {
        return start <= place.start() && place.end() <= end;
    }

    private List<Passage> touched(HeldDocument document, int start, int end) {
        return index.passages(document.key()).stream()
                .filter(p -> p.place().start() < end && start < p.place().end())
                .toList();
    }

    private Shown shown(
            HeldDocument document,
            StructuredDocument read,
            int start,
            int end,
            Reading reading,
            List<Followed> references,
            List<Mandate> mandates,
            Original original) {
        String text = read.sourceText();
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return new Shown(
                document,
                start,
                end,
                text.substring(from, start),
                text.substring(start, end),
                text.substring(end, to),
                touched(document, start, end),
                original,
                reading,
                references,
                mandates,
                Signs.in(read, from, to));
    }

    /** Copies the file of what was shown to where a viewer can read it. Replaces what is there. */
    public void copyOut(Shown shown, Path target) throws IOException {
        archive.copyOut(shown.document().source(), target);
    }
}
