package flightline.ingest;

import flightline.corpus.Suspicion;
import flightline.ingest.effectivity.EffectivityReading;
import flightline.ingest.inspection.TextInspection;
import flightline.ingest.marking.MarkingReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The front door: reads a file with the parser for its kind, whatever the file may do to it.
 *
 * <p>No file stops a run: what a parser did not foresee becomes {@link ParseOutcome.Malformed} with the reason, and
 * so does a file that takes longer than any honest file of its size. Safe for
 * several threads, as parsers are.
 */
public final class Reader {
    /** PDF is here because its parser looks at the heads and feet of its pages itself. */
    private static final Set<FileKind> ELEMENTS_OF_THEIR_OWN =
            EnumSet.of(FileKind.PDF, FileKind.XML, FileKind.SGML, FileKind.PASSAGES);

    private final Map<FileKind, DocumentParser> parsers = new EnumMap<>(FileKind.class);
    private final ReadingTime time;

    public Reader(List<DocumentParser> parsers) {
        this(parsers, ReadingTime.standard());
    }

    /** Takes one parser per kind; two for one kind are refused here, at the start. */
    public Reader(List<DocumentParser> parsers, ReadingTime time) {
        this.time = time;
        for (DocumentParser parser : parsers)
            for (FileKind kind : parser.kinds()) {
                DocumentParser other = this.parsers.put(kind, parser);
                if (other != null)
                    throw new IllegalArgumentException("two parsers for " + kind + ": "
                            + other.getClass().getSimpleName() + " and "
                            + parser.getClass().getSimpleName());
            }
    }

    public ParseOutcome read(SourceFile file) {
        return read(file, CommonInformation.NONE);
    }

    /** @param common what other documents say for this one */
    public ParseOutcome read(SourceFile file, CommonInformation common) {
        DocumentParser parser = parsers.get(file.kind());
        if (parser == null) return unread(file);
        return TimedReading.of(
                file.name(),
                () -> inspected(refined(file, stating(said(file, parser.parse(file, common))))),
                time.of(file));
    }

    /** What every text is looked through for, besides what its parser saw. */
    private static ParseOutcome inspected(ParseOutcome outcome) {
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) return outcome;
        List<Suspicion> more = TextInspection.of(parsed.documents());
        if (more.isEmpty()) return outcome;
        var all = new ArrayList<>(parsed.suspicions());
        all.addAll(more);
        return new ParseOutcome.Parsed(parsed.documents(), parsed.notes(), all);
    }

    /** Formats whose text says in words for whom it holds and who may see it; the others say it in elements of their own. */
    private static ParseOutcome refined(SourceFile file, ParseOutcome outcome) {
        boolean inWords = !ELEMENTS_OF_THEIR_OWN.contains(file.kind());
        return inWords && outcome instanceof ParseOutcome.Parsed(var documents, var notes, var suspicions)
                ? new ParseOutcome.Parsed(
                        documents.stream()
                                .map(EffectivityReading::of)
                                .map(document -> MarkingReading.of(document, Map.of()))
                                .toList(),
                        notes,
                        suspicions)
                : outcome;
    }

    private static ParseOutcome stating(ParseOutcome outcome) {
        return outcome instanceof ParseOutcome.Parsed(var documents, var notes, var suspicions)
                ? new ParseOutcome.Parsed(
                        documents.stream().map(FactReading::of).toList(), notes, suspicions)
                : outcome;
    }

    /** Whether files of this kind hold files. */
    public boolean opens(FileKind kind) {
        return parsers.get(kind) instanceof Container;
    }

    /**
     * Takes the files out of a file that holds some; what is wrong with the file as a whole ends that, and what was taken
     * out before stays.
     *
     * @return in words what was wrong with the whole; empty where nothing was
     */
    public String unpack(SourceFile file, Unpacking members) {
        if (!(parsers.get(file.kind()) instanceof Container container)) return "";
        try {
            return container.unpack(file, members);
        } catch (StackOverflowError nested) {
            return "nested too deeply to be opened";
        } catch (OutOfMemoryError large) {
            return "needs more memory to be opened than there is";
        } catch (RuntimeException unforeseen) {
            return "could not be opened: " + unforeseen.getClass().getSimpleName()
                    + (unforeseen.getMessage() == null ? "" : ": " + Words.clip(unforeseen.getMessage(), 40));
        }
    }

    private static ParseOutcome unread(SourceFile file) {
        return new ParseOutcome.NotADocument(
                switch (file.kind()) {
                    case GRAPHIC -> "graphic, kept for the documents that refer to it";
                    case OTHER ->
                        Signature.of(file.bytes(), Intake.extension(file.path()))
                                        .seems()
                                + ", which is not read; read are PDF, S1000D, iSpec 2200 and MIL-STD-40051, HTML, Markdown,"
                                + " reStructuredText,"
                                + " AsciiDoc, plain text, Word, Excel, PowerPoint, e-mail, JSON lines of passages, and"
                                + " ZIP or tar of these";
                    case PDF,
                            XML,
                            SGML,
                            HTML,
                            MARKDOWN,
                            RESTRUCTURED_TEXT,
                            ASCIIDOC,
                            PLAIN_TEXT,
                            WORD,
                            SPREADSHEET,
                            SLIDES,
                            COMPOUND,
                            EMAIL,
                            ARCHIVE,
                            PASSAGES,
                            CODE_TABLE -> "no parser is installed for " + file.kind();
                });
    }

    /** A text file of white space is well-formed and yet says nothing. */
    private static ParseOutcome said(SourceFile file, ParseOutcome outcome) {
        boolean text = switch (file.kind()) {
            case HTML, MARKDOWN, RESTRUCTURED_TEXT, ASCIIDOC, PLAIN_TEXT, WORD, SPREADSHEET, SLIDES, COMPOUND -> true;
            case PDF, XML, SGML, EMAIL, ARCHIVE, PASSAGES, CODE_TABLE, GRAPHIC, OTHER -> false;
        };
        boolean silent = text
                && outcome instanceof ParseOutcome.Parsed parsed
                && parsed.suspicions().isEmpty()
                && parsed.documents().stream().allMatch(d -> d.blocks().isEmpty());
        return silent ? new ParseOutcome.NotADocument("no text in it") : outcome;
    }
}
