package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Place;
import flightline.diff.Change;
import flightline.diff.WordEdit;
import flightline.flow.DiffFlow;
import java.util.Locale;
import java.util.Optional;

/** What changed between two revisions, in the contract's shape. */
public final class DiffJson {
    private DiffJson() {}

    public static ObjectNode of(DiffFlow.Outcome.Compared compared) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("document", compared.from().header().id().value());
        node.put("from", compared.name(compared.from()));
        node.put("to", compared.name(compared.to()));
        ArrayNode changes = node.putArray("changes");
        compared.diff().changes().forEach(c -> changes.add(change(c)));
        ObjectNode counts = node.putObject("counts");
        compared.diff().counts().forEach((kind, count) -> counts.put(lower(kind), count));
        node.put("renumbered", compared.diff().renumbered());
        ArrayNode quoted = node.putArray("quoted");
        for (DiffFlow.Touched touched : compared.quotes()) {
            ObjectNode one = quoted.addObject();
            one.put("id", touched.quote().id());
            one.put("revision", touched.quote().revision());
            one.put("quote", touched.quote().text());
            one.put("changed", !touched.changes().isEmpty());
            ArrayNode through = one.putArray("changes");
            touched.changes().forEach(c -> through.add(change(c)));
        }
        return node;
    }

    private static ObjectNode change(Change change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", lower(change.kind()));
        node.put("block", change.block());
        node.put("rank", lower(change.rank()));
        change.safety().ifPresentOrElse(s -> node.put("safety", lower(s)), () -> node.putNull("safety"));
        text(node, "before", change.before());
        text(node, "after", change.after());
        node.put("number", change.side().number());
        AnswerJson.strings(node.putArray("path"), change.side().path());
        change.before().ifPresent(before -> AnswerJson.strings(node.putArray("pathBefore"), before.path()));
        page(node, "page", change.side().place());
        change.before().ifPresent(before -> page(node, "pageBefore", before.place()));
        effectivity(node, "effectivityBefore", change.before());
        effectivity(node, "effectivityAfter", change.after());
        ArrayNode words = node.putArray("words");
        for (WordEdit edit : change.words())
            words.addObject().put("fate", lower(edit.fate())).put("text", edit.text());
        return node;
    }

    private static void text(ObjectNode node, String name, Optional<Change.Side> side) {
        side.ifPresentOrElse(s -> node.put(name, s.text()), () -> node.putNull(name));
    }

    private static void effectivity(ObjectNode node, String name, Optional<Change.Side> side) {
        side.ifPresentOrElse(s -> node.put(name, s.effectivity()), () -> node.putNull(name));
    }

    private static void page(ObjectNode node, String name, Place place) {
        place.page().ifPresentOrElse(p -> node.put(name, p), () -> node.putNull(name));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
