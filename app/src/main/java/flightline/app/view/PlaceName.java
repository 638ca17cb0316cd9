package flightline.app.view;

import flightline.corpus.DocumentId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as people write it: {@code DOCUMENT@REVISION#START-END}, or {@code DOCUMENT[@REVISION]} for a whole document.
 *
 * @param revision exactly, or as displayed; empty for the one in force
 * @param range empty for the whole document
 */
public record PlaceName(DocumentId document, String revision, Optional<Range> range) {
    private static final Pattern PLACE =
            Pattern.compile("(?<document>.+?)(?:@(?<revision>[^#@]*))?#(?<start>\\d{1,9})-(?<end>\\d{1,9})");
    private static final Pattern WHOLE = Pattern.compile("(?<document>.+?)(?:@(?<revision>[^#@]*))?");

    /** Characters of the source text, 0-based, the end not included. */
    public record Range(int start, int end) {}

    /** A place within a document; empty for anything else. */
    public static Optional<PlaceName> within(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) return Optional.empty();
        return Optional.of(new PlaceName(
                document(String.valueOf(place.group("document"))),
                Optional.ofNullable(place.group("revision")).orElse(""),
                Optional.of(new Range(Integer.parseInt(place.group("start")), Integer.parseInt(place.group("end"))))));
    }

    /** A whole document by its name; empty where the text is no name. */
    public static Optional<PlaceName> whole(String text) {
        Matcher name = WHOLE.matcher(text);
        if (!name.matches() || String.valueOf(name.group("document")).isBlank()) return Optional.empty();
        return Optional.of(new PlaceName(
                document(String.valueOf(name.group("document"))),
                Optional.ofNullable(name.group("revision")).orElse(""),
                Optional.empty()));
    }

    /** The one or the other; throws {@link BadRequest} where it is neither. */
    public static PlaceName read(String text) {
        return within(text)
                .or(() -> whole(text))
                .orElseThrow(() -> new BadRequest(
                        "a place is written DOCUMENT@REVISION#START-END or DOCUMENT@REVISION, got '" + text + "'"));
    }

    /** A document by its name. */
    public static DocumentId document(String name) {
        try {
            return new DocumentId(name.strip());
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(String.valueOf(wrong.getMessage()));
        }
    }
}
