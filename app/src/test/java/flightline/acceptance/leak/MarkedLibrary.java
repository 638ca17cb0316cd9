package flightline.acceptance.leak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.acceptance.Papers;
import flightline.acceptance.leak.Item.Kind;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A library in which everything carries a word of its own: in its text, its title, its headings, the parts that it names, its
 * identity and the name of its file. For every marking there is everything.
 */
final class MarkedLibrary {
    static final String AIRCRAFT = "QQ-AAA";
    static final String COMPLAINT = "hydraulic pump pressure low";

    private static final Pattern CANARY = Pattern.compile("qx[a-z]{6}z");
    private static final Path PROCEDURE =
            Papers.LIBRARY.resolve("s1000d/DMC-LT46-A-32-31-00-00A-420A-A_001-00_EN-US.xml");
    /** Ordinary words, by which a record can be found without its canary. */
    private static final List<String> COLOURS =
            List.of("amber", "violet", "crimson", "silver", "orange", "purple", "scarlet", "turquoise", "bronze");

    /** Of which markings there is a procedure, and under which disassembly code. */
    private static final Map<Mark, String> PROCEDURES =
            Map.of(Mark.NONE, "00", Mark.SECRET, "03", Mark.NOFORN, "07", Mark.GROUP_A, "16");

    private static final Set<Mark> WITH_WAITING = Set.of(Mark.NONE, Mark.NOFORN, Mark.COMPANY);

    private final List<Item> items = new ArrayList<>();
    private final Path folder;

    /** @param folder for the files; empty */
    MarkedLibrary(Path folder) {
        this.folder = folder;
        var random = new Random(6);
        for (Mark mark : Mark.values())
            for (Kind kind : Kind.values()) {
                String canary = canary(random);
                boolean is = switch (kind) {
                    case MANUAL, BOOK, DIRECTIVE, RECORD -> true;
                    case PROCEDURE -> PROCEDURES.containsKey(mark);
                    case WAITING -> WITH_WAITING.contains(mark);
                };
                if (is) items.add(new Item(canary, mark, kind, id(kind, canary, mark)));
                if (kind == Kind.RECORD) {
                    String other = canary(random);
                    items.add(new Item(other, mark, kind, id(kind, other, mark)));
                }
            }
    }

    private static String canary(Random random) {
        var word = new StringBuilder("qx");
        for (int i = 0; i < 6; i++) word.append("bdfgklmnprstv".charAt(random.nextInt(13)));
        return word.append('z').toString();
    }

    private static String id(Kind kind, String canary, Mark mark) {
        return switch (kind) {
            case MANUAL -> "in-" + mark + "/" + canary + "-pump.md";
            case BOOK -> canary.toUpperCase(Locale.ROOT) + "-BOOK";
            case DIRECTIVE -> "AD " + canary;
            case PROCEDURE -> "DMC-LT46-A-32-31-00-" + PROCEDURES.get(mark) + "A-420A-A";
            case WAITING -> canary + ".pdf";
            case RECORD -> "R-" + canary;
        };
    }

    /** The words of this library that stand in a text, whatever their case. */
    static Set<String> canaries(String text) {
        return CANARY.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Where its files lie. */
    Path folder() {
        return folder;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    List<Item> of(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** What there is that this one may see. */
    Set<String> shownTo(Who who) {
        return items.stream()
                .filter(item -> item.mark().shownTo(who))
                .map(Item::canary)
                .collect(Collectors.toSet());
    }

    /** What was complained of in this record, in ordinary words that no other has together. */
    String asking(Item item) {
        int number = of(Kind.RECORD).indexOf(item);
        return COMPLAINT + " with " + COLOURS.get(number % COLOURS.size()) + " and "
                + COLOURS.get((number / COLOURS.size() + number + 1) % COLOURS.size()) + " flag";
    }

    /** Takes in some of it: documents by the marking that is given with them, records by their own or by one that is given. */
    MarkedLibrary fill(Terminal terminal, Predicate<Item> which) throws IOException {
        Path librarian = write("librarian.json", "{\"name\": \"librarian\", \"roles\": [\"librarian\"]}");
        for (Mark mark : Mark.values()) {
            Path in = Files.createDirectories(folder.resolve("in-" + mark));
            for (Item item : items) if (item.mark() == mark && which.test(item)) document(item, in);
            if (isEmpty(in)) continue;
            ok(terminal.run(
                    "ingest",
                    in.toString(),
                    "--quiet",
                    "--marking",
                    mark.label().isEmpty() ? "UNMARKED" : mark.label(),
                    "--as",
                    librarian.toString()));
        }
        Path mapping = write("log.yaml", """
                name: log
                format: jsonl
                fields:
                  id: id
                  date: date
                  aircraft: aircraft
                  model: model
                  complaint: complaint
                  action: action
                  part: part
                  partNumber: pn
                  condition: condition
                  ata: ata
                  marking: marking
                """);
        records(terminal, mapping, librarian, which.and(item -> item.mark() != Mark.GROUP_A), "");
        records(terminal, mapping, librarian, which.and(item -> item.mark() == Mark.GROUP_A), Mark.GROUP_A.label());
        return this;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** @param given with the import, instead of by each record; empty where each tells its own */
    private void records(Terminal terminal, Path mapping, Path librarian, Predicate<Item> which, String given)
            throws IOException {
        var lines = new ArrayList<String>();
        List<Item> records = of(Kind.RECORD);
        for (int i = 0; i < records.size(); i++)
            // A line stays where it is, whatever else is left out.
            lines.add(
                    which.test(records.get(i))
                            ? record(records.get(i), i, given.isEmpty()).toString()
                            : "");
        if (lines.stream().allMatch(String::isEmpty)) return;
        var words = new ArrayList<>(List.of(
                "import-records",
                write(given.isEmpty() ? "log.jsonl" : "marked-log.jsonl", String.join("\n", lines))
                        .toString(),
                "--mapping",
                mapping.toString(),
                "--no-learning",
                "--quiet",
                "--as",
                librarian.toString()));
        if (!given.isEmpty()) words.addAll(List.of("--marking", given));
        ok(terminal.run(words.toArray(String[]::new)));
    }

    private ObjectNode record(Item item, int number, boolean marked) {
        boolean common = number % 2 == 0;
        String canary = item.canary();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("id", item.id())
                .put("date", "2026-06-%02d".formatted(1 + number % 28))
                .put("aircraft", common ? AIRCRAFT : "QQ-" + canary)
                .put("model", "LT-46 " + canary)
                .put("complaint", asking(item) + ", seen by " + canary)
                .put("action", "replaced the " + canary + " filter, operation test good")
                .put("part", canary + " filter")
                .put("pn", "PN-" + canary + "-2")
                .put("condition", "blocked")
                .put("ata", "29-11")
                .put("marking", marked ? item.mark().label() : "");
    }

    private void document(Item item, Path in) throws IOException {
        String canary = item.canary();
        switch (item.kind()) {
            case MANUAL -> Files.writeString(in.resolve(canary + "-pump.md"), """
                    # Hydraulic pump %1$s

                    ## Pressure low %1$s

                    **WARNING: RELEASE THE PRESSURE %1$s BEFORE YOU OPEN THE HYDRAULIC PUMP.**

                    1. If the hydraulic pump pressure is low, examine the filter PN-%1$s-1 of the pump.
                    2. Replace the filter %1$s if it is blocked. Torque the nut to 25 Nm (%1$s).

                    | Trouble | Probable cause | Remedy |
                    | --- | --- | --- |
                    | Hydraulic pump pressure low | %1$s filter blocked | Replace the %1$s filter |
                    | Hydraulic pump pressure low | %1$s valve leaks | Replace the %1$s valve |
                    """.formatted(canary));
            case BOOK -> {
                String text = "Hydraulic pump pressure low " + canary + ": bleed the pump";
                Files.writeString(
                        in.resolve(canary + "-1.jsonl"),
                        page(item, "1", "2025-01-01", text + ". The pressure is 3000 psi.")
                                .toString());
                Files.writeString(
                        in.resolve(canary + "-2.jsonl"),
                        page(item, "2", "2026-01-01", text + " twice. The pressure is 2900 psi.")
                                .toString());
            }
            case DIRECTIVE -> {
                String text = "Within 90 days inspect the hydraulic pump " + canary + " for low pressure.";
                Files.writeString(
                        in.resolve("ad-" + canary + ".jsonl"),
                        page(item, "1", "2026-01-10", text)
                                .put("kind", "directive")
                                .toString());
            }
            case PROCEDURE -> Files.writeString(in.resolve("DMC-" + canary + ".xml"), procedure(item));
            case WAITING -> new Papers(in).scripted(canary + ".pdf", "Hydraulic pump pressure low " + canary);
            case RECORD -> {}
        }
    }

    private static String procedure(Item item) throws IOException {
        String variant = "disassyCode=\"%s\" disassyCodeVariant=\"A\" infoCode=\"420\"";
        return Files.readString(PROCEDURE, UTF_8)
                .replace(variant.formatted("00"), variant.formatted(PROCEDURES.get(item.mark())))
                .replace("main gear green light", "hydraulic pump pressure low " + item.canary() + " light")
                .replace("gear is down and locked", "pump " + item.canary() + " is on")
                .replace("Landing gear indication", "Hydraulic pump pressure " + item.canary());
    }

    private static ObjectNode page(Item item, String revision, String date, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("document", item.id())
                .put("revision", revision)
                .put("date", date)
                .put("title", "Pump book " + item.canary())
                .put("path", "29 > " + item.canary())
                .put("text", text);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void ok(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
    }
}
