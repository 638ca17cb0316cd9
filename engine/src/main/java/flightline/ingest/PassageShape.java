package flightline.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Tells JSON lines that carry passages from JSON lines that carry something else, by the keys of the first line. */
final class PassageShape {
    private static final JsonFactory JSON = new JsonFactory();

    private PassageShape() {}

    /** Whether the first line that is not blank is a JSON object of a known shape. */
    static boolean known(String text) {
        String first = firstLine(text);
        if (!first.startsWith("{")) return false;
        Set<String> keys = keys(first);
        boolean passages = keys.contains("text") && (keys.contains("document") || keys.contains("source"));
        return passages || (keys.contains("document_number") && keys.contains("abstract"));
    }

    private static String firstLine(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end).strip();
    }

    /** Keys of the outermost object, or none where the line is not JSON. */
    private static Set<String> keys(String line) {
        Set<String> keys = new HashSet<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
            return json.currentToken() == JsonToken.END_OBJECT ? keys : Set.of();
        } catch (IOException notJson) {
            return Set.of();
        }
    }
}
