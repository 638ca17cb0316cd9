package flightline.fleet;

import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sentence in the making: its numbers come from figures and from nowhere else. */
final class Telling {
    private final StringBuilder text = new StringBuilder();
    private final List<Figure> figures = new ArrayList<>();

    Telling say(String words) {
        text.append(words);
        return this;
    }

    Telling tell(Figure figure) {
        figures.add(figure);
        text.append(figure.shown());
        return this;
    }

    /** The number and its unit. */
    Telling measure(Figure figure) {
        tell(figure);
        if (!figure.unit().isEmpty()) text.append(' ').append(figure.unit());
        return this;
    }

    /** With the interval behind it, where it has one. */
    Telling estimate(Figure figure) {
        measure(figure);
        figure.interval()
                .ifPresent(i -> text.append(" (95 % interval ")
                        .append(Figure.shown(i.low()))
                        .append(" to ")
                        .append(Figure.shown(i.high()))
                        .append(")"));
        return this;
    }

    String sentence() {
        return text.toString();
    }

    /** What was told, with what it was told from. */
    FleetAnswer.Found found(
            Question question, Sql sql, Grid table, Optional<Chart> chart, List<String> caveats, Behind.Ids behind) {
        return new FleetAnswer.Found(new Finding(
                question.form().word(),
                sentence(),
                sql,
                table,
                figures,
                chart,
                caveats,
                behind.first(),
                behind.all(),
                Marking.UNMARKED));
    }
}
