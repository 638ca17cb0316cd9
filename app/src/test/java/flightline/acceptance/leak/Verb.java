package flightline.acceptance.leak;

import flightline.acceptance.leak.Item.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way to ask for something.
 *
 * @param tells whether it says something marked to one who may see everything
 * @param shows of these kinds, all that somebody may see must come
 */
record Verb(String name, boolean tells, Set<Kind> shows, Asking asking) {
    private static final String QUESTION = "What must be done if the hydraulic pump pressure is low?";

    interface Asking {
        String said(Stage stage) throws IOException;
    }

    private static Verb telling(String name, Asking asking, Kind... shows) {
        return new Verb(name, true, Set.of(shows), asking);
    }

    /** One that is refused, or answered without a word of what is held. */
    private static Verb quiet(String name, Asking asking) {
        return new Verb(name, false, Set.of(), asking);
    }

    static List<Verb> all() {
        return List.of(
                telling(
                        "search --explain --json",
                        s -> s.said("search", MarkedLibrary.COMPLAINT, "--explain", "--json", "--top", "100"),
                        Kind.MANUAL),
                telling("search", s -> s.said("search", MarkedLibrary.COMPLAINT, "--explain")),
                telling(
                        "search --all-revisions",
                        s -> s.said(
                                "search",
                                MarkedLibrary.COMPLAINT,
                                "--all-revisions",
                                "--top",
                                "100",
                                "--filter",
                                "library=main")),
                telling("ask", s -> s.both("ask", QUESTION)),
                telling(
                        "diagnose",
                        s -> s.both("diagnose", MarkedLibrary.COMPLAINT, "--aircraft", MarkedLibrary.AIRCRAFT)),
                telling("diagnose --begin", s -> s.said("diagnose", MarkedLibrary.COMPLAINT, "--begin", "--json")),
                quiet("diagnose --sessions", s -> s.both("diagnose", "--sessions")),
                telling("diagnose --session", s -> s.both("diagnose", "--session", s.session())),
                quiet(
                        "diagnose --session --hand-over",
                        s -> s.said("diagnose", "--session", s.session(), "--hand-over", "see to it", "--json")),
                quiet(
                        "diagnose --session --answer",
                        s -> s.said(
                                "diagnose",
                                "--session",
                                s.session(),
                                "--answer",
                                "{\"check\": \"k99\", \"result\": \"pass\"}")),
                telling(
                        "ask --session, carried on",
                        s -> s.said("ask", "and what torque?", "--session", "d1", "--json")),
                telling("ask --session", s -> s.both("ask", "--session", "d1")),
                telling("ask --session --export", s -> s.said("ask", "--session", "d1", "--export", "--json")),
                quiet("ask --sessions", s -> s.both("ask", "--sessions")),
                telling("show c1", Verb::showPassage),
                telling("show r1", Verb::showRecord),
                telling("library diff --quoted", Verb::quoted),
                telling("show", s -> typed(s.hidden(Kind.BOOK).id(), s, "show")),
                telling("show, a place", s -> typed(s.hidden(Kind.BOOK).id() + "@2#0-5", s, "show")),
                telling("show, a directive", s -> typed(s.hidden(Kind.DIRECTIVE).id(), s, "show")),
                telling("library", s -> s.said("library")),
                telling(
                        "library --json",
                        s -> s.said("library", "--json"),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE,
                        Kind.PROCEDURE,
                        Kind.WAITING),
                telling("library directives", s -> s.both("library", "directives", "--status", "all"), Kind.DIRECTIVE),
                quiet("library references", s -> s.both("library", "references")),
                quiet("library references ID", s -> typed(s.hidden(Kind.BOOK).id(), s, "library", "references")),
                telling("library quarantine", s -> s.both("library", "quarantine"), Kind.WAITING),
                telling("library diff", s -> typed(s.hidden(Kind.BOOK).id(), s, "library", "diff")),
                telling("library export", Verb::export, Kind.MANUAL, Kind.BOOK, Kind.DIRECTIVE, Kind.PROCEDURE),
                quiet("library remove", Verb::remove),
                quiet("library approve", Verb::approve),
                telling("runs", s -> s.both("runs", "100"), Kind.MANUAL, Kind.BOOK, Kind.DIRECTIVE),
                quiet("check", s -> s.both("check")),
                quiet("model list", s -> s.both("model", "list")),
                quiet("audit show", s -> s.both("audit", "show")),
                quiet("audit export", s -> s.said("audit", "export")),
                quiet("policy explain", s -> s.both("policy", "explain", "A-000070")),
                quiet("policy replay", s -> s.both("policy", "replay")),
                quiet("eval repeats", s -> details(s, "repeats", "")),
                quiet(
                        "eval answers",
                        s -> details(
                                s,
                                "answers",
                                "{\"id\": \"1\", \"question\": \"" + QUESTION
                                        + "\", \"must_contain\": \"filter\", \"answerable\": true}")),
                quiet(
                        "eval systems",
                        s -> details(
                                s,
                                "systems",
                                "{\"id\": \"1\", \"narrative\": \"" + MarkedLibrary.COMPLAINT
                                        + "\", \"ata_chapter\": \"29\", \"jasc\": \"2911\"}")),
                quiet("ingest of bytes that are held", Verb::bytesAgain));
    }

    /** Of one who may see everything, and has the same name, what the last answer cites is shown to this one. */
    private static String showPassage(Stage stage) {
        stage.run(stage.everything(), "search", MarkedLibrary.COMPLAINT, "--json");
        return stage.both("show", "c1") + stage.both("show", "c2");
    }

    private static String showRecord(Stage stage) {
        var answer = stage.run(stage.everything(), "diagnose", MarkedLibrary.COMPLAINT, "--json")
                .json();
        var said = new StringBuilder();
        for (var citation : answer.path("citations")) {
            String id = citation.path("id").asText();
            if (id.startsWith("r") && said.length() < 1000) said.append(stage.said("show", id));
        }
        return said.toString();
    }

    private static String quoted(Stage stage) {
        String id = stage.hidden(Kind.BOOK).id();
        stage.run(stage.everything(), "search", MarkedLibrary.COMPLAINT, "--json", "--filter", "document=" + id);
        return typed(id, stage, "library", "diff", "--quoted");
    }

    private static String typed(String id, Stage stage, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add(Math.min(2, words.length), id);
        return stage.besides(id, stage.both(all.toArray(String[]::new)));
    }

    private static String export(Stage stage) throws IOException {
        Path target = Files.createTempDirectory(stage.library().folder(), "export");
        return stage.said("library", "export", target.toString()) + Stage.files(target);
    }

    /** Only what this one may not see: it must stay. */
    private static String remove(Stage stage) {
        Item item = stage.hidden(Kind.MANUAL);
        if (item.mark().shownTo(stage.who())) return "";
        return stage.besides(item.id(), stage.said("library", "remove", item.id()));
    }

    private static String approve(Stage stage) {
        Item item = stage.hidden(Kind.WAITING);
        if (item.mark().shownTo(stage.who())) return "";
        return stage.besides(item.id(), stage.said("library", "approve", item.id(), "--reason", "looked at"))
                + stage.besides(item.id(), stage.said("library", "reject", item.id(), "--reason", "looked at"));
    }

    private static String details(Stage stage, String task, String cases) throws IOException {
        Path details = Files.createTempFile(stage.library().folder(), "details", ".jsonl");
        var words = new ArrayList<>(List.of("eval", task, "--details", details.toString()));
        if (!cases.isEmpty())
            words.addAll(List.of(
                    "--cases", stage.library().write(task + ".jsonl", cases).toString()));
        return stage.said(words.toArray(String[]::new)) + Files.readString(details);
    }

    /** Whoever has a file that is held already learns nothing of the one that is: not its name, not its place. */
    private static String bytesAgain(Stage stage) throws IOException {
        Item item = stage.hidden(Kind.MANUAL);
        if (item.mark().shownTo(stage.who())) return "";
        Path held = stage.library().folder().resolve(item.id());
        Path copy = Files.copy(
                held,
                Files.createTempDirectory(stage.library().folder(), "copy").resolve("copy.md"));
        return stage.both("ingest", copy.toString());
    }
}
