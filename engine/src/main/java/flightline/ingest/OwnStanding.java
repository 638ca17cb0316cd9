package flightline.ingest;

import flightline.corpus.DocumentStatus;
import java.util.List;
import java.util.regex.Pattern;

/** What the head of a document says of its own standing: in a field, in a stamp on a line of its own, in a sentence about itself. */
final class OwnStanding {
    /** Stamps stand at the head; farther down the same words are those of a list of documents. */
    private static final int HEAD = 2_000;

    /** In capitals on a line with nothing else than a reason, a day or a successor. */
    private static final String TAIL = "[ :,(–—-]+(?:BY|FROM|ON|AS OF|SINCE|SEE|NOT|FOR|DO NOT)\\b[^\\n\\p{Ll}]{0,60}";

    private static final String ITSELF =
            "(?i)\\bthis\\s+(?:\\w+\\s+){0,2}?(?:document|bulletin|manual|list|letter|memo|memorandum|notice"
                    + "|circular|publication|revision|supplement)\\s+";

    private static final OwnStanding[] KINDS = {
        new OwnStanding(
                DocumentStatus.WITHDRAWN,
                stamp("(?:WITHDRAWN|CANCELL?ED|VOID|REVOKED)(?:" + TAIL + ")?"),
                field("withdrawn|cancell?ed|revoked|void"),
                Pattern.compile(
                        "(?im)^[\\s*_>|#\\[(=-]*+(?:status\\s+)?(?:withdrawn|cancell?ed)[ \\t*_>|#\\])=!.-]*+$"),
                Pattern.compile(ITSELF + "(?:is|has been|was)\\s+(?:hereby\\s+)?(?:withdrawn|cancell?ed|revoked)\\b")),
        new OwnStanding(
                DocumentStatus.SUPERSEDED,
                stamp("(?:SUPERSEDED|OBSOLETE)(?:" + TAIL + ")?"),
                field("superseded|obsolete|replaced|no longer valid"),
                Pattern.compile(ITSELF + "(?:has been|was)\\s+(?:superseded|replaced)\\b"),
                Pattern.compile(ITSELF
                        + "is\\s+(?:(?:superseded|replaced)(?:\\s*[.\\n]|\\s+by\\s+(?-i:(?:[A-Z][\\w-]*\\s+){0,4}?"
                        + "[A-Z]{1,8}[ -]?\\d))|obsolete\\b|no longer (?:valid|in force))")),
        new OwnStanding(
                DocumentStatus.PROPOSED,
                // The word "preliminary" alone is the heading of a chapter as well.
                stamp("(?:DRAFT(?: (?:REV(?:ISION)?|ISSUE|VERSION)\\.? ?[A-Z\\d.]{1,6}| COPY| VERSION| DOCUMENT)?(?:"
                        + TAIL + ")?|PRELIMINARY" + TAIL
                        + "|NOT (?:YET )?(?:APPROVED|RELEASED)(?: FOR [A-Z ]{3,30})?|UNAPPROVED)"),
                field(
                        "(?:first |final |working )?draft|proposed|proposal|in review|(?:under|for|in) (?:review|approval|comment)"
                                + "|pending|not (?:yet )?(?:approved|released)|unapproved|unreleased|preliminary|work in progress"),
                Pattern.compile("(?im)^[\\s*_>|#]*+(?:status\\s*+)?(?:draft|proposed|draft for comment|proposed rule"
                        + "|notice of proposed rule-?making(?: \\(NPRM\\))?)[\\s*_|]*$"))
    };

    private final DocumentStatus status;
    private final Pattern stamp;
    private final List<Pattern> said;

    private OwnStanding(DocumentStatus status, Pattern stamp, Pattern... said) {
        this.status = status;
        this.stamp = stamp;
        this.said = List.of(said);
    }

    static DocumentStatus of(String opening) {
        String head = opening.substring(0, Math.min(HEAD, opening.length()));
        for (OwnStanding kind : KINDS)
            if (kind.stamp.matcher(head).find()
                    || kind.said.stream().anyMatch(form -> form.matcher(opening).find())) return kind.status;
        return DocumentStatus.FINAL;
    }

    /** {@code Status: …}, also as a row of two cells. */
    private static Pattern field(String values) {
        String name = "(?im)^[\\s*_>|#:-]*+(?:(?:document|approval|release)[ _-]?)?status[*_ \\t]*+";
        return Pattern.compile(name + "\\|?[*_|\\s]*+:[*_|\\s]*+[\"']?(?:" + values + ")\\b|" + name
                + "(?:\\||\\t)[*_ \\t]*+(?:" + values + ")[*_ \\t]*+\\|?[ \\t]*+$");
    }

    private static Pattern stamp(String words) {
        return Pattern.compile("(?m)^[\\s*_>|#\\[(=-]*+(?:DOCUMENT |ISSUE )?" + words + "[ \\t*_>|#\\])=!.-]*+$");
    }
}
