package flightline.flow;

import flightline.archive.FeedbackBook;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.evaluation.Daybook;
import flightline.evaluation.DriftMeasure;
import flightline.evaluation.DriftReport;
import flightline.evaluation.DriftReport.Change;
import flightline.evaluation.DriftReport.Span;
import flightline.evaluation.DriftWatch;
import flightline.policy.Principal;
import flightline.search.RecordIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tells whether what people ask and what they get is still what it was. All of it is read from the log, where each request
 * stands with what became of it, from what people said of answers, and from sessions that ended with a confirmed cause; only
 * counts come out.
 */
public final class DriftFlow {
    /** Of how days are dealt out: always the same, so that a report can be had again. */
    private static final long SEED = 1;

    private static final Set<String> REQUESTS = Set.of("ask", "diagnose", "session");
    private static final int MOST_CHANGES = 60;

    private final AuditLog audit;
    private final FeedbackBook said;
    private final RecordIndex records;
    private final Predicate<String> known;
    private final String policyVersion;

    /** @param known whether a word in lower case is English or of the trade */
    public DriftFlow(
            AuditLog audit, FeedbackBook said, RecordIndex records, Predicate<String> known, String policyVersion) {
        this.audit = audit;
        this.said = said;
        this.records = records;
        this.known = known;
        this.policyVersion = policyVersion;
    }

    /**
     * Compares a month with the months before it, in universal time.
     *
     * @param against how many months before it are the reference period, at least 1
     */
    public DriftReport run(YearMonth month, int against, Principal asker) {
        LocalDate from = month.minusMonths(against).atDay(1);
        LocalDate middle = month.atDay(1);
        LocalDate until = month.plusMonths(1).atDay(1);
        var pass = new Pass(from, until);
        audit.read(pass::take);
        pass.outcomes();
        for (FeedbackBook.Said one : said.all()) {
            LocalDate day = day(Instant.parse(one.when()));
            if (pass.covers(day)) pass.book.count(DriftMeasure.FEEDBACK, day, one.kind());
        }
        DriftReport report = new DriftWatch(
                        pass.book,
                        new Span(from, middle, pass.requests(from, middle)),
                        new Span(middle, until, pass.requests(middle, until)),
                        SEED)
                .report(pass.changes());
        audit.append(new AuditEvent(
                "drift",
                asker.name(),
                month.toString(),
                report.hasAlarm() ? "changed" : "steady",
                Map.of(
                        "against",
                        against + " months",
                        "changed",
                        String.join(
                                ", ",
                                report.findings().stream()
                                        .filter(one -> one.standing() == DriftReport.Standing.ALARM)
                                        .map(one -> one.measure().title())
                                        .toList()),
                        "policy",
                        policyVersion)));
        return report;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** A session's end: which set its diagnosis gave, and what the cause was. */
    private record Confirmed(LocalDate day, String session, String cause, String rank) {}

    /** One reading of the log. */
    private final class Pass {
        private final LocalDate from;
        private final LocalDate until;
        private final Daybook book = new Daybook();
        private final RequestTraits traits = new RequestTraits(known);
        private final Map<LocalDate, Long> requests = new TreeMap<>();
        private final Map<LocalDate, Map<String, Integer>> changes = new TreeMap<>();
        private final Map<String, String> sets = new HashMap<>();
        private final List<Confirmed> confirmed = new ArrayList<>();

        Pass(LocalDate from, LocalDate until) {
            this.from = from;
            this.until = until;
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        long requests(LocalDate first, LocalDate end) {
            return requests.entrySet().stream()
                    .filter(e -> !e.getKey().isBefore(first) && e.getKey().isBefore(end))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        void take(AuditEntry entry) {
            AuditEvent event = entry.event();
            Map<String, String> details = event.details();
            if (details.containsKey(Running.FOR)) return;
            LocalDate day = day(entry.time());
            String act = details.getOrDefault("act", "open");
            // A session may have been opened before the time that is looked at.
            if (event.kind().equals("session") && act.equals("open") && details.containsKey(Trail.SET))
                sets.put(details.getOrDefault("session", ""), details.getOrDefault(Trail.SET, ""));
            if (!covers(day)) return;
            if (REQUESTS.contains(event.kind())) {
                if (act.equals("close") && details.containsKey("cause"))
                    confirmed.add(new Confirmed(
                            day,
                            details.getOrDefault("session", ""),
                            details.getOrDefault("cause", ""),
                            details.getOrDefault(SessionFlow.CAUSE_RANK, "")));
                // An answer to a check asks the same complaint again.
                if (act.equals("open") && !event.outcome().equals("extracts")) request(day, event);
            } else
                changed(event)
                        .ifPresent(what -> changes.computeIfAbsent(day, d -> new TreeMap<>())
                                .merge(what, 1, Integer::sum));
        }

        private void request(LocalDate day, AuditEvent event) {
            requests.merge(day, 1L, Long::sum);
            traits.count(event.subject(), day, book);
            book.count(DriftMeasure.OUTCOMES, day, event.outcome());
            Map<String, String> details = event.details();
            String first = details.getOrDefault(Trail.SYSTEMS, "");
            if (first.length() >= 2) book.count(DriftMeasure.CHAPTERS, day, first.substring(0, 2));
            if (details.containsKey(Trail.CONFIDENCE))
                book.count(
                        DriftMeasure.CONFIDENCE, day, Double.parseDouble(details.getOrDefault(Trail.CONFIDENCE, "0")));
            if (details.containsKey(Trail.SET))
                book.count(
                        DriftMeasure.SET_SIZE,
                        day,
                        codes(details.getOrDefault(Trail.SET, "")).size());
        }

        /** Confirmed causes are told by their part; the records tell which system a part belongs to. */
        void outcomes() {
            if (confirmed.isEmpty()) return;
            var systems = PartSystems.of(records);
            for (Confirmed one : confirmed) {
                if (!one.rank.isEmpty()) book.count(DriftMeasure.CAUSES, one.day, place(one.rank));
                Optional<String> system = systems.of(one.cause);
                Set<String> set = codes(sets.getOrDefault(one.session, ""));
                if (system.isEmpty() || set.isEmpty()) continue;
                boolean in =
                        set.contains(system.get()) || set.contains(system.get().substring(0, 2));
                book.count(DriftMeasure.COVERAGE, one.day, in ? DriftWatch.IN_SET : "not in the set");
            }
        }

        List<Change> changes() {
            var all = new ArrayList<Change>();
            changes.forEach((day, what) -> what.forEach(
                    (one, times) -> all.add(new Change(day, times == 1 ? one : one + ", " + times + " times"))));
            all.sort(Comparator.comparing(Change::day));
            return all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size());
        }
    }

    private static String place(String rank) {
        return switch (rank) {
            case "0" -> "not named";
            case "1" -> "first";
            case "2", "3", "4", "5" -> "second to fifth";
            default -> "later";
        };
    }

    private static Set<String> codes(String set) {
        return set.isBlank() ? Set.of() : Set.of(set.strip().split(" "));
    }

    /** What can move answers, in our words: never a name of a file or of a document. */
    private static Optional<String> changed(AuditEvent event) {
        return switch (event.kind()) {
            case "model" ->
                event.outcome().equals("in service") || event.outcome().equals("out of service")
                        ? Optional.of("model " + event.subject() + " " + event.outcome())
                        : Optional.empty();
            case "policy" ->
                event.outcome().equals("in force")
                        ? Optional.of("rules " + event.subject() + " in force")
                        : Optional.empty();
            case "learn" -> Optional.of("learned anew from the records");
            case "ingest" -> Optional.of("documents taken in");
            case "import-records" -> Optional.of("records taken in");
            case "remove" -> Optional.of("documents taken out");
            default -> Optional.empty();
        };
    }
}
