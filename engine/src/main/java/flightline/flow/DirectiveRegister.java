package flightline.flow;

import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.ingest.ComplianceTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives of the library as a list to work through: each with what it binds, by when, and what replaced it. */
public final class DirectiveRegister {
    /** As the ledger tells what ended a document. */
    private static final Pattern ENDED = Pattern.compile("(?:superseded|cancelled)(?: by (.+))?");

    private DirectiveRegister() {}

    /**
     * A directive.
     *
     * @param deadlines its compliance times in the order of its text; empty where it tells none
     * @param supersededBy in words, with the day since when or from when; empty where nothing replaces or cancels it
     * @param successor identity of what replaces or cancels it, with its revision where that is a later one of itself; absent
     *     where nothing does, or what does is not to be seen
     */
    public record Row(
            HeldDocument held,
            String standing,
            List<Deadline> deadlines,
            String supersededBy,
            Optional<String> successor) {
        /** First value of a kind, or empty. */
        public String first(Fact.Kind kind) {
            return held.header().facts(kind).map(Fact::value).findFirst().orElse("");
        }

        public List<String> all(Fact.Kind kind) {
            return held.header().facts(kind).map(Fact::value).toList();
        }
    }

    /**
     * A compliance time.
     *
     * @param fact its words and their place
     * @param due the day by which it is due at the latest; absent where the calendar alone does not tell
     */
    public record Deadline(Fact fact, Optional<LocalDate> due) {}

    /**
     * What is asked for.
     *
     * @param product words that maker, models or title must hold; empty for all
     * @param dueBefore only what has a deadline that the calendar tells before this day
     * @param standing {@code in-force}, {@code final}, {@code proposed}, {@code correction}, {@code withdrawn},
     *     {@code superseded} or {@code all}
     */
    public record Question(String product, Optional<LocalDate> dueBefore, String standing, LocalDate day) {
        /** The words that {@code standing} may be. */
        public static final List<String> STANDINGS =
                List.of("in-force", "final", "proposed", "correction", "withdrawn", "superseded", "all");

        public Question {
            if (!STANDINGS.contains(standing))
                throw new IllegalArgumentException(
                        "status must be one of " + String.join(", ", STANDINGS) + ", got '" + standing + "'");
        }
    }

    /** The directives that answer the question, the earliest deadline first, then by identity. */
    public static List<Row> rows(List<HeldDocument> held, Question question) {
        var rows = new ArrayList<Row>();
        for (HeldDocument document : held) {
            if (document.header().kind() != DocumentKind.DIRECTIVE) continue;
            if (!stands(document, question) || !meant(document.header(), question.product())) continue;
            Row row = row(document, held, question.day());
            if (question.dueBefore().isEmpty()
                    || row.deadlines().stream()
                            .anyMatch(d -> d.due()
                                    .filter(question.dueBefore().get()::isAfter)
                                    .isPresent())) rows.add(row);
        }
        rows.sort(Comparator.comparing(DirectiveRegister::earliest)
                .thenComparing(row -> row.held().header().id().value()));
        return rows;
    }

    private static LocalDate earliest(Row row) {
        return row.deadlines().stream()
                .flatMap(d -> d.due().stream())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static Row row(HeldDocument document, List<HeldDocument> all, LocalDate day) {
        var effective = document.header()
                .facts(Fact.Kind.EFFECTIVE)
                .map(fact -> LocalDate.parse(fact.value()))
                .findFirst();
        List<Deadline> deadlines = document.header()
                .facts(Fact.Kind.COMPLIANCE)
                .map(fact -> new Deadline(fact, ComplianceTime.of(fact.value()).due(effective)))
                .toList();
        Matcher ended = ENDED.matcher(document.why());
        boolean over = ended.matches();
        String by = over
                ? document.why()
                        + document.endedOn()
                                .map(until -> (until.isAfter(day) ? " from " : " since ") + until)
                                .orElse("")
                : "";
        Optional<String> successor = Optional.ofNullable(over ? ended.group(1) : null)
                .map(name -> all.stream().anyMatch(other -> isCalled(other, name))
                        ? name
                        : document.header().id().value() + "@" + name);
        return new Row(document, document.standing(day), deadlines, by, successor);
    }

    private static boolean isCalled(HeldDocument document, String name) {
        return document.header().id().value().equals(name);
    }

    private static boolean stands(HeldDocument document, Question question) {
        DocumentStatus status = document.header().status();
        return switch (question.standing()) {
            case "all" -> true;
            case "in-force" -> document.inForceOn(question.day());
            case "superseded" ->
                document.inForceUntil()
                        .filter(until -> !until.isAfter(question.day()))
                        .isPresent();
            default -> status.name().equals(question.standing().toUpperCase(Locale.ROOT));
        };
    }

    private static boolean meant(DocumentHeader header, String product) {
        if (product.isBlank()) return true;
        String wanted = product.toLowerCase(Locale.ROOT).strip();
        var said = new ArrayList<>(List.of(header.title()));
        for (Fact.Kind kind : List.of(Fact.Kind.MAKE, Fact.Kind.MODEL, Fact.Kind.PRODUCTS))
            header.facts(kind).map(Fact::value).forEach(said::add);
        return said.stream().anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
