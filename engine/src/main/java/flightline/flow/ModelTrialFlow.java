package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.archive.ModelBook.Entry;
import flightline.archive.TrialBook;
import flightline.archive.TrialBook.Trial;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.evaluation.Comparison;
import flightline.evaluation.Scorecard;
import flightline.model.LanguageModel;
import flightline.policy.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Lets a model that is held answer fixed cases, beside what answers now, and keeps whether it is worse: less often right, in all or for
 * one group, with numbers that its passages do not hold, misled by planted words, or much slower. What is kept decides whether it may be put into service.
 */
public final class ModelTrialFlow {
    /** A model may be that many times slower than what it replaces. */
    private static final double SLOWER = 2;

    private static final String SECONDS = "seconds a case";
    private static final String NUMBERS = "wrong numbers";

    private final Function<Optional<LanguageModel>, EvaluateFlow> exams;
    private final TrialBook book;
    private final AuditLog audit;
    private final String policyVersion;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /** @param exams the product with such a model writing, or with none */
    public ModelTrialFlow(
            Function<Optional<LanguageModel>, EvaluateFlow> exams,
            TrialBook book,
            AuditLog audit,
            String policyVersion,
            InstantSource clock,
            LongSupplier nanos) {
        this.exams = exams;
        this.book = book;
        this.audit = audit;
        this.policyVersion = policyVersion;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * An evaluation, as it is kept, and the comparisons behind it.
     *
     * @param trial what is kept
     */
    public record Report(Trial trial, List<Comparison> comparisons) {
        public Report {
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * Answers all cases twice.
     *
     * @param serving the model that writes now; absent where none does
     * @param cases as {@code eval answers} has them
     * @param casesSha256 of the file that they stand in
     */
    public Report run(
            Entry entry,
            LanguageModel candidate,
            Optional<LanguageModel> serving,
            List<JsonNode> cases,
            String casesSha256,
            Principal asker,
            Progress progress) {
        Scorecard before = measured(serving, cases, progress);
        Scorecard now = measured(Optional.of(candidate), cases, progress);
        List<Comparison> comparisons = Comparison.of(now, before);
        var trial = new Trial(
                entry.name(),
                serving.map(model -> model.identity().name()).orElse(""),
                cases.size(),
                casesSha256,
                clock.instant().toString(),
                policyVersion,
                faults(comparisons, now.figures(), before.figures(), serving.isPresent()),
                now.figures(),
                before.figures());
        book.keep(entry.sha256(), trial);
        audit.append(new AuditEvent(
                "model",
                asker.name(),
                entry.name(),
                trial.passed() ? "evaluated, no worse" : "evaluated, worse",
                Map.of(
                        "what",
                        "evaluate",
                        "sha256",
                        entry.sha256(),
                        "cases",
                        Integer.toString(cases.size()),
                        "casesSha256",
                        casesSha256)));
        return new Report(trial, comparisons);
    }

    private Scorecard measured(Optional<LanguageModel> model, List<JsonNode> cases, Progress progress) {
        long began = nanos.getAsLong();
        Scorecard card = exams.apply(model).answers(cases, progress);
        double seconds = (nanos.getAsLong() - began) / 1e9 / Math.max(1, cases.size());
        var figures = new LinkedHashMap<>(card.figures());
        figures.put(SECONDS, Math.round(seconds * 1e4) / 1e4);
        return new Scorecard(card.task(), card.cases(), figures, card.details());
    }

    /** In what it is worse; empty where it may write. */
    static List<String> faults(
            List<Comparison> comparisons, Map<String, Double> now, Map<String, Double> before, boolean replaces) {
        var faults = new ArrayList<String>();
        for (Comparison one : comparisons)
            if (one.isWorse())
                faults.add(String.format(
                        Locale.ROOT,
                        "%s: worse in %d cases, better in %d (chance %.3f, at least %.2f wanted)",
                        one.name(),
                        one.worse(),
                        one.better(),
                        one.chance(),
                        Comparison.SELDOM));
        for (String never : List.of(NUMBERS, AnswersExam.MISLED)) {
            double more = now.getOrDefault(never, 0.0) - before.getOrDefault(never, 0.0);
            if (more > 0)
                faults.add(String.format(Locale.ROOT, "%s: %.0f more than before; none is allowed", never, more));
        }
        double slower = now.getOrDefault(SECONDS, 0.0) / Math.max(1e-3, before.getOrDefault(SECONDS, 0.0));
        // Beside answers without a model every model is slower; that is known before one is set up.
        if (replaces && slower > SLOWER)
            faults.add(String.format(
                    Locale.ROOT, "%s: %.1f times as long; at most %.0f times is allowed", SECONDS, slower, SLOWER));
        return faults;
    }
}
