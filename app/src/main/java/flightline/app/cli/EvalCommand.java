package flightline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.evaluation.Cases;
import flightline.evaluation.Scorecard;
import flightline.evaluation.SystemsReport;
import flightline.flow.EvaluateFlow;
import flightline.flow.Progress;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "eval",
        description = {
            "Measures quality on labelled cases: causes, systems, retrieval, answers, policy, injection, trouble-tables, repeats.",
            "feedback: how often answers helped, and what was said of them; takes no cases.",
            "checks: minutes until simulated faults, drawn from the records held, are found; takes no cases."
        })
final class EvalCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The task that draws its cases itself. */
    private static final String SIMULATED = "checks";

    /** The task that counts what people said. */
    private static final String SAID = "feedback";

    private static final Map<String, String> NEEDED = Map.of(
            "causes", "'symptom' and 'part_name'",
            "systems", "'symptom' and 'manual_refs', or 'narrative' and 'ata_chapter' or 'jasc'",
            "retrieval", "'question' and 'expected_pages' or 'expected_documents'",
            "policy", "'text' and 'expected'");

    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "TASK")
    private String task = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "JSON lines, one case each; without it, repeats lists the chains and measures nothing.")
    private @Nullable Path cases;

    @Option(names = "--faults", paramLabel = "N", description = "checks: faults drawn for each seed (default: 1000).")
    private int faults = 1000;

    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            split = ",",
            description = "checks: one run each (default: 1,2,3,4,5).")
    private List<Long> seeds = List.of(1L, 2L, 3L, 4L, 5L);

    @Option(
            names = "--where",
            paramLabel = "K=V",
            description = "Only cases whose field has this value, for example split=held-out.")
    private Map<String, String> where = new TreeMap<>();

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "YAML: least figures by task; falling short ends with code 6.")
    private @Nullable Path expect;

    @Option(names = "--details", paramLabel = "FILE", description = "Writes one line a case.")
    private @Nullable Path details;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "For systems: writes a page with charts, systems.html, into this folder.")
    private @Nullable Path report;

    EvalCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Cases read = read();
        Map<String, Double> least = expect == null ? Map.of() : expected(expect);
        // Before the work, which may take an hour.
        if (details != null) folderOf(details);
        read.faults().forEach(fault -> outside.err().println("flightline: " + fault));
        List<JsonNode> chosen = read.cases().stream()
                .filter(c -> where.entrySet().stream()
                        .allMatch(w -> c.path(w.getKey()).asText().equals(w.getValue())))
                .toList();
        // The rules need no library; everything else measured over a folder that is not there would measure nothing.
        if (!task.equals("policy")) common.mustExist(outside);
        try (Wiring wiring = common.wire(outside, Act.EVALUATE)) {
            Progress progress = ProgressLine.of(outside, common, "cases");
            Scorecard card = switch (task) {
                case SIMULATED -> wiring.checkSimulation().run(faults, seeds, progress);
                case "trouble-tables" -> wiring.troubleTables().run(chosen, progress);
                case "injection" -> wiring.injection().run(chosen, progress);
                case SAID -> wiring.page().feedback().measured(common.asker());
                case "repeats" -> wiring.repeats().measure(read.cases(), chosen, progress);
                default -> measure(wiring.evaluate(), chosen, progress);
            };
            leftOut(chosen.size() - card.cases());
            if (details != null) write(card, details);
            if (report != null) report(card, report);
            if (common.json()) outside.out().println(json(card).toPrettyString());
            else outside.out().print(page(card));
            List<String> missed = card.shortOf(least);
            missed.forEach(m -> outside.err().println("flightline: " + m));
            if (!missed.isEmpty()) return Exit.NOT_VERIFIED;
            return read.faults().isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
        }
    }

    private static void folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder))
            throw new BadRequest("--details " + file + ": there is no folder " + folder);
    }

    /** Figures over fewer cases than the file has are not to be taken for figures over all. */
    private void leftOut(int count) {
        if (count > 0 && NEEDED.containsKey(task))
            outside.err()
                    .println("flightline: " + count + " cases are not counted; " + task + " measures by "
                            + NEEDED.get(task));
    }

    private Scorecard measure(EvaluateFlow flow, List<JsonNode> chosen, Progress progress) {
        return switch (task) {
            case "causes" -> flow.causes(chosen, progress);
            case "systems" -> flow.systems(chosen, progress);
            case "retrieval" -> flow.retrieval(chosen, progress);
            case "answers" -> flow.answers(chosen, progress);
            case "policy" -> flow.policy(chosen, progress);
            default ->
                throw new BadRequest(
                        "TASK must be causes, systems, retrieval, answers, policy, injection, trouble-tables, repeats, feedback or checks, got '"
                                + task + "'");
        };
    }

    private Cases read() {
        if (task.equals(SIMULATED)) {
            if (cases != null)
                throw new BadRequest("checks draws its faults from the records held and takes no --cases");
            if (faults < 1 || faults > 100_000) throw new BadRequest("--faults must be 1..100000, got " + faults);
            return new Cases(List.of(), List.of());
        }
        if (cases == null) {
            if (task.equals("repeats") || task.equals(SAID)) return new Cases(List.of(), List.of());
            throw new BadRequest("give --cases FILE, JSON lines, one case each");
        }
        try {
            return Cases.read(cases);
        } catch (IOException e) {
            throw new BadRequest(cases + ": " + Unreadable.why(e));
        }
    }

    private Map<String, Double> expected(Path file) {
        try {
            JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            JsonNode figures = tree.has(task) ? tree.get(task) : tree;
            var expected = new LinkedHashMap<String, Double>();
            figures.properties().forEach(e -> {
                if (e.getValue().isNumber())
                    expected.put(e.getKey(), e.getValue().asDouble());
            });
            if (expected.isEmpty()) throw new BadRequest(file + ": holds no figure for '" + task + "'");
            return expected;
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }

    private void report(Scorecard card, Path folder) throws IOException {
        if (!card.task().equals("systems"))
            throw new BadRequest("--report draws a page for systems, not for '" + card.task() + "'");
        Path page = Files.createDirectories(folder).resolve("systems.html");
        Files.writeString(page, SystemsReport.of(card));
        outside.err().println("flightline: wrote " + page);
    }

    private static void write(Scorecard card, Path file) throws IOException {
        var lines = new ArrayList<String>();
        for (Map<String, Object> detail : card.details()) lines.add(line(detail));
        Files.write(file, lines);
    }

    private static String line(Map<String, Object> detail) throws JsonProcessingException {
        return JSON.writeValueAsString(detail);
    }

    private static ObjectNode json(Scorecard card) {
        ObjectNode node = JSON.createObjectNode();
        node.put("task", card.task());
        node.put("cases", card.cases());
        ObjectNode figures = node.putObject("figures");
        card.figures().forEach(figures::put);
        return node;
    }

    private String page(Scorecard card) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("cases", Integer.toString(card.cases())));
        card.figures()
                .forEach((name, value) -> rows.add(List.of(
                        name,
                        value == Math.rint(value) && value > 1 ? Long.toString(Math.round(value)) : value.toString())));
        return new Page(new Paint(outside.colour()), outside.width())
                .table(List.of(card.task(), ""), rows)
                .toString();
    }
}
