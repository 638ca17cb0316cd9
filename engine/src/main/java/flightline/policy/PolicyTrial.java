package flightline.policy;

import flightline.corpus.Marking;
import flightline.policy.PolicyCases.MarkingCase;
import flightline.policy.PolicyCases.PolicyCase;
import flightline.policy.PolicyCases.RoleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts to a gate what its rules must decide. */
public final class PolicyTrial {
    private static final String ALLOW = "allow";
    private static final String REFUSE = "refuse";

    private final Gate gate;
    private final List<Miss> misses = new ArrayList<>();

    private PolicyTrial(Gate gate) {
        this.gate = gate;
    }

    /**
     * What was decided otherwise.
     *
     * @param text the request, or who wanted what
     * @param expectedClause empty where it does not matter
     * @param clause empty where it was not refused under one
     */
    public record Miss(String text, String expected, String expectedClause, String decision, String clause) {
        @Override
        public String toString() {
            return (expected + " " + expectedClause).strip() + " would become " + (decision + " " + clause).strip()
                    + ": " + text;
        }
    }

    /** @param asker who puts the requests in words; roles and markings are tried with principals of their own */
    public static List<Miss> of(PolicyCases cases, Gate gate, Principal asker) {
        var trial = new PolicyTrial(gate);
        cases.cases().forEach(one -> trial.request(one, asker));
        cases.roles().forEach(trial::role);
        cases.markings().forEach(trial::marking);
        return List.copyOf(trial.misses);
    }

    private void request(PolicyCase one, Principal asker) {
        Decision decision = gate.decide(one.text(), asker);
        String clause = decision instanceof Decision.Refused(var name, var category, var why) ? name : "";
        String word = word(decision);
        if (word.equals(one.expected())
                && (one.clause().isEmpty() || one.clause().equals(clause))) return;
        misses.add(new Miss(one.text(), one.expected(), one.clause(), word, clause));
    }

    /** As the contract writes it. */
    public static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> ALLOW;
            case Decision.Refused refused -> REFUSE;
            case Decision.OutOfScope foreign -> "out-of-scope";
        };
    }

    private void role(RoleCase one) {
        Principal asker = somebody(List.of(one.role()), Set.of(), "", Set.of());
        for (Act act : Act.values())
            told(
                    "role " + one.role() + ": " + act.word(),
                    one.may().contains(act.word()),
                    gate.access().may(asker, act));
    }

    private void marking(MarkingCase one) {
        Principal asker = somebody(
                List.of(),
                one.clearances().stream().map(Marking::new).collect(Collectors.toSet()),
                one.nationality(),
                Set.copyOf(one.groups()));
        told(
                "marking " + one.marking() + " to clearances " + one.clearances() + ", nationality '"
                        + one.nationality() + "', groups " + one.groups(),
                one.seen(),
                gate.access().sees(asker, new Marking(one.marking())));
    }

    private void told(String what, boolean expected, boolean decided) {
        if (expected != decided)
            misses.add(new Miss(what, expected ? ALLOW : REFUSE, "", decided ? ALLOW : REFUSE, ""));
    }

    private static Principal somebody(
            List<String> roles, Set<Marking> clearances, String nationality, Set<String> groups) {
        return new Principal(
                "somebody", new Principal.Organisation("", "civil", ""), roles, clearances, nationality, "", groups);
    }
}
