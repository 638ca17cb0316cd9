package flightline.eval.papers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of controls, read from its one source.
 *
 * @param day          when it was last gone over
 * @param introduction paragraphs before the tables
 * @param families     name of each family by its two letters, in the order of the source
 */
public record ControlBook(
        LocalDate day,
        String introduction,
        Map<String, String> families,
        List<Control> controls,
        List<Requirement> requirements) {
    private static final Set<String> KEYS =
            Set.of("id", "title", "verdict", "does", "lacks", "leaves", "tests", "pages", "code");

    /** Reads and checks the source; what is wrong is named with its control. */
    public static ControlBook read(Path file) throws IOException {
        JsonNode all = YAMLMapper.builder().build().readTree(Files.readAllBytes(file));
        var families = new LinkedHashMap<String, String>();
        all.required("families")
                .properties()
                .forEach(one -> families.put(one.getKey(), one.getValue().asText()));
        var byId = new LinkedHashMap<String, Control>();
        for (JsonNode one : all.required("controls")) {
            Control control = control(one);
            if (!families.containsKey(control.family()))
                throw new IllegalArgumentException(control.id() + " is of no family that is named");
            if (byId.put(control.id(), control) != null)
                throw new IllegalArgumentException(control.id() + " stands twice");
        }
        var requirements = new LinkedHashMap<String, Requirement>();
        for (JsonNode one : all.required("requirements")) {
            Requirement requirement = requirement(one, byId);
            if (requirements.put(requirement.id(), requirement) != null)
                throw new IllegalArgumentException(requirement.id() + " stands twice");
        }
        return new ControlBook(
                LocalDate.parse(all.required("day").asText()),
                all.required("introduction").asText().strip(),
                families,
                List.copyOf(byId.values()),
                List.copyOf(requirements.values()));
    }

    private static Control control(JsonNode one) {
        String id = one.path("id").asText();
        one.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) throw new IllegalArgumentException(id + " has an unknown key " + key);
        });
        return new Control(
                id,
                one.path("title").asText(),
                verdict(id, one.path("verdict").asText()),
                one.path("does").asText().strip(),
                one.path("lacks").asText().strip(),
                one.path("leaves").asText().strip(),
                texts(one.path("tests")).stream().map(TestName::parse).toList(),
                texts(one.path("pages")),
                texts(one.path("code")));
    }

    private static Requirement requirement(JsonNode one, Map<String, Control> byId) {
        String id = one.path("id").asText();
        var controls = new ArrayList<Control>();
        for (String name : texts(one.path("controls"))) {
            Control control = byId.get(name);
            if (control == null)
                throw new IllegalArgumentException(id + " rests on " + name + ", which is not looked at");
            controls.add(control);
        }
        return new Requirement(id, one.path("title").asText(), texts(one.path("revision2")), controls);
    }

    private static Verdict verdict(String id, String word) {
        return switch (word) {
            case "met" -> Verdict.MET;
            case "part" -> Verdict.PART;
            case "not" -> Verdict.NOT;
            case "operator" -> Verdict.OPERATOR;
            default ->
                throw new IllegalArgumentException(
                        id + ": verdict must be met, part, not or operator, got '" + word + "'");
        };
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (JsonNode one : list) texts.add(one.asText());
        return List.copyOf(texts);
    }
}
