package flightline.acceptance.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.acceptance.leak.Item.Kind;
import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is answered as they would be by a library into which what they may not see was never put. */
final class ExistenceTest {
    private static final Set<Mark> MARKS =
            Set.of(Mark.NONE, Mark.RESTRICTED, Mark.SECRET, Mark.TO_GB, Mark.CUI_CTI, Mark.GROUP_A);

    private static final Set<Kind> KINDS = Set.of(Kind.MANUAL, Kind.BOOK, Kind.RECORD);
    /** Sums are made in another order where something is hidden. */
    private static final double ROUNDING = 0.001;

    @TempDir
    private Path temp;

    @Test
    void answers_areThoseOfALibraryWithoutWhatIsHidden() throws IOException {
        Predicate<Item> small = item -> MARKS.contains(item.mark()) && KINDS.contains(item.kind());
        var differences = new ArrayList<String>();
        Stage whole = stage("whole", small, Who.EVERYTHING);
        for (Who who :
                List.of(Who.NOTHING, new Who(1, Set.of(), "GB", "GBR", Set.of("Alpha"), List.of("technician")))) {
            Stage without =
                    stage("rung" + who.rung(), small.and(item -> item.mark().shownTo(who)), who);
            String hidden = without.library().items().stream()
                    .filter(item -> small.test(item) && !item.mark().shownTo(who))
                    .map(Item::canary)
                    .findFirst()
                    .orElseThrow();
            for (String[] words : List.of(
                    new String[] {"search", MarkedLibrary.COMPLAINT, "--explain", "--top", "50"},
                    new String[] {"search", "filter blocked " + hidden, "--explain", "--top", "50"},
                    new String[] {"search", "bleed the pump", "--all-revisions"},
                    new String[] {"ask", "Which torque has the nut of the hydraulic pump filter?"},
                    new String[] {"ask", "What is the " + hidden + " filter of the hydraulic pump?"},
                    new String[] {"diagnose", MarkedLibrary.COMPLAINT, "--aircraft", MarkedLibrary.AIRCRAFT},
                    new String[] {"diagnose", hidden + " filter blocked", "--aircraft", "QQ-" + hidden},
                    new String[] {"library"})) {
                JsonNode one = answer(whole.with(who), words);
                JsonNode other = answer(without.with(who), words);
                compare(one, other, String.join(" ", words) + " by " + who, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private Stage stage(String name, Predicate<Item> which, Who who) throws IOException {
        var terminal = new Terminal(temp.resolve(name), new HashingEmbedder());
        var library = new MarkedLibrary(Files.createDirectory(temp.resolve("in-" + name))).fill(terminal, which);
        return new Stage(terminal, library, temp, "", who, temp);
    }

    private static JsonNode answer(Stage stage, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        JsonNode answer = stage.run(all.toArray(String[]::new)).json();
        if (answer instanceof ObjectNode node) node.remove(List.of("audit", "millis"));
        return answer;
    }

    private static void compare(JsonNode one, JsonNode other, String at, List<String> differences) {
        if (one.isNumber() && other.isNumber()) {
            if (Math.abs(one.asDouble() - other.asDouble()) > ROUNDING)
                differences.add(at + ": " + one + " instead of " + other);
        } else if (one.isObject() && other.isObject()) {
            var names = new TreeSet<String>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) compare(one.path(name), other.path(name), at + "/" + name, differences);
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) compare(one.get(i), other.get(i), at + "/" + i, differences);
        } else if (!one.equals(other)) differences.add(at + ": " + one + " instead of " + other);
    }
}
