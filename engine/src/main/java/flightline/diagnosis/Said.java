package flightline.diagnosis;

import java.util.List;

/**
 * A statement before its passages were entered into the citations of an answer.
 *
 * @param from the passages that it rests on; never empty
 */
public record Said(String text, List<Exhibits.Document> from, Statement.Verdict verdict) {
    public Said {
        from = List.copyOf(from);
    }

    static Said quoted(String text, Exhibits.Document from) {
        return new Said(text, List.of(from), Statement.Verdict.QUOTED);
    }

    Statement entered(Docket docket) {
        return new Statement(text, from.stream().map(docket::enter).distinct().toList(), verdict);
    }
}
