package flightline.diagnosis;

import flightline.diagnosis.claim.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question takes for granted and the documents give otherwise: "why is the limit 40 psi?" where the book says 25.
 *
 * <p>Only a value that the question calls a limit, a torque or the like counts; one that was read off a gauge may well differ
 * from what the document gives. Nothing is said where the passage has the value of the question as well.
 */
final class Premises {
    /** What a value is called when a document sets it. */
    private static final Set<String> SET = Set.of(
            "limit",
            "limits",
            "maximum",
            "minimum",
            "max",
            "min",
            "torque",
            "torqued",
            "tolerance",
            "interval",
            "gap",
            "clearance",
            "capacity",
            "setting",
            "requirement",
            "specification",
            "spec",
            "every",
            "allowed",
            "rated",
            "rating",
            "required",
            "limited",
            "must",
            "shall",
            "should");
    /** What a value is called when somebody measured it. */
    private static final Set<String> MEASURED = Set.of(
            "reads",
            "read",
            "reading",
            "shows",
            "showing",
            "indicates",
            "indicated",
            "measured",
            "measure",
            "measures",
            "got",
            "found",
            "have",
            "dropped",
            "drops",
            "fell",
            "rose",
            "stays",
            "stuck",
            "gauge",
            "now",
            "currently",
            "seeing",
            "see");
    /** Share of the words of the statement's question that it must have to be about the same. */
    private static final double SAME_THING = 0.5;

    /** Words after a value among which its name may follow: "the 40 psi limit". */
    private static final int NEAR = 2;

    private Premises() {}

    /** @param said what is answered, each with the passages that it rests on */
    static List<Conflict> against(String question, List<Said> said, Docket docket) {
        var conflicts = new ArrayList<Conflict>();
        Set<String> asked = words(question);
        for (Measure taken : Measure.of(question))
            if (granted(taken)) conflict(taken, asked, said, docket).ifPresent(conflicts::add);
        return conflicts;
    }

    private static boolean granted(Measure value) {
        if (value.unit().isEmpty()) return false;
        var near = new HashSet<>(value.before());
        near.addAll(value.after().subList(0, Math.min(NEAR, value.after().size())));
        return near.stream().anyMatch(SET::contains)
                && value.before().stream().noneMatch(MEASURED::contains)
                && value.after().stream().noneMatch(MEASURED::contains);
    }

    private static Optional<Conflict> conflict(Measure taken, Set<String> asked, List<Said> said, Docket docket) {
        for (Said one : said)
            for (Exhibits.Document document : one.from())
                if (holds(document.hit().passage().text(), taken)) return Optional.empty();
        for (Said one : said) {
            if (Words.covered(asked, words(context(one) + " " + one.text())) < SAME_THING) continue;
            for (Measure there : Measure.of(one.text()))
                if (there.unit().equals(taken.unit()))
                    return Optional.of(new Conflict(
                            "You say " + taken.text() + "; the document says " + there.text() + ".",
                            List.of(docket.enter(one.from().getFirst()))));
        }
        return Optional.empty();
    }

    private static boolean holds(String passage, Measure value) {
        return Measure.of(passage).stream()
                .anyMatch(there ->
                        there.unit().equals(value.unit()) && there.number().equals(value.number()));
    }

    private static String context(Said one) {
        var passage = one.from().getFirst().hit().passage();
        return passage.context() + " " + String.join(" ", passage.path());
    }

    /** Words without numbers, which are what is in question. */
    private static Set<String> words(String text) {
        var words = new HashSet<>(Words.of(text));
        words.removeIf(word -> word.chars().anyMatch(Character::isDigit));
        return words;
    }
}
