package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns mixed content into one line of text: references become codes and names, the rest stands as written. */
final class InlineText {
    private final Numbers numbers;
    private final SharedWords shared;

    /** @param shared gives the names of what is referred to by its number only */
    InlineText(Numbers numbers, SharedWords shared) {
        this.numbers = numbers;
        this.shared = shared;
    }

    /** All words in the element, white space reduced to single spaces. */
    String of(XmlElement element) {
        var out = new StringBuilder();
        inside(out, element);
        return XmlElement.squeeze(out);
    }

    /** Appends the element as it reads in running text. */
    void append(StringBuilder out, XmlElement element) {
        switch (element.name()) {
            case "dmRef", "pmRef" -> {
                // The address says what the code is called; an answer to "which document" needs both.
                String title = title(element);
                out.append(Codes.in(element).orElse("")).append(title.isEmpty() ? "" : " (" + title + ")");
            }
            case "internalRef" -> {
                String own = of(element);
                out.append(own.isEmpty() ? numbers.label(element.attribute("internalRefId")) : own);
            }
            case "acronym" -> {
                out.append(text(element, "acronymTerm"));
                String meaning = text(element, "acronymDefinition");
                if (!meaning.isEmpty()) out.append(" (").append(meaning).append(')');
            }
            case "footnote" -> out.append(" (").append(of(element)).append(')');
            case "warning", "caution", "note" -> {
                pad(out);
                out.append(element.name().toUpperCase(Locale.ROOT)).append(": ");
                inside(out, element);
                pad(out);
            }
            case "quantityValue", "quantityTolerance", "estimatedTime", "thresholdValue", "reqQuantity" -> {
                pad(out);
                inside(out, element);
                pad(out);
                out.append(element.attribute("quantityUnitOfMeasure")).append(element.attribute("unitOfMeasure"));
                pad(out);
            }
            case "functionalItemRef",
                    "circuitBreakerRef",
                    "controlIndicatorRef",
                    "zoneRef",
                    "accessPointRef",
                    "toolRef",
                    "supplyRef",
                    "partRef",
                    "functionalPhysicalAreaRef",
                    "variableRef",
                    "footnoteRef" -> named(out, element);
            case "graphic", "symbol" -> out.append(element.attribute("infoEntityIdent"));
            case "emphasis",
                    "subScript",
                    "superScript",
                    "verbatimText",
                    "changeInline",
                    "change",
                    "inlineSignificantData",
                    "indexFlag",
                    "acronymTerm",
                    "abbreviation" -> inside(out, element);
            default -> {
                pad(out);
                inside(out, element);
                pad(out);
            }
        }
    }

    private void inside(StringBuilder out, XmlElement element) {
        boolean padded = false;
        for (XmlNode node : element.nodes())
            switch (node) {
                case XmlNode.Words(var text) -> {
                    words(out, text, padded);
                    padded = false;
                }
                case XmlElement child -> {
                    int before = out.length();
                    append(out, child);
                    padded = out.length() > before;
                }
            }
    }

    /**
     * Appends text; a full stop right behind an element stays right behind its words.
     *
     * @param behind whether an element was written right before it
     */
    static void words(StringBuilder out, String text, boolean behind) {
        boolean padded = behind && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
        if (padded && !text.isEmpty() && ".,;:)".indexOf(text.charAt(0)) >= 0) out.setLength(out.length() - 1);
        out.append(text);
    }

    /** A reference by a number in an attribute; words of its own come first. */
    private void named(StringBuilder out, XmlElement element) {
        String own = of(element);
        String number = element.attributes().entrySet().stream()
                .filter(a -> a.getKey().endsWith("Number")
                        || a.getKey().endsWith("NumberValue")
                        || a.getKey().equals("variableName")
                        || a.getKey().equals("internalRefId"))
                .map(a -> a.getKey().equals("internalRefId") ? numbers.label(a.getValue()) : a.getValue())
                .collect(Collectors.joining(" "));
        if (own.isEmpty() && number.isEmpty()) number = SharedKinds.ident(element);
        out.append(Stream.of(own, number).filter(s -> !s.isBlank()).collect(Collectors.joining(" ")));
        if (own.isEmpty())
            shared.nameOf(element)
                    .ifPresent(name -> out.append(" (").append(name).append(')'));
    }

    /** What a thing that is referred to by its number is called in a repository; empty where that is not known. */
    Optional<String> nameOf(XmlElement reference) {
        return shared.nameOf(reference);
    }

    private static String title(XmlElement reference) {
        return Stream.of("techName", "infoName", "pmTitle", "techname", "infoname", "pmtitle")
                .map(name -> text(reference, name))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    /** Two texts in one line; a full stop between them where the first ends without a mark. */
    static String sentences(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) return first + second;
        return Character.isLetterOrDigit(first.charAt(first.length() - 1))
                ? first + ". " + second
                : first + " " + second;
    }

    private static String text(XmlElement element, String below) {
        return element.find(below).map(XmlElement::text).orElse("");
    }

    private static void pad(StringBuilder out) {
        if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) out.append(' ');
    }
}
