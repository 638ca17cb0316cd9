package flightline.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that answers a question.
 *
 * @param document part of the document's identity, lower case; empty for any document
 * @param page 1-based; absent where the whole document counts
 */
public record ExpectedPage(String document, OptionalInt page) {
    private static final Pattern WRITTEN = Pattern.compile(
            "\\A(?:(?!p(?:age|g)?\\.?\\s*\\d+$)(?<document>.*?)[\\s:#@,]++)?(?:p(?:age|g)?\\.?\\s*)?(?<page>[1-9]\\d{0,5})");
    private static final Pattern ENDING = Pattern.compile("\\.(?:pdf|xml|html?|md|rst|txt|jsonl)$");

    /** Reads {@code expected_pages} (numbers, {@code "file:12"}, objects with source and page) or {@code expected_documents}. */
    public static List<ExpectedPage> of(JsonNode testCase) {
        var pages = new ArrayList<ExpectedPage>();
        for (JsonNode node : testCase.path("expected_pages")) pages.add(page(node));
        for (JsonNode node : testCase.path("expected_documents"))
            if (!node.asText().isBlank()) pages.add(new ExpectedPage(name(node.asText()), OptionalInt.empty()));
        return pages;
    }

    private static ExpectedPage page(JsonNode node) {
        if (node.isInt()) return new ExpectedPage("", OptionalInt.of(node.asInt()));
        if (node.isObject()) {
            String document = node.hasNonNull("source")
                    ? node.get("source").asText()
                    : node.path("document").asText("");
            return new ExpectedPage(
                    name(document),
                    node.hasNonNull("page") ? OptionalInt.of(node.get("page").asInt()) : OptionalInt.empty());
        }
        if (node.isArray() && node.size() == 2)
            return new ExpectedPage(
                    name(node.get(0).asText()), OptionalInt.of(node.get(1).asInt()));
        Matcher written = WRITTEN.matcher(node.asText().strip().toLowerCase(Locale.ROOT));
        if (written.matches())
            return new ExpectedPage(
                    name(Optional.ofNullable(written.group("document")).orElse("")),
                    OptionalInt.of(Integer.parseInt(written.group("page"))));
        return new ExpectedPage(name(node.asText()), OptionalInt.empty());
    }

    /** Lower case, without the ending that a file has and a document's identity has not. */
    private static String name(String document) {
        return ENDING.matcher(document.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Whether a passage of this document on this page is one that was expected. */
    public boolean matches(String documentId, OptionalInt actual) {
        boolean sameDocument =
                document.isEmpty() || documentId.toLowerCase(Locale.ROOT).contains(document);
        return sameDocument && (page.isEmpty() || page.equals(actual));
    }
}
