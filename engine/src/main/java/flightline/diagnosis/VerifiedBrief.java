package flightline.diagnosis;

import java.util.List;

/** A brief whose every quotation was compared with its source. Only {@link BriefVerifier} makes one; whoever holds one may show it. */
public final class VerifiedBrief {
    private final DraftBrief checked;
    private final List<String> dropped;

    VerifiedBrief(DraftBrief checked, List<String> dropped) {
        this.checked = checked;
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

    public List<Statement> statements() {
        return checked.statements();
    }

    /** Statements that did not stand the comparison, each with the reason. */
    public List<String> dropped() {
        return dropped;
    }
}
