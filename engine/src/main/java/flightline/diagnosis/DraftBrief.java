package flightline.diagnosis;

import java.util.List;

/** A brief before it is verified. Nobody may show it. */
public record DraftBrief(
        Findings findings, List<Check> checks, List<SafetyNotice> warnings, List<Statement> statements) {
    public DraftBrief {
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
        statements = List.copyOf(statements);
    }
}
