package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans what to check next: the steps of the fault isolation procedure that applies, in its order; then what trouble
 * tables tell to do for the causes, likeliest first; then tests among the steps found.
 */
public final class CheckPlanner {
    private static final int MOST = 10;
    private static final Pattern MINUTES = Pattern.compile("\\b(\\d{1,3})\\s*(?:min|minutes)\\b");
    private static final Pattern TEST = Pattern.compile(
            "^\\W*(?:do|make|carry out|perform|examine|measure|check|look|inspect|test|verify|make sure|confirm|find out|read)\\b",
            Pattern.CASE_INSENSITIVE);

    List<Check> plan(List<Cause> causes, Exhibits exhibits, Docket docket) {
        var checks = new ArrayList<Check>();
        for (Exhibits.Document document : exhibits.documents())
            if (document.hit().passage().kind() == PassageKind.ISOLATION_STEP)
                checks.add(check(
                        document,
                        causes,
                        docket,
                        "next in " + document.hit().document().header().id()));
        exhibits.documents().stream()
                .filter(d -> DocumentedCauses.isTroubleRow(d.hit().passage()))
                .forEach(d -> checks.add(check(d, causes, docket, "remedy in a trouble table")));
        for (Exhibits.Document document : exhibits.documents()) {
            Passage passage = document.hit().passage();
            if (passage.kind() == PassageKind.STEP
                    && TEST.matcher(passage.text()).find())
                checks.add(check(document, causes, docket, "test in " + last(passage.path())));
        }
        return List.copyOf(checks.subList(0, Math.min(MOST, checks.size())));
    }

    private static Check check(Exhibits.Document document, List<Cause> causes, Docket docket, String why) {
        Passage passage = document.hit().passage();
        String lower = passage.text().toLowerCase(Locale.ROOT);
        List<String> parts = causes.stream()
                .map(Cause::part)
                .filter(part -> PartPhrases.names(lower, part))
                .toList();
        Matcher minutes = MINUTES.matcher(lower);
        return new Check(
                passage.text(),
                "",
                minutes.find() ? OptionalInt.of(Integer.parseInt(minutes.group(1))) : OptionalInt.empty(),
                parts,
                List.of(docket.enter(document)),
                why);
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? "the document" : path.getLast();
    }
}
