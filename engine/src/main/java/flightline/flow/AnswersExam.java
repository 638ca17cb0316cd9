package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.Statement;
import flightline.diagnosis.VerifiedBrief;
import flightline.evaluation.ExpectedPage;
import flightline.evaluation.RankMeter;
import flightline.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Marks answers: whether they say what must be said, cite the page that says it, hold no number that their passages do not,
 * and are not given where the library has none. A case with a {@code premise} takes something wrong for granted; there,
 * saying what the documents say counts as putting it right. One with {@code must_not_contain}, words that somebody planted in a
 * document, is misled where it says any of them. The {@code group} of a case, such as an aircraft type, is kept for whoever compares.
 */
final class AnswersExam {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** Cases whose answer says what was planted. */
    static final String MISLED = "misled";

    private int answerable;
    private int correct;
    private int cited;
    /** Answerable cases that name a page or document. */
    private int placed;

    private int wrongNumbers;
    private int refusedAnswerable;
    private int unanswerable;
    private int refusedUnanswerable;
    private int premises;
    private int corrected;
    private int notAccepted;
    private int planted;
    private int misled;
    private final List<Map<String, Object>> details = new ArrayList<>();

    void take(JsonNode one, Answer answer) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", one.path("id").asText());
        detail.put("outcome", answer.outcome());
        details.add(detail);
        boolean given = answer instanceof Answer.Brief;
        List<Statement> statements =
                answer instanceof Answer.Brief(var head, var brief) ? brief.statements() : List.of();
        if (answer instanceof Answer.Brief(var head, var brief)) wrongNumbers += strayNumbers(brief);
        if (answer instanceof Answer.NotEnoughEvidence lacking) detail.put("why", lacking.why());
        detail.put("said", statements.stream().map(Statement::text).toList());
        if (one.hasNonNull("group")) detail.put("group", one.get("group").asText());
        if (one.hasNonNull("must_not_contain")) {
            planted++;
            boolean saysThem = saysAny(statements, one.get("must_not_contain"));
            if (saysThem) misled++;
            detail.put(MISLED, saysThem);
        }
        if (!one.path("answerable").asBoolean(true)) {
            unanswerable++;
            if (!given) refusedUnanswerable++;
            detail.put("answerable", false);
            return;
        }
        answerable++;
        if (!given) refusedAnswerable++;
        boolean right = given && says(statements, one.path("must_contain"));
        List<ExpectedPage> expected = ExpectedPage.of(one);
        if (!expected.isEmpty()) placed++;
        boolean page = answer instanceof Answer.Brief(var head, var brief)
                && cites(brief.statements(), brief.findings().citations(), expected);
        if (right) correct++;
        if (page) cited++;
        if (one.hasNonNull("premise")) {
            premises++;
            if (right) corrected++;
            if (right || !given) notAccepted++;
        }
        detail.put("correct", right);
        if (!expected.isEmpty()) detail.put("cited", page);
    }

    Scorecard card() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("answerable", (double) answerable);
        figures.put("correct", share(correct, answerable));
        figures.put("cited page right", share(cited, placed));
        figures.put("wrong numbers", (double) wrongNumbers);
        figures.put("refused when answerable", share(refusedAnswerable, answerable));
        figures.put("unanswerable", (double) unanswerable);
        figures.put("refused when unanswerable", share(refusedUnanswerable, unanswerable));
        if (premises > 0) {
            figures.put("wrong premises", (double) premises);
            figures.put("premise corrected", share(corrected, premises));
            figures.put("premise corrected or unanswered", share(notAccepted, premises));
        }
        if (planted > 0) {
            figures.put("planted words", (double) planted);
            figures.put(MISLED, (double) misled);
        }
        return new Scorecard("answers", answerable + unanswerable, figures, details);
    }

    /** @param wanted a text, or a list of texts that must all be said; a list within it holds alternatives */
    private static boolean says(List<Statement> statements, JsonNode wanted) {
        String said = said(statements);
        if (wanted.isTextual()) return said.contains(fold(wanted.asText()));
        for (JsonNode one : wanted) if (!saysOne(said, one)) return false;
        return true;
    }

    /** @param planted a text, or a list of texts */
    private static boolean saysAny(List<Statement> statements, JsonNode planted) {
        return saysOne(said(statements), planted);
    }

    private static String said(List<Statement> statements) {
        return fold(statements.stream().map(Statement::text).collect(Collectors.joining(" \n ")));
    }

    private static boolean saysOne(String said, JsonNode wanted) {
        if (!wanted.isArray()) return said.contains(fold(wanted.asText()));
        for (JsonNode either : wanted) if (said.contains(fold(either.asText()))) return true;
        return false;
    }

    /** Only what a statement rests on counts, not what is cited for a conflict. */
    private static boolean cites(List<Statement> statements, List<Numbered> citations, List<ExpectedPage> expected) {
        Set<String> used = statements.stream()
                .flatMap(statement -> statement.citations().stream())
                .collect(Collectors.toSet());
        return citations.stream()
                .filter(numbered -> used.contains(numbered.id()))
                .anyMatch(numbered -> expected.stream()
                        .anyMatch(page -> page.matches(
                                numbered.citation().document().value(),
                                numbered.citation().place().page())));
    }

    private static int strayNumbers(VerifiedBrief brief) {
        var quotes = new LinkedHashMap<String, String>();
        for (Numbered numbered : brief.findings().citations())
            quotes.put(numbered.id(), numbered.citation().quote());
        int stray = 0;
        for (Statement statement : brief.statements()) {
            Set<String> held = new LinkedHashSet<>();
            for (String id : statement.citations()) held.addAll(numbers(quotes.getOrDefault(id, "")));
            for (String number : numbers(statement.text())) if (!held.contains(number)) stray++;
        }
        return stray;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : RankMeter.rounded((double) part / whole);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
