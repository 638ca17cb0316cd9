package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Clearance;
import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Questions drawn from the library itself, for whoever evaluates a model and has written no cases of their own: one about a
 * heading of a document in force, expected from the page that it stands on, and for each third of them the same about a part
 * that no document has. The same library gives the same questions.
 *
 * <p>They tell whether a model does worse than what answers now, not how good the answers are: a heading asks for less than a
 * person does.
 */
public final class StandingCases {
    /** Each is answered twice, and by a model on a processor in half a minute. */
    private static final int MOST = 48;

    /** Each so manieth question is one that no document answers. */
    private static final int UNANSWERABLE = 4;

    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 9;
    private static final int LEAST_TEXT = 40;

    private StandingCases() {}

    /** A heading, and where it stands. */
    private record Drawn(HeldDocument document, Passage passage, String heading) {}

    /**
     * @param today documents in force then are asked about; of these only unmarked ones
     * @return as {@code eval answers} has them; empty where no document has a heading to ask about
     */
    public static List<JsonNode> of(PassageIndex index, LocalDate today) {
        List<HeldDocument> documents = index.documents().stream()
                .filter(held -> held.inForceOn(today) && held.passages() > 0)
                .filter(held -> Clearance.UNMARKED.covers(held.header().marking()))
                .sorted(Comparator.comparing(held -> order(held.key())))
                .limit(MOST)
                .toList();
        List<List<Drawn>> byDocument =
                documents.stream().map(held -> drawn(held, index)).toList();
        var cases = new ArrayList<JsonNode>();
        for (int round = 0; cases.size() < MOST; round++) {
            int at = round;
            List<Drawn> next = byDocument.stream()
                    .filter(all -> all.size() > at)
                    .map(all -> all.get(at))
                    .toList();
            if (next.isEmpty()) break;
            for (Drawn one : next) {
                if (cases.size() >= MOST) break;
                cases.add(answerable(cases.size() + 1, one));
                if (cases.size() % UNANSWERABLE == UNANSWERABLE - 1 && cases.size() < MOST)
                    cases.add(unanswerable(cases.size() + 1, one));
            }
        }
        return List.copyOf(cases);
    }

    /** Headings that stand once in their document and have something below them, in an order that hangs on their words alone. */
    private static List<Drawn> drawn(HeldDocument held, PassageIndex index) {
        Map<String, Drawn> first = new TreeMap<>();
        Map<String, String> paths = new HashMap<>();
        for (Passage passage : index.passages(held.key())) {
            if (passage.path().isEmpty() || passage.text().length() < LEAST_TEXT) continue;
            String heading = passage.path().getLast().strip();
            int words = heading.split("\\s+").length;
            if (words < LEAST_WORDS || words > MOST_WORDS || !heading.matches("(?s).*\\p{L}{3}.*")) continue;
            String whole = String.join(" > ", passage.path());
            if (!paths.computeIfAbsent(fold(heading), h -> whole).equals(whole)) first.remove(fold(heading));
            else first.putIfAbsent(fold(heading), new Drawn(held, passage, heading));
        }
        return first.values().stream()
                .sorted(Comparator.comparing(one -> order(held.key() + " " + one.heading())))
                .collect(Collectors.toList());
    }

    private static ObjectNode answerable(int number, Drawn one) {
        boolean done = one.passage.kind() == PassageKind.STEP || one.passage.kind() == PassageKind.ISOLATION_STEP;
        ObjectNode asked = question(
                number,
                done ? "What are the steps of: " + one.heading + "?" : "What is said about " + one.heading + "?",
                one);
        asked.put("answerable", true);
        String document = one.document.header().id().value();
        var page = one.passage.place().page();
        if (page.isPresent())
            asked.putArray("expected_pages").addObject().put("source", document).put("page", page.getAsInt());
        else asked.putArray("expected_documents").add(document);
        return asked;
    }

    /** A designation that is made up, so that whatever is said of it is not of the library. */
    private static ObjectNode unanswerable(int number, Drawn one) {
        String designation = "QX" + order(one.heading).substring(0, 5).toUpperCase(Locale.ROOT) + "-9";
        return question(number, "What is the torque of the part " + designation + " in " + one.heading + "?", one)
                .put("answerable", false);
    }

    private static ObjectNode question(int number, String question, Drawn one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "drawn-" + number)
                .put("question", question)
                .put("group", group(one.document));
    }

    /** The chapter, or where none is given the kind of document. */
    private static String group(HeldDocument held) {
        List<String> ata = held.header().ata();
        if (!ata.isEmpty() && ata.getFirst().length() >= 2)
            return "ATA " + ata.getFirst().substring(0, 2);
        return held.header().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String order(String text) {
        return ContentHash.of(text).hex();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
