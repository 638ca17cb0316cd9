package flightline.app.http;

import flightline.corpus.Place;
import flightline.flow.OpenFlow.Opened;

/**
 * A piece of a document with the cited words in it.
 *
 * @param before what stands in front of them; the whole piece where none of it is cited
 * @param cited empty where none of it is
 */
public record Marked(String before, String cited, String after) {
    /** @param place of the text in its document */
    public static Marked of(String text, Place place, Opened opened) {
        int from = Math.max(0, opened.start() - place.start());
        int to = Math.min(text.length(), opened.end() - place.start());
        return from < to
                ? new Marked(text.substring(0, from), text.substring(from, to), text.substring(to))
                : new Marked(text, "", "");
    }
}
