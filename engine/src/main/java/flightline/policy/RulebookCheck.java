package flightline.policy;

import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must be so of any rules before they are put in force. */
final class RulebookCheck {
    private static final List<String> SECRETS = List.of("SECRET", "NOFORN", "REL TO USA", "ITAR", "GROUP ANY");

    private final AcceptableUse recognition;
    private final PolicyJudge judge;
    private final List<String> faults = new ArrayList<>();

    RulebookCheck(AcceptableUse recognition, PolicyJudge judge) {
        this.recognition = recognition;
        this.judge = judge;
    }

    List<String> faults() {
        faults.addAll(judge.faults());
        // What does not fit the schema cannot be asked.
        if (!faults.isEmpty()) return List.copyOf(faults);
        clauses();
        bounds();
        return List.copyOf(faults);
    }

    private void clauses() {
        Set<String> named = recognition.names();
        Set<String> forbidding = judge.forbidding(named);
        for (String clause : named)
            if (!forbidding.contains(clause))
                faults.add("clause " + clause + " of " + PolicyBundle.RECOGNITION + " is forbidden by no policy");
        for (String clause : new TreeSet<>(judge.acceptableUse()))
            if (!named.contains(clause))
                faults.add("clause " + clause + " of the policies is not in " + PolicyBundle.RECOGNITION);
    }

    private void bounds() {
        var access = new Access(judge);
        if (access.whoMay(Act.POLICY_INSTALL).isEmpty())
            faults.add("no role may 'policy-install': nobody could put other rules in force");
        if (access.whoMay(Act.ASK).isEmpty()) faults.add("no role may 'ask': nothing would be answered");
        AskerFacts nobody = AskerFacts.of(Set.of());
        for (Act act : Act.values())
            if (judge.rule(act == Act.ASK ? Question.Ask.harmless(nobody) : new Question.Do(nobody, act))
                    .permitted()) faults.add("somebody without a role may '" + act.word() + "'");
        AskerFacts uncleared = AskerFacts.of(Set.copyOf(Role.words()));
        for (String secret : SECRETS)
            if (judge.rule(new Question.See(uncleared, MaterialFacts.of(new Marking(secret))))
                    .permitted()) faults.add("somebody without a clearance sees what is marked " + secret);
    }
}
