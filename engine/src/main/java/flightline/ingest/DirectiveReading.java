package flightline.ingest;

import static flightline.ingest.DirectiveNumber.DASH;

import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows an airworthiness directive by its head, and reads number, date, standing and what it supersedes.
 *
 * <p>A proposal of the FAA has no number yet and goes by its docket; a proposal of EASA by its PAD number. A correction
 * published alone tells only what changes, so it is a document beside its directive, not a revision of it.
 */
final class DirectiveReading {
    /** The regulatory text names subject and ATA code some pages in. */
    private static final int REACH = 60_000;

    private static final int HEAD = 1_500;
    private static final String NUMBER = "(" + DirectiveNumber.FORM + ")";
    private static final String DATE = "(" + WrittenDate.FORM + ")";

    private static final Pattern BRACKET = Pattern.compile("Amendment\\s+39" + DASH + "\\d+\\s*;\\s*AD\\s+" + NUMBER);
    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?:AD|(?i:Airworthiness\\s+Directive))\\s*+(?i:No\\.?|Number|#)\\s*+:?\\s*+(?:AD\\s++)?" + NUMBER);
    private static final Pattern TITLED =
            Pattern.compile("(?:\\bAD|(?i:airworthiness\\s+directive))[\\s_:-]+" + NUMBER);
    private static final Pattern OWN_TITLE =
            Pattern.compile("^\\W*(?:AD|(?i:airworthiness\\s+directive))[\\s_:-]+" + NUMBER + "(?!\\w)");
    private static final Pattern PAD =
            Pattern.compile("\\bPAD\\s*+(?:No\\.?)?\\s*+:?\\s*+((?:20)?\\d{2}-\\d{2,4}(?:R\\d+)?)");
    private static final Pattern DOCKET =
            Pattern.compile("Docket\\s+No\\.?\\s+(FAA" + DASH + "\\d{4}" + DASH + "\\d{3,5})");
    private static final Pattern IS_ONE = Pattern.compile(
            "(?im)^\\W*(?:(?:emergency|proposed)\\s+)?airworthiness\\s+directives?\\b(?:\\s*;|\\s*$|\\s*[:#]|\\s+(?:no\\b|number|\\d|(?:[a-z]{2,6}\\s+)?p?ad\\b))"
                    + "|\\bP?AD\\s*(?:No\\.|#)\\s*:?\\s*(?:AD\\s)?\\w|notification of a proposal to issue|\\b(?-i:AIRWORTHINESS DIRECTIVE)\\s*$");
    private static final Pattern ACTION =
            Pattern.compile("(?s)\\bACTION:\\s*(.{5,90}?)\\.?\\s*(?:\\n\\s*\\n|SUMMARY|$)");
    private static final Pattern PROPOSED = Pattern.compile(
            "(?im)\\bproposed airworthiness directive|notification of a proposal|\\bstatus\\s*+:?\\s*+(?:proposed|draft)\\b"
                    + "|^\\W*notice of proposed rule-?making\\b(?: \\(NPRM\\))?\\W*$|\\b(?:we|the FAA) proposes? to\\b");
    private static final Pattern WITHDRAWN = Pattern.compile("(?i)\\bstatus\\s*+:?\\s*+(?:withdrawn|cancell?ed)\\b");
    private static final Pattern NOTICE =
            Pattern.compile("(?im)^\\W*airworthiness\\s+directive\\s+cancellation\\s+notice\\b");
    private static final Pattern FAA_TITLE =
            Pattern.compile("(?s)(Airworthiness Directives;\\s+.{3,250}?)\\s*(?=AGENCY:)");
    private static final Pattern ATA_TITLE =
            Pattern.compile("(?m)^[^\\S\\n]*+(ATA\\s+\\d{2}(?:[-‑]\\d{2})?\\s*[–—:-]\\s*\\S.{5,200})$");
    private static final Pattern EASA_REVISION = Pattern.compile("R(\\d{1,2})(?:-[A-Z]{1,2})?$");
    private static final Pattern SLASHED = Pattern.compile("Federal\\s+Register\\s+on\\s+(\\d{2})/(\\d{2})/(\\d{4})");
    private static final List<Pattern> DATED_HEAD = List.of(
            Pattern.compile("\\[?Federal\\s+Register,?\\s*(?:/\\s*)?Vol(?:ume|\\.)[^\\n]{0,60}?" + DATE),
            Pattern.compile(
                    "(?i)\\b(?:(?:issued|published|date of (?:issue|publication)|issue date)\\s*+:?|date\\s*+:)\\s*+"
                            + DATE));
    private static final List<Pattern> DATED_BODY = List.of(
            Pattern.compile("(?i)\\bIssued\\s+(?:in [a-z ,.]{0,40}\\s)?on\\s+" + DATE),
            Pattern.compile("(?i)\\bAD\\s+(?:is|becomes)\\s+effective\\s+(?:on\\s+)?" + DATE),
            Pattern.compile("(?i)\\beffective(?: date)?\\s*:\\s*" + DATE));

    private DirectiveReading() {}

    static Optional<DocumentIdentity> of(String name, Optional<String> title, String whole) {
        String text = whole.substring(0, Math.min(whole.length(), REACH));
        String head = text.substring(0, Math.min(text.length(), HEAD));
        if (!IS_ONE.matcher(head).find()) return Optional.empty();
        String action = words(ACTION, text).orElse("").toLowerCase(Locale.ROOT);
        Optional<String> docket = DirectiveNumber.first(DOCKET, head);
        Optional<String> number = DirectiveNumber.first(BRACKET, head)
                .or(() -> DirectiveNumber.first(LABELLED, head))
                // The head of a proposal may name the directive that it is to replace; a title that begins with one is
                // its own.
                .or(() -> docket.isEmpty()
                        ? titled(title, name, head)
                        : PROPOSED.matcher(head).find()
                                ? Optional.empty()
                                : title.flatMap(t -> DirectiveNumber.first(OWN_TITLE, t)));
        Optional<String> proposal = DirectiveNumber.first(PAD, head);
        String id = number.map(n -> "AD " + n)
                .or(() -> proposal.map(n -> "PAD " + n))
                .or(() -> docket.map(n -> "Docket " + n))
                .orElse(RevisionReading.withoutRevision(name));
        boolean aside = action.contains("correction");
        return Optional.of(new DocumentIdentity(
                new DocumentId(aside ? id + " correction" : id),
                words(FAA_TITLE, text)
                        .or(() -> words(ATA_TITLE, text))
                        .or(() -> title)
                        .orElse(name),
                new Revision(label(id), issued(head, text)),
                DocumentKind.DIRECTIVE,
                aside || number.filter(DirectiveNumber::corrects).isPresent()
                        ? DocumentStatus.CORRECTION
                        : status(head, action, number, number.isEmpty() && proposal.isPresent()),
                AtaReading.of(text),
                aside ? List.of() : superseded(text, number.or(() -> docket).orElse(""))));
    }

    private static DocumentStatus status(String head, String action, Optional<String> number, boolean proposal) {
        if (cancels(number.orElse(""), head)
                || action.contains("withdrawal")
                || WITHDRAWN.matcher(head).find()) return DocumentStatus.WITHDRAWN;
        boolean proposed =
                proposal || action.contains("propos") || PROPOSED.matcher(head).find();
        return proposed ? DocumentStatus.PROPOSED : DocumentStatus.FINAL;
    }

    /** Whether it is a notice that cancels a directive, by its number or its head. */
    static boolean cancels(String number, String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        return DirectiveNumber.cancels(number) || NOTICE.matcher(head).find();
    }

    private static Optional<String> titled(Optional<String> title, String name, String head) {
        return title.flatMap(t -> DirectiveNumber.first(TITLED, t))
                .or(() -> DirectiveNumber.first(TITLED, head))
                .or(() -> DirectiveNumber.first(TITLED, name.replace('_', ' ')));
    }

    /** EASA writes the revision into the number; other directives are not revised but replaced. */
    private static String label(String id) {
        Matcher m = EASA_REVISION.matcher(id);
        return m.find() ? "R" + m.group(1) : "";
    }

    private static List<String> superseded(String text, String own) {
        boolean federal = Supersession.federal(own) || own.startsWith("FAA-");
        return Supersession.in(text, own, federal).stream()
                .map(named -> "AD " + named.number())
                .toList();
    }

    /** Date of issue, of publication where none is given, of taking effect where neither is. */
    private static Optional<LocalDate> issued(String head, String text) {
        Optional<LocalDate> date = firstDate(DATED_HEAD, head);
        if (date.isPresent()) return date;
        Matcher slashed = SLASHED.matcher(head); // the register writes month/day/year
        if (slashed.find())
            return WrittenDate.parse(slashed.group(3) + "-" + slashed.group(1) + "-" + slashed.group(2));
        return firstDate(DATED_BODY, text);
    }

    private static Optional<LocalDate> firstDate(List<Pattern> forms, String text) {
        return forms.stream()
                .flatMap(form -> words(form, text).flatMap(WrittenDate::parse).stream())
                .findFirst();
    }

    private static Optional<String> words(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(DocumentIdentity.oneLine(m.group(1))) : Optional.empty();
    }
}
