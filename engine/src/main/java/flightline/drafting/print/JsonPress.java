package flightline.drafting.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Citation;
import flightline.drafting.Line;
import flightline.drafting.Paper;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A paper as JSON: each piece of text with how it is known, citations in the shape of the answers. */
final class JsonPress {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Paper paper;
    private final Map<Citation, String> numbers = new LinkedHashMap<>();

    private JsonPress(Paper paper) {
        this.paper = paper;
    }

    static byte[] print(Paper paper) {
        return (new JsonPress(paper).node().toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode node() {
        ObjectNode node = JSON.objectNode();
        node.put("kind", paper.kind().word());
        node.put("title", paper.kind().title());
        node.put("marking", paper.marking().label());
        node.put("drafted", paper.drafted());
        node.put("advises", Paper.ADVISES);
        ArrayNode facts = node.putArray("facts");
        paper.facts().forEach(line -> line(facts.addObject(), line));
        ArrayNode notices = node.putArray("notices");
        paper.notices().forEach(line -> line(notices.addObject(), line));
        ArrayNode sections = node.putArray("sections");
        for (Section section : paper.sections()) {
            ObjectNode one = sections.addObject();
            one.put("heading", Page.joined(section.heading()));
            ArrayNode lines = one.putArray("lines");
            section.lines().forEach(line -> line(lines.addObject(), line));
        }
        ArrayNode citations = node.putArray("citations");
        numbers.forEach((citation, id) -> citations.add(CitationNode.of(id, citation)));
        return node;
    }

    private void line(ObjectNode node, Line line) {
        switch (line) {
            case Line.Remark(var boxed, var words) -> {
                node.put("type", boxed ? "notice" : "text");
                words(node.putArray("words"), words);
            }
            case Line.Field(var label, var words) -> {
                node.put("type", "field").put("label", label).put("filled", !words.isEmpty());
                words(node.putArray("words"), words);
            }
            case Line.Subheading(var text) -> {
                node.put("type", "heading");
                words(node.putArray("words"), List.of(text));
            }
            case Line.Danger(var kind, var text) -> {
                node.put("type", kind.name().toLowerCase(Locale.ROOT));
                words(node.putArray("words"), List.of(text));
            }
            case Line.Step(var number, var depth, var text, var holds, var done) -> {
                node.put("type", "step")
                        .put("number", number)
                        .put("depth", depth)
                        .put("toSign", done);
                holds.ifPresent(hold -> node.putObject("holds")
                        .put("verdict", hold.verdict().name().toLowerCase(Locale.ROOT))
                        .put("words", hold.words().text()));
                words(node.putArray("words"), List.of(text));
            }
            case Line.Item(var depth, var words) -> {
                node.put("type", "item").put("depth", depth);
                words(node.putArray("words"), words);
            }
            case Line.Grid(var header, var rows) -> {
                node.put("type", "table");
                ArrayNode names = node.putArray("header");
                header.forEach(name -> names.add(name.text()));
                ArrayNode all = node.putArray("rows");
                for (List<List<Words>> row : rows) {
                    ArrayNode cells = all.addArray();
                    for (List<Words> cell : row) words(cells.addArray(), cell);
                }
            }
            case Line.SignOff(var labels) -> {
                node.put("type", "sign-off");
                ArrayNode names = node.putArray("labels");
                labels.forEach(names::add);
            }
        }
    }

    private void words(ArrayNode array, List<Words> all) {
        for (Words words : all) {
            ObjectNode node = array.addObject().put("text", words.text());
            switch (words) {
                case Words.Ours ours -> node.put("known", "ours");
                case Words.Counted counted -> node.put("known", "counted");
                case Words.Given given -> node.put("known", "given");
                case Words.Catalogued(var text, var key) ->
                    node.put("known", "catalogue").put("document", key);
                case Words.Recorded(var text, var record) ->
                    node.put("known", "record").put("record", record.value());
                case Words.Quoted(var text, var citation) ->
                    node.put("known", "quoted").put("citation", number(citation));
                case Words.Reckoned(var how, var from) -> {
                    node.put("known", "reckoned");
                    words(node.putArray("from"), from);
                }
            }
        }
    }

    private String number(Citation citation) {
        return numbers.computeIfAbsent(citation, one -> "c" + (numbers.size() + 1));
    }
}
