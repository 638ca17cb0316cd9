package flightline.eval.papers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same for programs: OSCAL 1.1.3, one component, one implementation for each of the two catalogs. */
final class ComponentDefinition {
    private static final String NAMESPACE = "urn:flightline:oscal";
    private static final String REVISION_5 =
            "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json";
    private static final String REVISION_3 =
            "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-171/rev3/json/NIST_SP800-171_rev3_catalog.json";

    private final ObjectMapper json = new ObjectMapper();
    private final ControlBook book;
    private final SourceTree tree;
    /** Title by path, of every test and page that something links to. */
    private final Map<String, String> resources = new LinkedHashMap<>();

    ComponentDefinition(ControlBook book, SourceTree tree) {
        this.book = book;
        this.tree = tree;
    }

    ObjectNode json() {
        ObjectNode root = json.createObjectNode();
        ObjectNode definition = root.putObject("component-definition");
        definition.put("uuid", StableId.of("component-definition"));
        metadata(definition.putObject("metadata"));
        component(definition.putArray("components").addObject());
        backMatter(definition.putObject("back-matter").putArray("resources"));
        return root;
    }

    private void metadata(ObjectNode metadata) {
        metadata.put("title", "Flightline: controls of NIST SP 800-53 Rev. 5 and SP 800-171 Rev. 3");
        metadata.put("last-modified", book.day() + "T00:00:00Z");
        metadata.put("version", book.day().toString());
        metadata.put("oscal-version", "1.1.3");
        metadata.putArray("roles").addObject().put("id", "operator").put("title", "Whoever runs the product");
    }

    private void component(ObjectNode component) {
        component.put("uuid", StableId.of("component"));
        component.put("type", "software");
        component.put("title", "Flightline");
        component.put(
                "description",
                "Turns aircraft maintenance documents and records into cited fault diagnosis, on the operator's own machines.");
        ArrayNode implementations = component.putArray("control-implementations");
        ObjectNode of53 = implementation(implementations.addObject(), "SP 800-53 Rev. 5", REVISION_5);
        ArrayNode controls = of53.putArray("implemented-requirements");
        for (Control one : book.controls()) control(controls.addObject(), one);
        ObjectNode of171 = implementation(implementations.addObject(), "SP 800-171 Rev. 3", REVISION_3);
        ArrayNode requirements = of171.putArray("implemented-requirements");
        for (Requirement one : book.requirements()) requirement(requirements.addObject(), one);
    }

    private static ObjectNode implementation(ObjectNode implementation, String what, String source) {
        implementation.put("uuid", StableId.of(what));
        implementation.put("source", source);
        implementation.put("description", "What the product does about " + what + ", as far as it was looked at.");
        return implementation;
    }

    private void control(ObjectNode node, Control one) {
        node.put("uuid", StableId.of(one.id()));
        node.put("control-id", one.id());
        node.put(
                "description",
                one.label() + " " + one.title() + ": " + one.verdict().words() + ".");
        verdict(node, one.verdict());
        links(node, List.of(one));
        statement(node, one.id() + "_smt", List.of(one));
    }

    private void requirement(ObjectNode node, Requirement one) {
        String rests =
                String.join(", ", one.controls().stream().map(Control::label).toList());
        node.put("uuid", StableId.of(one.id()));
        node.put("control-id", "SP_800_171_" + one.id());
        node.put("description", one.title() + ": " + one.verdict().words() + ". Rests on " + rests + " of SP 800-53.");
        ArrayNode props = verdict(node, one.verdict());
        for (String number : one.revision2()) prop(props, "revision-2-requirement", number);
        links(node, one.controls());
        statement(node, "statement_" + one.id(), one.controls());
    }

    private static ArrayNode verdict(ObjectNode node, Verdict verdict) {
        ArrayNode props = node.putArray("props");
        prop(props, "verdict", verdict.token());
        return props;
    }

    private static void prop(ArrayNode props, String name, String value) {
        props.addObject().put("name", name).put("ns", NAMESPACE).put("value", value);
    }

    private static void statement(ObjectNode node, String id, List<Control> controls) {
        ObjectNode statement = node.putArray("statements").addObject();
        statement.put("statement-id", id);
        statement.put("uuid", StableId.of(id));
        String does = said(controls, Control::does);
        statement.put("description", does.isEmpty() ? "The product does nothing about it." : does);
        String leaves = said(controls, Control::leaves);
        if (!leaves.isEmpty())
            statement
                    .putArray("responsible-roles")
                    .addObject()
                    .put("role-id", "operator")
                    .put("remarks", leaves);
        String lacks = said(controls, Control::lacks);
        if (!lacks.isEmpty()) statement.put("remarks", "Lacks: " + lacks);
    }

    /** What is said of several controls, each under its name; what is said of one, as it stands. */
    private static String said(List<Control> controls, Function<Control, String> of) {
        List<Control> saying =
                controls.stream().filter(one -> !of.apply(one).isEmpty()).toList();
        return saying.stream()
                .map(one -> controls.size() == 1 ? of.apply(one) : one.label() + ": " + of.apply(one))
                .collect(Collectors.joining(" "));
    }

    private void links(ObjectNode node, List<Control> controls) {
        // OSCAL takes one link of a kind to one resource, so the methods of a class share theirs.
        var methods = new LinkedHashMap<String, SequencedSet<String>>();
        for (Control one : controls) {
            for (TestName test : one.tests()) {
                String path =
                        tree.test(test).orElseThrow(() -> new IllegalStateException("no test is called " + test.of()));
                resources.put(path, test.of());
                SequencedSet<String> of = methods.computeIfAbsent(path, key -> new LinkedHashSet<>());
                if (!test.method().isEmpty()) of.add(test.method());
            }
            for (String page : one.pages()) {
                resources.put(page, page);
                methods.computeIfAbsent(page, key -> new LinkedHashSet<>());
            }
        }
        if (methods.isEmpty()) return;
        ArrayNode links = node.putArray("links");
        methods.forEach((path, of) -> {
            ObjectNode link =
                    links.addObject().put("href", "#" + StableId.of(path)).put("rel", "reference");
            if (!of.isEmpty()) link.put("text", String.join(", ", of));
        });
    }

    private void backMatter(ArrayNode all) {
        resources.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(one -> {
                    ObjectNode resource = all.addObject();
                    resource.put("uuid", StableId.of(one.getKey()));
                    resource.put("title", one.getValue());
                    resource.putArray("rlinks").addObject().put("href", "../../" + one.getKey());
                });
    }
}
