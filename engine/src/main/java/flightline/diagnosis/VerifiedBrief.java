package flightline.diagnosis;

import java.util.List;
import java.util.Map;

/** A brief whose every quotation was compared with its source. Only {@link BriefVerifier} makes one; whoever holds one may show it. */
public final class VerifiedBrief {
    private final DraftBrief checked;
    private final List<String> dropped;
    private final Map<String, List<SafetyNotice>> required;

    VerifiedBrief(DraftBrief checked, List<String> dropped, Map<String, List<SafetyNotice>> required) {
        this.checked = checked;
        this.required = Map.copyOf(required);
        this.dropped = List.copyOf(dropped);
    }

    public Findings findings() {
        return checked.findings();
    }

    public List<Check> checks() {
        return checked.checks();
    }

    /** Gravest first, complete. */
    public List<SafetyNotice> warnings() {
        return checked.warnings();
    }

    /** Warnings, cautions and notes that belong to one check. */
    public List<SafetyNotice> notices(Check check) {
        return check.citations().stream()
                .flatMap(id -> required.getOrDefault(id, List.of()).stream())
                .toList();
    }

    public List<Statement> statements() {
        return checked.statements();
    }

    /** Statements that did not stand the comparison, each with the reason. */
    public List<String> dropped() {
        return dropped;
    }
}
