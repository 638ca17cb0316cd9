package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what the standard leaves to be numbered when shown: steps and paragraphs ({@code 1}, {@code 1.1}), figures and
 * tables; and knows how a reference names one of them.
 */
final class Numbers {
    private static final class Counter {
        private final String prefix;
        private final int depth;
        private int last;

        Counter(String prefix, int depth) {
            this.prefix = prefix;
            this.depth = depth;
        }

        String next() {
            last++;
            return prefix + last;
        }

        String current() {
            return prefix + last;
        }
    }

    private record Counted(String number, int depth) {}

    private final IdentityHashMap<XmlElement, Counted> counted = new IdentityHashMap<>();
    private final Map<String, XmlElement> byId = new HashMap<>();
    private int figures;
    private int tables;

    private final XmlElement content;

    Numbers(XmlElement content) {
        this.content = content;
        walk(content, new Counter("", 0), new Counter("", 0), false);
    }

    XmlElement content() {
        return content;
    }

    /** Empty where the element is none that is numbered. */
    String of(XmlElement element) {
        var found = counted.get(element);
        return found == null ? "" : found.number();
    }

    /** 0 for the outermost. */
    int depth(XmlElement element) {
        var found = counted.get(element);
        return found == null ? 0 : found.depth();
    }

    Optional<XmlElement> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The number or the name of what is referred to, for example {@code Fig 2}; empty where it has neither. */
    Optional<String> label(XmlElement target) {
        String number = of(target);
        return switch (target.name()) {
            case "figure", "multimedia" -> Optional.of("Fig " + number);
            case "table" -> Optional.of("Table " + number);
            case "proceduralStep", "crewDrillStep", "checkListStep" -> Optional.of("Step " + number);
            case "levelledPara" -> Optional.of("Para " + number);
            default ->
                target.child("name")
                        .or(() -> target.child("shortName"))
                        .or(() -> target.child("title"))
                        .map(XmlElement::text)
                        .filter(t -> !t.isEmpty())
                        .or(() -> numbered(target))
                        .or(() -> Optional.of(target.attribute("hotspotTitle")).filter(t -> !t.isEmpty()));
        };
    }

    /** The number of a tool, supply or part that stands in a repository and has no name here. */
    private static Optional<String> numbered(XmlElement target) {
        return target.all(Set.of("toolRef", "supplyRef", "partRef")).stream()
                .map(r -> r.attribute("toolNumber") + r.attribute("supplyNumber") + r.attribute("partNumberValue"))
                .filter(n -> !n.isEmpty())
                .findFirst();
    }

    private void walk(XmlElement element, Counter steps, Counter paragraphs, boolean alternative) {
        if (!element.attribute("id").isEmpty()) byId.putIfAbsent(element.attribute("id"), element);
        Counter stepsWithin = steps;
        Counter paragraphsWithin = paragraphs;
        boolean choose = false;
        if (Vocabulary.STEPS.contains(element.name())) {
            String number = alternative ? steps.current() : steps.next();
            counted.put(element, new Counted(number, steps.depth));
            stepsWithin = new Counter(number + ".", steps.depth + 1);
        } else if (Vocabulary.STEP_ALTERNATIVES.contains(element.name())) {
            steps.next();
            choose = true;
        } else {
            switch (element.name()) {
                case "levelledPara" -> {
                    String number = alternative ? paragraphs.current() : paragraphs.next();
                    counted.put(element, new Counted(number, paragraphs.depth));
                    paragraphsWithin = new Counter(number + ".", paragraphs.depth + 1);
                }
                case "levelledParaAlts" -> {
                    paragraphs.next();
                    choose = true;
                }
                case "figure", "multimedia" -> counted.put(element, new Counted(Integer.toString(++figures), 0));
                case "table" -> {
                    if (element.child("title").isPresent())
                        counted.put(element, new Counted(Integer.toString(++tables), 0));
                }
                case "description", "mainProcedure", "crewDrill", "subCrewDrill", "checkListItems" -> {
                    // A drill within a step is a part of it, and counts on below its number.
                    if (steps.depth == 0) stepsWithin = new Counter("", 0);
                    paragraphsWithin = new Counter("", 0);
                }
                default -> {} // counts go on through anything else
            }
        }
        for (XmlElement child : element.children()) walk(child, stepsWithin, paragraphsWithin, choose);
    }
}
