package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.flow.Early;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells an answer part by part, in the order in which it is read: warnings, what came back on this aircraft, systems and
 * causes, checks, what the documents say, where they differ, what happened before. Where a model writes, all but its own statements is told before it has begun, and these as
 * they stand; else all of it as soon as it is verified. Either way the entry of the log is on the disk before the first
 * word, for a flow shows nothing before. A part with nothing in it is left out.
 */
final class Parts implements Early {
    static final String WARNINGS = "warnings";
    static final String REPEATS = "repeats";
    static final String CAUSES = "causes";
    static final String CHECKS = "checks";
    static final String EXTRACTS = "extracts";
    static final String STATEMENT = "statement";
    static final String CONFLICTS = "conflicts";
    static final String PRECEDENTS = "precedents";
    private static final String STATEMENTS = "statements";
    private static final String CITATIONS = "citations";

    private final Telling telling;
    private boolean told;

    /** Who is told of a part. */
    interface Telling {
        /** @param part the answer's own members that belong to it, with the citations that they point to */
        void part(String name, ObjectNode part);
    }

    Parts(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void sees(Sight sight) {
        switch (sight) {
            case Sight.Extracts(var brief) -> {
                told = true;
                ObjectNode whole = AnswerJson.extracts(brief);
                before(whole);
                telling.part(EXTRACTS, AnswerJson.early(brief));
                after(whole);
            }
            case Sight.Written(var brief) -> telling.part(STATEMENT, AnswerJson.early(brief));
        }
    }

    /** Tells what was not told while the answer came into being; of an answer that concludes nothing there are no parts. */
    void rest(JsonNode answer) {
        if (told || !answer.path("outcome").asText().equals("brief")) return;
        before(answer);
        for (JsonNode statement : answer.path(STATEMENTS)) {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            part.putArray(WARNINGS);
            part.putArray(STATEMENTS).add(statement);
            telling.part(STATEMENT, cited(part, answer));
        }
        after(answer);
    }

    private void before(JsonNode answer) {
        part(WARNINGS, answer, List.of(WARNINGS));
        part(REPEATS, answer, List.of(REPEATS, "repeatsNote"));
        part(CAUSES, answer, List.of("systems", "systemSet", "causes"));
        part(CHECKS, answer, List.of(CHECKS));
    }

    private void after(JsonNode answer) {
        part(CONFLICTS, answer, List.of(CONFLICTS));
        part(PRECEDENTS, answer, List.of(PRECEDENTS));
    }

    private void part(String name, JsonNode answer, List<String> members) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        boolean any = false;
        for (String member : members) {
            JsonNode value = answer.path(member);
            if (value.isMissingNode()) continue;
            any |= value.isArray() && !value.isEmpty();
            part.set(member, value);
        }
        if (any) telling.part(name, cited(part, answer));
    }

    /** With those citations of the answer that the part names anywhere. */
    private static ObjectNode cited(ObjectNode part, JsonNode answer) {
        var named = new HashSet<String>();
        words(part, named);
        ArrayNode citations = JsonNodeFactory.instance.arrayNode();
        for (JsonNode one : answer.path(CITATIONS))
            if (named.contains(one.path("id").asText())) citations.add(one);
        part.set(CITATIONS, citations);
        return part;
    }

    private static void words(JsonNode node, Set<String> into) {
        if (node.isTextual()) into.add(node.asText());
        for (JsonNode one : node) words(one, into);
    }
}
