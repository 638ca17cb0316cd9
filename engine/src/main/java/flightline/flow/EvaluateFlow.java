package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.RecordId;
import flightline.diagnosis.Findings;
import flightline.dialogue.Asked;
import flightline.dialogue.FollowUp;
import flightline.dialogue.FollowUpReader;
import flightline.evaluation.ExpectedPage;
import flightline.evaluation.GateMeter;
import flightline.evaluation.RankMeter;
import flightline.evaluation.Scorecard;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Scope;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.PageSpread;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs labelled cases through the product as it stands and measures. A case never sees its own record: one with its id,
 * its text, or its registration and date is left out for it.
 */
public final class EvaluateFlow {
    private static final int RANKED = 50;
    private static final Scope UNMARKED = Scope.UNMARKED;
    /** Also where the manual is written onto its number, as in {@code amm27-51-01}. */
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\d-])(\\d{2})-(\\d{2})(?!\\d)");

    private final DiagnoseFlow diagnose;
    private final AskFlow ask;
    private final Gate gate;
    private final PassageIndex index;
    private final OwnRecords own;
    private final FollowUpReader followUps = new FollowUpReader();
    private final LocalDate today;

    public EvaluateFlow(
            DiagnoseFlow diagnose, AskFlow ask, Gate gate, PassageIndex index, RecordIndex records, LocalDate today) {
        this.diagnose = diagnose;
        this.ask = ask;
        this.gate = gate;
        this.index = index;
        this.own = new OwnRecords(records);
        this.today = today;
    }

    /** Cases with {@code symptom} and {@code part_name}. */
    public Scorecard causes(List<JsonNode> cases, Progress progress) {
        var all = new RankMeter();
        var unnamed = new RankMeter();
        var details = new ArrayList<Map<String, Object>>();
        int done = 0;
        for (JsonNode one : cases) {
            progress.at(done++, cases.size(), "causes");
            String wanted = fold(one.path("part_name").asText(""));
            if (wanted.isEmpty()) continue;
            Findings findings = findings(one);
            int rank = RankMeter.rankOf(findings.causes(), c -> fold(c.part()).equals(wanted));
            all.add(rank);
            if (!one.path("part_named_in_symptom").asBoolean(true)) unnamed.add(rank);
            details.add(detail(
                    one,
                    "rank",
                    rank,
                    "wanted",
                    wanted,
                    "first",
                    findings.causes().isEmpty()
                            ? ""
                            : findings.causes().getFirst().part()));
        }
        var figures = new LinkedHashMap<String, Double>();
        all.write("hit", figures, 1, 3, 5);
        figures.put("MRR", RankMeter.rounded(all.mrr()));
        if (unnamed.count() > 0) {
            figures.put("part not named, cases", (double) unnamed.count());
            unnamed.write("part not named hit", figures, 1, 3, 5);
        }
        return new Scorecard("causes", all.count(), figures, details);
    }

    /** Cases with {@code symptom} and {@code manual_refs}, or {@code narrative}, {@code ata_chapter} and {@code jasc}. */
    public Scorecard systems(List<JsonNode> cases, Progress progress) {
        var exam = new SystemsExam();
        int done = 0;
        for (JsonNode one : cases) {
            progress.at(done++, cases.size(), "systems");
            String code = code(one);
            if (code.length() < 2) continue;
            Request request = request(one, symptom(one), own.of(one, symptom(one)));
            exam.take(
                    one,
                    code,
                    diagnose.rank(request, UNMARKED),
                    diagnose.guess(request).orElse(null));
        }
        return exam.card();
    }

    /**
     * Cases with {@code question} and {@code expected_pages} or {@code expected_documents}. Questions asked earlier in the
     * same dialogue stand in {@code before}, oldest first; the question is then read in their light.
     */
    public Scorecard retrieval(List<JsonNode> cases, Progress progress) {
        var meter = new RankMeter();
        double gain = 0;
        var details = new ArrayList<Map<String, Object>>();
        int done = 0;
        for (JsonNode one : cases) {
            progress.at(done++, cases.size(), "retrieval");
            List<ExpectedPage> expected = ExpectedPage.of(one);
            if (expected.isEmpty()) continue;
            FollowUp question = question(one);
            List<Hit> hits = PageSpread.search(
                            index,
                            EvidenceQuery.of(question.question(), 10, today).withAbout(question.about()))
                    .hits();
            int rank = RankMeter.rankOf(hits, h -> right(h, expected));
            meter.add(rank);
            gain += gain(hits, expected);
            details.add(detail(one, "rank", rank, "first", hits.isEmpty() ? "" : place(hits.getFirst())));
        }
        var figures = new LinkedHashMap<String, Double>();
        meter.write("hit", figures, 1, 5, 10);
        figures.put("MRR", RankMeter.rounded(meter.mrr()));
        figures.put("nDCG@10", RankMeter.rounded(meter.count() == 0 ? 0 : gain / meter.count()));
        return new Scorecard("retrieval", meter.count(), figures, details);
    }

    private FollowUp question(JsonNode one) {
        var before = new ArrayList<Asked>();
        for (JsonNode asked : one.path("before")) {
            FollowUp read = followUps.read(asked.asText(), before);
            before.add(new Asked(read.question(), read.about(), true));
        }
        return followUps.read(one.path("question").asText(), before);
    }

    /**
     * Cases with {@code question}, {@code must_contain}, {@code expected_pages}, {@code answerable}; {@code premise} where the
     * question takes something wrong for granted.
     */
    public Scorecard answers(List<JsonNode> cases, Progress progress) {
        var exam = new AnswersExam();
        int done = 0;
        for (JsonNode one : cases) {
            progress.at(done++, cases.size(), "answers");
            exam.take(one, ask.ask(request(one, one.path("question").asText(), Set.of())));
        }
        return exam.card();
    }

    /** Cases with {@code text} and {@code expected}: {@code allow}, {@code refuse} or {@code out-of-scope}. */
    public Scorecard policy(List<JsonNode> cases, Progress progress) {
        var meter = new GateMeter();
        var details = new ArrayList<Map<String, Object>>();
        int done = 0;
        for (JsonNode one : cases) {
            progress.at(done++, cases.size(), "policy");
            String expected = one.path("expected").asText();
            boolean labelled = expected.equals(GateMeter.ALLOW)
                    || expected.equals(GateMeter.OUT_OF_SCOPE)
                    || expected.startsWith(GateMeter.REFUSE);
            if (!labelled || one.path("text").asText().isBlank()) continue;
            Decision decision = gate.decide(one.path("text").asText(), Principal.localUser());
            String decided = switch (decision) {
                case Decision.Allowed(var scope) -> GateMeter.ALLOW;
                case Decision.Refused(var clause, var category, var why) -> GateMeter.REFUSE;
                case Decision.OutOfScope(var why) -> GateMeter.OUT_OF_SCOPE;
            };
            meter.add(
                    expected.startsWith(GateMeter.REFUSE) ? GateMeter.REFUSE : expected,
                    decided,
                    one.path("category").asText(),
                    one.path("pair").asText());
            details.add(detail(one, "expected", expected, "decided", decided));
        }
        return new Scorecard("policy", details.size(), meter.figures(), details);
    }

    private Findings findings(JsonNode one) {
        return diagnose.rank(request(one, symptom(one), own.of(one, symptom(one))), UNMARKED);
    }

    private static String symptom(JsonNode one) {
        return one.hasNonNull("symptom")
                ? one.get("symptom").asText()
                : one.path("narrative").asText("");
    }

    private Request request(JsonNode one, String text, Set<RecordId> without) {
        return new Request(
                one.path("id").asText(),
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                RANKED,
                without,
                Principal.localUser());
    }

    private static String code(JsonNode one) {
        for (String field : List.of("jasc", "ata_chapter", "ata")) {
            String code = one.path(field).asText("").replaceAll("[^0-9]", "");
            if (code.length() >= 2) return code.substring(0, code.length() >= 4 ? 4 : 2);
        }
        JsonNode references = one.path("manual_refs");
        for (JsonNode reference : references.isTextual() ? List.of(references) : references) {
            Matcher matcher = REFERENCE.matcher(reference.asText());
            if (matcher.find()) return matcher.group(1) + matcher.group(2);
        }
        return "";
    }

    private static boolean right(Hit hit, List<ExpectedPage> expected) {
        return expected.stream()
                .anyMatch(e -> e.matches(
                        hit.document().header().id().value(),
                        hit.passage().place().page()));
    }

    private static double gain(List<Hit> hits, List<ExpectedPage> expected) {
        double gained = 0;
        Set<ExpectedPage> found = new LinkedHashSet<>();
        for (int i = 0; i < hits.size(); i++)
            for (ExpectedPage page : expected) {
                Hit hit = hits.get(i);
                if (page.matches(
                                hit.document().header().id().value(),
                                hit.passage().place().page())
                        && found.add(page)) {
                    gained += 1 / (Math.log(i + 2) / Math.log(2));
                    // A hit counts once, else one that fits two expectations would gain more than can be had.
                    break;
                }
            }
        double ideal = 0;
        for (int i = 0; i < Math.min(10, expected.size()); i++) ideal += 1 / (Math.log(i + 2) / Math.log(2));
        return gained / ideal;
    }

    private static String place(Hit hit) {
        return hit.document().header().id().value()
                + hit.passage().place().page().stream()
                        .mapToObj(p -> " p. " + p)
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, Object> detail(JsonNode one, Object... facts) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", one.path("id").asText());
        for (int i = 0; i < facts.length; i += 2) detail.put(String.valueOf(facts[i]), facts[i + 1]);
        return detail;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
