package flightline.ingest;

import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows a service bulletin by the words at its head, and reads its number. */
final class BulletinReading {
    /** A manual or a directive may speak of bulletins; a bulletin says what it is at once. */
    private static final int HEAD = 500;

    private static final String CODE = "(" + BulletinNames.FORM + ")";
    private static final Pattern IS_ONE =
            Pattern.compile("(?im)^\\W*(?:[\\w&.,' -]{0,60}\\s)?(?:alert\\s+)?service\\s+bulletin\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:(?i:service\\s+bulletin)|A?SB)\\b\\s*+(?i:no\\.?|number|#)?\\s*+:?\\s*+(?:A?SB[- ])?" + CODE);
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\bA?SB[- ]" + CODE);
    private static final Pattern SUPERSEDED = Pattern.compile(
            "(?i:\\b(?:supersedes|replaces|cancels))\\s+(?:[a-z]+\\s+){0,3}?(?:(?i:service\\s+bulletin)|A?SB)\\s*+(?i:no\\.?|number)?\\s*+:?\\s*+(?:A?SB[- ])?"
                    + CODE);
    private static final Pattern PROPER_TITLE =
            Pattern.compile("(?im)^[^\\S\\n]*+(?:subject|title)\\s*+:\\s*+(\\S.{5,150})$");

    private BulletinReading() {}

    static Optional<DocumentIdentity> of(String name, Optional<String> title, String opening) {
        String head = title.orElse("") + "\n" + opening.substring(0, Math.min(HEAD, opening.length()));
        if (!IS_ONE.matcher(head).find() || head.toLowerCase(Locale.ROOT).contains("manual")) return Optional.empty();
        Optional<String> number =
                first(NUMBER, head).or(() -> first(NUMBER_ALONE, head)).map(BulletinNames::compact);
        var superseded = new LinkedHashSet<String>();
        for (Matcher m = SUPERSEDED.matcher(opening); m.find(); )
            superseded.add("SB " + BulletinNames.compact(m.group(1)));
        for (String named : DocumentIdentity.superseded(opening))
            if (!superseded.contains("SB " + BulletinNames.compact(named))) superseded.add(named);
        number.ifPresent(own -> superseded.remove("SB " + own));
        return Optional.of(new DocumentIdentity(
                new DocumentId(number.map(n -> "SB " + n).orElse(RevisionReading.withoutRevision(name))),
                first(PROPER_TITLE, opening)
                        .map(DocumentIdentity::oneLine)
                        .or(() -> title)
                        .orElse(name),
                RevisionReading.of(name, opening),
                DocumentKind.SERVICE_BULLETIN,
                OwnStanding.of(opening),
                ata(head, opening, number),
                new ArrayList<>(superseded)));
    }

    /** Bulletins carry their chapter in the number ({@code SB 32-0117}, {@code A320-57-1089}) where they name none. */
    private static List<String> ata(String head, String opening, Optional<String> number) {
        List<String> named = AtaReading.of(head + opening);
        if (!named.isEmpty()) return named;
        return number.flatMap(n -> first(Pattern.compile("(?:^|-)(\\d{2})(?=-\\d{3,4}$)"), n)).stream()
                .toList();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
