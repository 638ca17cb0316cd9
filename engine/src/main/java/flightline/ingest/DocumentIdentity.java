package flightline.ingest;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document without machine-readable identity says of itself in its name, title and first pages: a PDF, a text.
 *
 * <p>A directive is known by its number ({@code AD 2025-23-53}), a service bulletin by its own ({@code SB 32-0117}); all
 * else by the file's name without a trailing revision ({@code LT46-AMM.pdf} for {@code LT46-AMM_R11.pdf}), so that later
 * revisions of one manual share one identity.
 *
 * @param supersedes in the form of an identity or of a revision label ({@code AD 2019-01-02}, {@code Rev 11}); for a
 *     proposed directive, what it would supersede
 */
public record DocumentIdentity(
        DocumentId id,
        String title,
        Revision revision,
        DocumentKind kind,
        DocumentStatus status,
        List<String> ata,
        List<String> supersedes) {
    /** Identity stands on the first pages; what is said later is about other documents. */
    private static final int OPENING = 6_000;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");
    private static final Pattern FILE_LIKE = Pattern.compile(
            "(?i)^(?:microsoft (?:word|powerpoint|excel)\\b.*|untitled.*|\\(?(?:anonymous|unspecified|unknown|no title|null)\\)?|document\\d*|powerpoint presentation|slide ?1|\\S+\\.(?:docx?|pdf|indd|qxd|rtf|xlsx?|fm|txt|html?)|[\\d\\W]*)$");

    private static final Pattern NUMBER_ONLY = Pattern.compile(
            "(?i)^(?:[a-z]{2,6}\\s+)?(?:p?ad|a?sb|service bulletin|airworthiness directive)\\s+[\\w-]+$");

    public DocumentIdentity {
        ata = List.copyOf(ata);
        supersedes = List.copyOf(supersedes);
    }

    /**
     * Reads it.
     *
     * @param fileName without folders
     * @param titles candidates for the title, best first; the first that says something is taken
     * @param text the document's text, with running heads; only its beginning is looked at
     */
    public static DocumentIdentity read(String fileName, List<String> titles, String text) {
        String name = EXTENSION.matcher(fileName).replaceFirst("");
        String opening = text.substring(0, Math.min(text.length(), OPENING));
        var said = titles.stream()
                .map(DocumentIdentity::oneLine)
                .filter(DocumentIdentity::meaningful)
                .toList();
        // A number names a document, but says nothing of what it is about.
        Optional<String> title = said.stream()
                .filter(t -> !NUMBER_ONLY.matcher(t).matches())
                .findFirst()
                .or(() -> said.stream().findFirst());
        return DirectiveReading.of(name, title, text)
                .or(() -> BulletinReading.of(name, title, opening))
                .orElseGet(() -> byName(name, fileName.substring(name.length()), title, opening));
    }

    /** The header of a document that holds for all aircraft and bears no marking, as nothing else is known of it. */
    public DocumentHeader header(String format, int pages) {
        return new DocumentHeader(
                id, title, revision, kind, status, Marking.UNMARKED, Applicability.ALL, ata, supersedes, format, pages);
    }

    private static DocumentIdentity byName(String name, String extension, Optional<String> title, String opening) {
        String shown = title.orElse(name);
        return new DocumentIdentity(
                new DocumentId(RevisionReading.withoutRevision(name) + extension),
                shown,
                RevisionReading.of(name, opening),
                kind(shown, opening),
                OwnStanding.of(opening),
                AtaReading.ofTitle(shown + "\n" + name),
                superseded(opening));
    }

    /** Revisions of itself, and other documents by their numbers. */
    static List<String> superseded(String opening) {
        var all = new ArrayList<>(RevisionReading.superseded(opening));
        all.addAll(NamedReplaced.in(opening));
        return all;
    }

    /** The title decides; where it is mute, the head of the first page. */
    private static DocumentKind kind(String title, String opening) {
        DocumentKind byTitle = kind(title);
        return byTitle != DocumentKind.REFERENCE
                ? byTitle
                : kind(opening.substring(0, Math.min(400, opening.length())));
    }

    private static DocumentKind kind(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("minimum equipment list") || lower.matches("(?s).*\\bm?mel\\b.*"))
            return DocumentKind.MINIMUM_EQUIPMENT_LIST;
        if (lower.matches("(?s).*\\b(?:manual|handbook|guide|catalog(?:ue)?)\\b.*")) return DocumentKind.MANUAL;
        if (lower.matches("(?s).*\\breport\\b.*")) return DocumentKind.REPORT;
        return DocumentKind.REFERENCE;
    }

    private static boolean meaningful(String title) {
        return title.length() > 3
                && title.length() < 300
                && !FILE_LIKE.matcher(title).matches();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
