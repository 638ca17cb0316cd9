package flightline.acceptance.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.acceptance.leak.Item.Kind;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.app.http.OpenHouse;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** No word of what somebody may not see reaches them, whatever they ask and however; and what they may see, they do. */
@TestInstance(Lifecycle.PER_CLASS)
final class LeakTest {
    private static final int CREW = 200;
    private static final String UNKNOWN = "qxaaaaaaz";

    private final List<Who> crew = new ArrayList<>();
    private Stage stage = new Stage(
            new Terminal(Path.of("unused"), new HashingEmbedder()),
            new MarkedLibrary(Path.of("unused")),
            Path.of("unused"),
            "",
            Who.NOTHING,
            Path.of("unused"));

    @BeforeAll
    void fill(@TempDir Path temp) throws IOException {
        var random = new Random(200);
        crew.add(Who.NOTHING);
        while (crew.size() < CREW) crew.add(Who.drawn(random));
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        var library = new MarkedLibrary(Files.createDirectory(temp.resolve("in"))).fill(terminal, item -> true);
        Path everything = library.write("everything.json", Who.EVERYTHING.json().toString());
        stage = new Stage(terminal, library, everything, "", Who.EVERYTHING, everything);
        String session = stage.run("diagnose", MarkedLibrary.COMPLAINT, "--begin", "--json")
                .json()
                .path("session")
                .path("id")
                .asText();
        assertThat(stage.run("ask", "How do I replace the filter of the hydraulic pump?", "--session", "d1")
                        .code())
                .isZero();
        stage = new Stage(terminal, library, everything, session, Who.EVERYTHING, everything);
    }

    /** Every verb as one who may see everything: were it to answer somebody else in this way, it would be noticed. */
    @Test
    void everyVerb_tellsTheCleared_andWouldBeCaughtWithoutItsFilter() throws IOException {
        var blind = new ArrayList<String>();
        var lacking = new ArrayList<String>();
        for (Verb verb : Verb.all()) {
            String said = verb.asking().said(stage);
            if (verb.tells() && leaked(said, Who.NOTHING).isEmpty()) blind.add(verb.name() + ": " + said);
            lacking.addAll(lacking(verb.name(), verb.shows(), said, Who.EVERYTHING));
        }
        assertThat(blind)
                .as("verbs that tell even the cleared nothing, so that this test would see no leak")
                .isEmpty();
        assertThat(lacking).isEmpty();
    }

    @Test
    void everyVerb_tellsNobodyWhatTheyMayNotSee() throws IOException {
        List<Verb> verbs = Verb.all();
        var leaks = new ArrayList<String>();
        for (int i = 0; i < 3 * verbs.size(); i++) {
            Who who = crew.get(i);
            Verb verb = verbs.get(i % verbs.size());
            String said = verb.asking().said(stage.with(who));
            Set<String> leaked = leaked(said, who);
            if (!leaked.isEmpty()) leaks.add(verb.name() + " to " + who + ": " + leaked);
            if (!turnedAway(said)) leaks.addAll(lacking(verb.name(), verb.shows(), said, who));
        }
        assertThat(leaks).isEmpty();
        assertThat(stage.library().of(Kind.MANUAL).stream().map(Item::canary))
                .as("removed by one who may not see it")
                .allMatch(MarkedLibrary.canaries(stage.said("library", "--json"))::contains);
    }

    /** By the role, which is told before anything is looked up. */
    private static boolean turnedAway(String said) {
        return said.contains("' is for ");
    }

    @Test
    void batch_ofTheWholeCrew_tellsEachTheirOwn() throws IOException {
        for (String verb : List.of("search", "ask", "diagnose")) {
            var requests = new ArrayList<String>();
            for (int i = 0; i < crew.size(); i++)
                requests.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Integer.toString(i))
                        .put("text", MarkedLibrary.COMPLAINT)
                        .put("top", verb.equals("search") ? 100 : 5)
                        .put("aircraft", verb.equals("diagnose") ? MarkedLibrary.AIRCRAFT : "")
                        .set("as", crew.get(i).json())
                        .toString());
            List<JsonNode> answers = batch(verb, requests);
            assertThat(answers).hasSize(CREW);
            for (int i = 0; i < crew.size(); i++) {
                assertThat(leaked(answers.get(i).toString(), crew.get(i)))
                        .as(verb + " to " + crew.get(i))
                        .isEmpty();
                if (verb.equals("search"))
                    assertThat(lacking(verb, Set.of(Kind.MANUAL), answers.get(i).toString(), crew.get(i)))
                            .isEmpty();
            }
        }
    }

    @Test
    void records_areFoundByTheClearedAlone() throws IOException {
        List<Item> records = stage.library().of(Kind.RECORD);
        var asked = new ArrayList<Who>();
        var requests = new ArrayList<String>();
        for (int i = 0; i < records.size(); i++)
            for (Who who : List.of(Who.EVERYTHING, crew.get(i + 1))) {
                asked.add(who);
                requests.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Integer.toString(i))
                        .put("complaint", stage.library().asking(records.get(i)))
                        .set("as", who.json())
                        .toString());
            }
        List<JsonNode> answers = batch("diagnose", requests);
        int shown = 0;
        for (int i = 0; i < answers.size(); i++) {
            Item record = records.get(i / 2);
            String answer = answers.get(i).toString();
            boolean may = record.mark().shownTo(asked.get(i));
            assertThat(MarkedLibrary.canaries(answer).contains(record.canary()))
                    .as(record + " to " + asked.get(i))
                    .isEqualTo(may);
            if (may) shown++;
        }
        assertThat(shown).isBetween(records.size() + 5, answers.size() - 5);
    }

    /** Each endpoint, each page, each tool: to one who may see everything, and to many who may not, all by one name. */
    @Test
    void everyPlace_tellsTheCleared_andNobodyElse() throws Exception {
        List<Door> doors = Door.all();
        var wrong = new ArrayList<String>();
        try (var house = new OpenHouse(stage.terminal(), Who.NAME, Who.EVERYTHING.json())) {
            Visitor rich = visitor(house);
            assertThat(doors.stream().map(Door::place).collect(Collectors.toSet()))
                    .as("each place there is, but where one signs in and how the page looks")
                    .isEqualTo(house.places());
            for (Door door : doors) {
                String said = door.asking().said(rich);
                if (door.tells() && leaked(said, Who.NOTHING).isEmpty())
                    wrong.add(door.place() + " tells even the cleared nothing: " + said);
                wrong.addAll(lacking(door.place(), door.shows(), said, Who.EVERYTHING));
            }
            for (int i = 0; i < 2 * doors.size(); i++) {
                Who who = crew.get(i % CREW);
                Door door = doors.get(i % doors.size());
                String said = door.asking().said(rich.with(who));
                Set<String> leaked = leaked(said, who);
                if (!leaked.isEmpty()) wrong.add(door.place() + " to " + who + ": " + leaked + " in " + said);
                if (!turnedAway(said)) wrong.addAll(lacking(door.place(), door.shows(), said, who));
            }
            assertThat(house.faults()).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private Visitor visitor(OpenHouse house) throws IOException {
        var rich = new Visitor(house, stage.library(), stage.session(), "", Who.EVERYTHING);
        Item secret = stage.library().of(Kind.MANUAL).getLast();
        String text = Files.readString(stage.library().folder().resolve(secret.id()));
        String job = rich.file("/api/v1/ingest?dry-run=true&name=" + secret.canary() + ".md", text)
                .json()
                .path("id")
                .asText();
        while (rich.get("/api/v1/jobs/" + job).json().path("ended").isNull()) Thread.onSpinWait();
        return new Visitor(house, stage.library(), stage.session(), job, Who.EVERYTHING);
    }

    /** What is hidden and what is not held at all give the same status, head and words. */
    @Test
    void hidden_isLikeNotHeld_alsoForPrograms() throws Exception {
        Who lowly = new Who(0, Set.of(), "FR", "FRA", Set.of(), List.of("librarian", "technician"));
        try (var house = new OpenHouse(stage.terminal(), Who.NAME, lowly.json())) {
            Visitor visitor = new Visitor(house, stage.library(), stage.session(), "", lowly);
            var differences = new ArrayList<String>();
            for (Kind kind : List.of(Kind.BOOK, Kind.MANUAL, Kind.RECORD)) {
                Item item = visitor.hidden(kind);
                String other = item.id()
                        .replace(item.canary(), UNKNOWN)
                        .replace(item.canary().toUpperCase(Locale.ROOT), UNKNOWN.toUpperCase(Locale.ROOT));
                for (var asking : Namings.all()) {
                    String hidden = asking.apply(visitor, item.id())
                            .replace(item.canary(), UNKNOWN)
                            .replace(item.canary().toUpperCase(Locale.ROOT), UNKNOWN.toUpperCase(Locale.ROOT));
                    String unknown = asking.apply(visitor, other);
                    if (!plain(hidden).equals(plain(unknown)))
                        differences.add(plain(hidden) + " instead of " + plain(unknown));
                }
            }
            assertThat(differences).isEmpty();
        }
    }

    /** What is hidden and what is not held at all give the same words and the same exit code. */
    @Test
    void hidden_isLikeNotHeld() throws IOException {
        Stage lowly = stage.with(new Who(0, Set.of(), "FR", "FRA", Set.of(), List.of("librarian", "technician")));
        for (Kind kind : List.of(Kind.BOOK, Kind.WAITING)) {
            Item item = lowly.hidden(kind);
            String other = item.id().toLowerCase(Locale.ROOT).contains(item.canary())
                    ? item.id()
                            .replace(item.canary(), UNKNOWN)
                            .replace(item.canary().toUpperCase(Locale.ROOT), UNKNOWN.toUpperCase(Locale.ROOT))
                    : "DMC-LT46-A-32-31-00-99A-420A-A";
            for (List<String> verb : List.of(
                    List.of("show", "ID"),
                    List.of("show", "ID@1#0-5"),
                    List.of("show", "--record", "ID"),
                    List.of("library", "diff", "ID"),
                    List.of("library", "diff", "ID", "1", "2"),
                    List.of("library", "references", "ID"),
                    List.of("library", "remove", "ID"),
                    List.of("library", "approve", "ID", "--reason", "seen"),
                    List.of("library", "reject", "ID", "--reason", "seen"),
                    List.of("search", "pump", "--filter", "document=ID", "--json"))) {
                Said hidden = lowly.run(typed(verb, item.id()));
                Said unknown = lowly.run(typed(verb, other));
                assertThat(hidden.code()).as(verb.toString()).isEqualTo(unknown.code());
                assertThat(plain(hidden).replace(item.id(), other))
                        .as(verb.toString())
                        .isEqualTo(plain(unknown));
            }
        }
        assertThat(lowly.run("diagnose", "--session", stage.session()).err().replace(stage.session(), "s20260701-99"))
                .isEqualTo(lowly.run("diagnose", "--session", "s20260701-99").err());
        assertThat(lowly.run("ask", "--session", "d1").err().replace("d1", "d9"))
                .isEqualTo(lowly.run("ask", "--session", "d9").err());
    }

    private static String[] typed(List<String> verb, String id) {
        return verb.stream().map(word -> word.replace("ID", id)).toArray(String[]::new);
    }

    private static String plain(Said said) {
        return plain(said.out() + said.err());
    }

    /** But for what each answer has of its own. */
    private static String plain(String said) {
        return said.replaceAll("(?i)date=\\[[^]]*]", "")
                .replaceAll("(?i)content-length=\\[[^]]*]", "")
                .replaceAll("\"(id|audit)\" ?: ?\"[^\"]*\"", "")
                .replaceAll("\"millis\" ?: ?(\\{[^}]*}|[0-9.]+)", "")
                .replaceAll("A-\\d{6}", "A")
                .replaceAll("(?s)\"millis\" : (\\{[^}]*}|[0-9.]+)", "");
    }

    private List<JsonNode> batch(String verb, List<String> requests) throws IOException {
        Path file = stage.library().write(verb + "-batch.jsonl", String.join("\n", requests));
        Said said = stage.run(verb, "--batch", file.toString(), "--json");
        assertThat(said.code()).as(said.err()).isZero();
        return said.jsonLines();
    }

    /** Words in what was said that this one may not see. */
    private Set<String> leaked(String said, Who who) {
        var found = new HashSet<>(MarkedLibrary.canaries(said));
        found.removeAll(stage.library().shownTo(who));
        return found;
    }

    /** What of these kinds this one may see and was not told. */
    private List<String> lacking(String verb, Set<Kind> kinds, String said, Who who) {
        Set<String> found = MarkedLibrary.canaries(said);
        return stage.library().items().stream()
                .filter(item -> kinds.contains(item.kind()) && item.mark().shownTo(who))
                .filter(item -> !found.contains(item.canary()))
                .map(item -> verb + " lacks " + item + " for " + who)
                .toList();
    }
}
