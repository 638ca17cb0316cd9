package flightline.ingest.passages;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Understands a line by its keys: a passage of ours, of a handbook exporter, or the abstract of a directive. */
final class LineShape {
    /** Before the register's number of a notice. */
    private static final String REGISTER = "FR ";

    private final JsonNode json;
    private final int line;
    private final List<String> wrong = new ArrayList<>();

    LineShape(JsonNode json, int line) {
        this.json = json;
        this.line = line;
    }

    /** The line, or the reason in words why it is none. */
    sealed interface Understood {
        record Line(PassageLine line) implements Understood {}

        record Not(String why) implements Understood {}
    }

    Understood read() {
        if (json.has("document_number") && json.has("abstract")) return directive();
        // Other exporters call the document its source.
        String document = text(json.has("document") ? "document" : "source");
        if (document.isEmpty()) return new Understood.Not("names no document: neither \"document\" nor \"source\"");
        if (document.length() > DocumentId.LONGEST) return new Understood.Not(tooLong(document));
        String passage = json.path("text").asText("");
        if (passage.isBlank()) return new Understood.Not("has no \"text\"");
        return new Understood.Line(new PassageLine(
                line,
                document,
                passage,
                page(),
                path(),
                text("title"),
                false,
                text("revision"),
                date("date"),
                word("kind", DocumentKind.class),
                word("status", DocumentStatus.class),
                strings("supersedes"),
                wrong));
    }

    /** The abstract does not tell the directive's own number, so the register's number of the notice names it. */
    private Understood directive() {
        String number = text("document_number");
        String summary = json.path("abstract").asText("");
        if (number.isEmpty()) return new Understood.Not("has an empty \"document_number\"");
        if (number.length() > DocumentId.LONGEST - REGISTER.length()) return new Understood.Not(tooLong(number));
        if (summary.isBlank()) return new Understood.Not("has no \"abstract\"");
        return new Understood.Line(new PassageLine(
                line,
                REGISTER + number,
                summary,
                OptionalInt.empty(),
                List.of(),
                text("title"),
                true,
                text("revision"),
                date("published"),
                Optional.of(DocumentKind.DIRECTIVE),
                Optional.of(standing()),
                strings("supersedes").stream()
                        .map(ad -> ad.startsWith("AD ") ? ad : "AD " + ad)
                        .toList(),
                wrong));
    }

    private static String tooLong(String document) {
        return "names its document in " + document.length() + " characters, at most " + DocumentId.LONGEST
                + " are a name: \"" + document.substring(0, 40) + "...\"";
    }

    private DocumentStatus standing() {
        String kind = text("kind").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "final" -> DocumentStatus.FINAL;
            case "correction" -> DocumentStatus.CORRECTION;
            case "proposed" -> DocumentStatus.PROPOSED;
            case "withdrawal" -> DocumentStatus.WITHDRAWN;
            default -> {
                wrong.add("kind \"" + kind + "\" is none of final, proposed, correction, withdrawal; held as proposed");
                // What is not known to bind must not pass for binding.
                yield DocumentStatus.PROPOSED;
            }
        };
    }

    private OptionalInt page() {
        JsonNode page = json.path("page");
        if (page.isMissingNode() || page.isNull()) return OptionalInt.empty();
        String digits = page.asText().strip();
        if (digits.matches("[1-9]\\d{0,6}")) return OptionalInt.of(Integer.parseInt(digits));
        wrong.add("page " + page + " is not a whole number from 1; left out");
        return OptionalInt.empty();
    }

    private List<String> path() {
        if (json.path("path").isArray()) return strings("path");
        return Arrays.stream(text("path").split(" > "))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private Optional<LocalDate> date(String field) {
        String date = text(field);
        if (date.isEmpty()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date));
        } catch (DateTimeException impossible) {
            wrong.add(field + " \"" + date + "\" is not a date written 2026-01-31; left out");
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
        String word = text(field);
        if (word.isEmpty()) return Optional.empty();
        String name = word.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        Optional<E> known = Arrays.stream(words.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst();
        if (known.isEmpty()) wrong.add(field + " \"" + word + "\" is not known; left out");
        return known;
    }

    private List<String> strings(String field) {
        JsonNode node = json.path(field);
        List<String> strings = new ArrayList<>();
        if (node.isArray()) node.forEach(item -> strings.add(item.asText("").strip()));
        else strings.add(text(field));
        strings.removeIf(String::isEmpty);
        return List.copyOf(strings);
    }

    private String text(String field) {
        return json.path(field).isValueNode() ? json.path(field).asText("").strip() : "";
    }
}
