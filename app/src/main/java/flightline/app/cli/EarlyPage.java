package flightline.app.cli;

import flightline.diagnosis.VerifiedBrief;
import flightline.flow.Answer;
import flightline.flow.Early;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer as a person watches it come: the documents' own words at once, each statement of the model as it stands, then
 * what is left to say. Programs and files get one answer, when it is whole.
 */
final class EarlyPage {
    private final Outside outside;
    private final AnswerPage page;
    private final boolean watched;
    private final Set<String> warnings = new HashSet<>();
    private @Nullable VerifiedBrief extracts;
    private int statements;

    EarlyPage(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.page = new AnswerPage(new Paint(outside.colour()), outside.width());
        this.watched = !common.json() && !common.quiet() && outside.terminal();
    }

    Early early() {
        return watched ? this::show : Early.NOBODY;
    }

    private void show(Early.Sight sight) {
        outside.out()
                .print(
                        switch (sight) {
                            case Early.Sight.Extracts(var brief) -> {
                                extracts = brief;
                                brief.warnings().forEach(notice -> warnings.add(notice.text()));
                                yield page.early(brief);
                            }
                            case Early.Sight.Written(var brief) -> {
                                String heading = statements++ == 0 ? page.liveHeading() : "";
                                yield heading + page.live(brief, warnings);
                            }
                        });
        outside.out().flush();
    }

    /** The answer, without what was shown of it. */
    String closing(Answer answer) {
        VerifiedBrief shown = extracts;
        if (shown == null) return page.of(answer);
        boolean withdrawn = statements > 0 && !answer.head().by().byModel();
        return (withdrawn ? page.withdrawn() : "") + page.closing(answer, shown);
    }
}
