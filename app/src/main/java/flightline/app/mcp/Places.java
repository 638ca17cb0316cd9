package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import flightline.app.view.ExactRevision;
import flightline.app.view.PlaceName;
import flightline.corpus.DocumentId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of documents and of places in them: {@code flightline://document/AMM-32?revision=57#1200-1310}. */
final class Places {
    static final String PREFIX = "flightline://document/";
    static final String TEMPLATE = PREFIX + "{document}{?revision}{#place}";

    private static final Pattern ADDRESS = Pattern.compile(
            Pattern.quote(PREFIX) + "(?<document>[^?#]+)(?:\\?revision=(?<revision>[^#&]*))?(?:#(?<place>.*))?");
    private static final Pattern SHOWN =
            Pattern.compile("(?<document>.+?)(?:@(?<revision>[^#@]*))?(?:#(?<place>.*))?", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private Places() {}

    /**
     * A document, or a place in it.
     *
     * @param revision exactly, or as displayed; empty for the one in force
     * @param start 0-based, of the source text; absent for the whole
     * @param end absent for as far as it is shown
     */
    record Place(DocumentId document, String revision, OptionalInt start, OptionalInt end) {}

    static boolean isAddress(String text) {
        return text.startsWith(PREFIX);
    }

    /** Throws {@link BadRequest} naming what was given and how it must look. */
    static Place read(String text) {
        boolean address = isAddress(text);
        Matcher parts = (address ? ADDRESS : SHOWN).matcher(text);
        if (!parts.matches()) throw bad(text);
        String revision = Optional.ofNullable(parts.group("revision")).orElse("");
        String document = String.valueOf(parts.group("document"));
        String place = Optional.ofNullable(parts.group("place")).orElse("");
        Matcher range = RANGE.matcher(place);
        if (!place.isEmpty() && !range.matches()) throw bad(text);
        return new Place(
                PlaceName.document(address ? decoded(document, text) : document),
                address ? decoded(revision, text) : revision,
                place.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(range.group(1))),
                place.isEmpty() || range.group(2) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(range.group(2))));
    }

    private static BadRequest bad(String text) {
        return new BadRequest("a place looks like " + PREFIX
                + "DOCUMENT?revision=REVISION#START-END or DOCUMENT@REVISION#START-END, got " + Quoted.name(text));
    }

    /** The address of a citation, a document or a shown place, as our JSON has them. */
    static String of(JsonNode place) {
        String range = place.has("start") && place.has("end")
                ? "#" + place.path("start").asInt() + "-" + place.path("end").asInt()
                : "";
        return of(place.path("document").asText(), ExactRevision.of(place)) + range;
    }

    static String of(String document, String revision) {
        return PREFIX + encoded(document) + (revision.isEmpty() ? "" : "?revision=" + encoded(revision));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text, String whole) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad(whole);
        }
    }
}
