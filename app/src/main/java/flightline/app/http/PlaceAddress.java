package flightline.app.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page shows a place in a document. */
public final class PlaceAddress {
    private PlaceAddress() {}

    /**
     * A path of this server.
     *
     * @param revision exactly, see {@link flightline.corpus.Revision#exact}
     * @param start of the place in the source text, 0-based; {@code end} is exclusive
     */
    public static String of(String document, String revision, int start, int end) {
        return "/show?" + document(document, revision) + "&start=" + start + "&end=" + end;
    }

    /** The part that says which document, as every address of one has it. */
    static String document(String document, String revision) {
        return "document=" + encoded(document) + "&revision=" + encoded(revision);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
